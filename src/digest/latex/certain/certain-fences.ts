import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';

/** In tokens; what lies further apart are no two halves of one fence. */
const LONGEST_FENCE = 120;
/** What stands right after `\left` and `\right`. */
const BRACKET = /^(?:[([{|.)\]}/]|[lr](?:angle|brace|ceil|floor|vert|Vert)|vert|Vert)$/;
/** "big", "Bigl" */
const SIZE = /^(?:big|Big)g?[lr]?$/;

/** "left(" with its "right)", "big[" with its "big]", "[![" with its "]!]": all between them is a formula. */
export function markFences(tokens: readonly Token[], known: Known[]): void {
  const open: number[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const side = sideOf(tokens, i);
    if (side === 'left') open.push(i);
    if (side !== 'right') continue;
    const start = open.pop();
    if (start !== undefined && i - start <= LONGEST_FENCE)
      known.fill(true, start, i + (tokens[i + 1]!.text === '!' ? 3 : 2));
  }
}

function sideOf(tokens: readonly Token[], at: number): 'left' | 'right' | undefined {
  const { kind, text } = tokens[at]!;
  const [bracket, last] = [tokens[at + 1]!, tokens[at + 2]];
  if (bracket.text === '!' && last?.text === text && /^[[\]]$/.test(text))
    return text === '[' ? 'left' : 'right';
  if (kind === 'word' || (bracket.spaced && !isApart(text, bracket.text))) return undefined;
  if (!BRACKET.test(bracket.text)) return undefined;
  if (text === 'left' || text === 'right') return text;
  if (!SIZE.test(text)) return undefined;
  if (/^(?:[([{]|l.+)$/.test(bracket.text)) return 'left';
  return /^(?:[)\]}]|r.+)$/.test(bracket.text) ? 'right' : undefined;
}

/** "left (", "big (" and "right )", "big )": with its other half, apart from the bracket, too */
function isApart(text: string, bracket: string): boolean {
  if (bracket === '(' || bracket === '[') return /^(?:left|[Bb]igg?l?)$/.test(text);
  return (bracket === ')' || bracket === ']') && /^(?:right|[Bb]igg?r?)$/.test(text);
}

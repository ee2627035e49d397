import { CHEMISTRY } from './certain/certain-scripts.ts';
import type { Token } from './tokenize.ts';

/** "FT" after "S^{2}", "CoT" after "M^3" */
const REST_OF_NAME = /^[A-Z][A-Za-z]/;

/**
 * The scripts of a formula that is no formula but a name or a molecule with raised or lowered
 * digits: "A^2R^2", "PD^3F", "H_2O", "S^{2}" before "FT". Its letters stay upright prose. Undefined
 * for a real formula. `next` is the token after it.
 */
export function scriptsOfName(
  tokens: readonly Token[],
  next: Token | undefined,
): Token[][] | undefined {
  if (!tokens.every((token, i) => i === 0 || !token.spaced)) return undefined;
  const scripts: Token[][] = [];
  let letters = isRestOfName(next) ? next!.text : '';
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i]!;
    const size = scriptSize(tokens, i);
    if (kind === 'letter' || kind === 'word') letters += text;
    else if (i === 0 && kind === 'number') continue;
    else if (size === 0) return undefined;
    else {
      scripts.push(tokens.slice(i, i + size));
      i += size - 1;
    }
  }
  const first = tokens[tokens[0]!.kind === 'number' ? 1 : 0]!;
  return letters.length > leastLetters(tokens) && /^[A-Z]/.test(first.text) ? scripts : undefined;
}

/** "4DPC^2" is a name, "2MN^2" a formula. */
function leastLetters(tokens: readonly Token[]): number {
  return tokens[0]!.kind === 'number' ? 2 : 1;
}

function isRestOfName(next: Token | undefined): boolean {
  return next?.kind === 'word' && !next.spaced && REST_OF_NAME.test(next.text);
}

/** Tokens of "^2" or "^{2}" of a name; "_2" only of a molecule: "J_1J_2" is a product. */
function scriptSize(tokens: readonly Token[], at: number): number {
  const { kind, text } = tokens[at]!;
  const isBraced = tokens[at + 1]?.text === '{' && tokens[at + 3]?.text === '}';
  if (kind !== 'script' || tokens[at + (isBraced ? 2 : 1)]?.kind !== 'number') return 0;
  if (text === '_' && !CHEMISTRY.test(tokens[at - 1]?.text ?? '')) return 0;
  return isBraced ? 4 : 2;
}

import { COMMANDS } from './commands.ts';
import type { Known } from './label-tokens.ts';
import type { Token } from './tokenize.ts';

/** Longest bracket, in tokens, that is drawn into a formula whole. */
const LONGEST_BRACKET = 24;
const LONGEST_ARGUMENT = 8;
/** "rd" of "rd_2 geq d_1" */
const PRODUCT = /^(?!is|in|of|as|or|to|by|no|so|an|at|on|it|be|we|up)[a-z]{2}$/;
const PARTNER_OF: Readonly<Record<string, RegExp>> = { ')': /[([]/, ']': /[([]/, '}': /\{/ };

/**
 * Draws into each formula what its signs need: the letter or the bracket on both sides of `\times`
 * or `\in`, the base of a script, the other half of a bracket that is half inside. Changes `labels` in place.
 */
export function completeFormulas(
  tokens: readonly Token[],
  labels: boolean[],
  known: readonly Known[],
): void {
  const partners = pairBrackets(tokens);
  for (let i = 1; i < tokens.length; i++) {
    if (!labels[i]) continue;
    const isArgument =
      tokens[i - 1]!.kind === 'script' && !tokens[i]!.spaced && !tokens[i - 1]!.spaced;
    if (isArgument && known[i - 1] !== false) labels[i - 1] = true;
    if (isNegative(tokens, i)) labels[i - 1] = true;
    if (isOneRun(tokens, i) && known[i - 1] !== false) labels[i - 1] = true;
  }
  for (let i = 0; i < tokens.length; i++) {
    if (!labels[i]) continue;
    const partner = partners.get(i);
    if (partner !== undefined) drawBracket(tokens, labels, i, partner);
    else if (tokens[i]!.kind === 'script') drawBase(tokens, labels, i, partners);
    else if (isBinary(tokens[i]!)) drawOperands(tokens, labels, i, partners);
    drawArgument(tokens, labels, i, partners);
  }
  for (let i = 0; i < tokens.length; i++) if (labels[i]) drawEquation(tokens, labels, i);
  for (const [start, end] of partners) drawCall(tokens, labels, start, end);
  for (let i = 1; i < tokens.length; i++) {
    if (!labels[i]) continue;
    const isArgument = /^[({]$/.test(tokens[i]!.text) && !tokens[i]!.spaced;
    if (isArgument && isFunction(tokens[i - 1]!)) labels[i - 1] = true;
    if (isDigitGroup(tokens, i)) labels.fill(true, i - 1, i + 4);
  }
}

/** "{,}" of "10{,}000" */
function isDigitGroup(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.text === '{' &&
    tokens[at - 1]?.kind === 'number' &&
    tokens[at + 1]?.text === ',' &&
    tokens[at + 2]?.text === '}' &&
    tokens[at + 3]?.kind === 'number'
  );
}

/** "lambda" of "lambdacdot x": a formula begins between no two commands that run together */
function isOneRun(tokens: readonly Token[], at: number): boolean {
  const [before, { glued, start }] = [tokens[at - 1]!, tokens[at]!];
  const isGlued = glued !== undefined && before.glued === glued && before.end === start;
  return isGlued && COMMANDS.has(before.text);
}

/** "infty" of "to -infty" */
function isNegative(tokens: readonly Token[], at: number): boolean {
  const minus = tokens[at - 1]!;
  return tokens[at]!.kind === 'plain' && !tokens[at]!.spaced && minus.text === '-' && minus.spaced;
}

/** "min" of "min{a, b}", "f" of "f(x) leq 1" */
function isFunction({ kind, text }: Token): boolean {
  return kind === 'letter' || COMMANDS.get(text) === 'function';
}

function pairBrackets(tokens: readonly Token[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i]!;
    if (kind !== 'sign') continue;
    if (text === '(' || text === '[' || text === '{') open.push(i);
    const opener = PARTNER_OF[text];
    if (opener === undefined || open.length === 0 || !opener.test(tokens[open.at(-1)!]!.text))
      continue;
    const start = open.pop()!;
    partners.set(start, i).set(i, start);
  }
  return partners;
}

function drawBracket(tokens: readonly Token[], labels: boolean[], from: number, to: number): void {
  const [start, end] = from < to ? [from, to] : [to, from];
  if (end - start > LONGEST_BRACKET || labels[start] === labels[end]) return;
  if (tokens.slice(start + 1, end).some((token, i) => !labels[start + 1 + i] && isProse(token)))
    return;
  labels.fill(true, start, end + 1);
}

/** The letter, command or bracket that a script stands on; a word stays prose: "CLIP^2". */
function drawBase(
  tokens: readonly Token[],
  labels: boolean[],
  sign: number,
  partners: ReadonlyMap<number, number>,
): void {
  const base = tokens[sign - 1];
  if (base === undefined || tokens[sign]!.spaced || base.kind === 'kept') return;
  if (base.kind === 'word' && !PRODUCT.test(base.text)) return;
  if (base.kind !== 'sign' || /^[)\]}|]$/.test(base.text)) labels[sign - 1] = true;
  const partner = partners.get(sign - 1);
  if (partner !== undefined) drawBracket(tokens, labels, sign - 1, partner);
}

/** "0.5--0.9", "1 / 2", "0.249(1)", "2N": more than a value */
const GOES_ON = /^(?:[-–/(]|[A-Z])$/;

/** "= 0" of "L_{z} = 0", "< -2" of "x_1 < -2" */
function drawEquation(tokens: readonly Token[], labels: boolean[], at: number): void {
  const { kind, text } = tokens[at]!;
  const isOperand = kind !== 'sign' || /^[)\]}]$/.test(text);
  if (!isOperand || !/^[=<>]$/.test(tokens[at + 1]?.text ?? '')) return;
  const minus = tokens[at + 2]?.text === '-' ? 1 : 0;
  const [value, next] = [tokens[at + 2 + minus], tokens[at + 3 + minus]];
  if (next !== undefined && GOES_ON.test(next.text)) return;
  if (value?.kind === 'number' || (value?.kind === 'letter' && isVariable(value)))
    labels.fill(true, at + 1, at + 3 + minus);
}

/** "Theta(" and ")" around the formula "T^2", "KL(" and ")" around "p_1 | p_2" */
function drawCall(tokens: readonly Token[], labels: boolean[], start: number, end: number): void {
  if (end - start > LONGEST_BRACKET || end - start < 2 || !/^[([]$/.test(tokens[start]!.text))
    return;
  const name = tokens[start - 1];
  if ((name?.kind !== 'letter' && name?.text !== 'KL') || tokens[start]!.spaced) return;
  if (labels.slice(start + 1, end).every(Boolean)) labels.fill(true, start - 1, end + 1);
}

/** "(n)" of "mathcal O(n)" and "log(n)", "(r)" of "rho_{MEL}(r)" */
function drawArgument(
  tokens: readonly Token[],
  labels: boolean[],
  at: number,
  partners: ReadonlyMap<number, number>,
): void {
  const end = partners.get(at + 1) ?? -1;
  const { kind, text } = tokens[at]!;
  if (tokens[at + 1]?.text !== '(' || tokens[at + 1]!.spaced || end - at > LONGEST_ARGUMENT) return;
  const isCalled = kind === 'letter' || text === '}' || COMMANDS.get(text) === 'function';
  if (labels[at + 1] || !isCalled) return;
  if (!tokens.slice(at + 2, end).some(isProse)) labels.fill(true, at + 1, end + 1);
}

function isBinary({ kind, text }: Token): boolean {
  const type = COMMANDS.get(text);
  return (
    (kind === 'plain' || kind === 'english') &&
    (type === 'relation' || type === 'operator' || type === 'arrow')
  );
}

function drawOperands(
  tokens: readonly Token[],
  labels: boolean[],
  at: number,
  partners: ReadonlyMap<number, number>,
): void {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind === 'number' || (before?.kind === 'letter' && isVariable(before)))
    labels[at - 1] = true;
  drawBracketBefore(tokens, labels, at, partners.get(at - 1));
  if (after === undefined) return;
  const isSet = tokens[at]!.text === 'in';
  if (after.kind === 'number' || (after.kind === 'letter' && (isSet || isVariable(after))))
    labels[at + 1] = true;
  const partner = partners.get(at + 1);
  if (partner === undefined || partner < at || partner - at > LONGEST_BRACKET) return;
  if (!tokens.slice(at + 2, partner).some(isProse)) labels.fill(true, at + 1, partner + 1);
}

/** "min{a, b}" of "min{a, b} leq c" */
function drawBracketBefore(
  tokens: readonly Token[],
  labels: boolean[],
  at: number,
  opener = at,
): void {
  if (opener >= at - 1 || at - opener > LONGEST_BRACKET || labels[at - 1]) return;
  if (tokens.slice(opener + 1, at - 1).some(isProse)) return;
  const name = tokens[opener - 1];
  const isCalled =
    name !== undefined &&
    !tokens[opener]!.spaced &&
    (name.kind === 'letter' || COMMANDS.get(name.text) === 'function');
  if (isCalled) labels.fill(true, opener - 1, at);
}

function isVariable({ text, spaced }: Token): boolean {
  return !spaced || (text !== 'a' && text !== 'A' && text !== 'I');
}

function isProse({ kind, text }: Token): boolean {
  return kind === 'kept' || kind === 'escape' || (kind === 'word' && text.length > 2);
}

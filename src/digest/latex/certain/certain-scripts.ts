import { COMMANDS } from '../commands.ts';
import type { Habits } from '../habits.ts';
import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';
import { isNameOfProgram, isPlainWord, isTight } from './neighbours.ts';

/** Longest `_{…}` and longest `{…}`, in tokens, that are taken whole. */
const LONGEST_SCRIPT = 60;
const LONGEST_GROUP = 24;

const ELEMENT =
  'He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Zr|Nb|Mo|Ru|Pd|Ag|Cd|In|Sn|Sb|Te|Xe|Cs|Ba|La|Ce|Nd|Sm|Eu|Gd|Er|Yb|Hf|Ta|Re|Ir|Pt|Au|Hg|Pb|Bi|Th|[HBCNOFPSKVYWIU]';
/** "CO", "TiO", "Ta"; a letter alone only where it is nearly always the element: "H_2O", "N_2" */
export const CHEMISTRY = new RegExp(`^(?:[HNO]|(?=..)(?:${ELEMENT})+)$`);
/** Names that every reader knows: "x_0", "z_t", "H_1", "L_2", the groups "Z_2" and "S_n", the field "F_q". */
const WELL_KNOWN = /^(?:[xzs]_[01tT]|t_[01]|H_[01]|L_[12p]|Z_[2-9nNpk]|S_[nN]|F_[pq]|[JT]_[12])$/;
/** "^4" before "He" */
const ISOTOPE = new RegExp(`^(?:${ELEMENT})$`);
/** An index that a plain-text author would hardly type this many times. */
const OFTEN = 3;
/** "score" of "F_1 score", "=" of "F_1 = 0.74" */
const AFTER_F1 = /^(?:scores?|measures?|=)$/i;

/** Marks scripts and short groups in braces, as far as they are certain. */
export function markScripts(
  tokens: readonly Token[],
  known: Known[],
  habits: Habits,
  isTyped: boolean,
): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.text === '{') markGroup(tokens, known, i);
    if (token.kind !== 'script' || known[i] !== undefined) continue;
    if (isTight(tokens[i + 1], '{')) markBraced(tokens, known, i);
    else if (token.spaced && token.text === '_') known[i] = false;
    else if (isIsotope(tokens, i)) known.fill(true, i, i + 2);
    else if (isNote(tokens, i)) known[i] = false;
    else if (!token.spaced && !isTyped) markSingle(tokens, known, i, habits);
  }
  markRepeatedIndices(tokens, known, isTyped);
}

/** "^1" of "^1H", "^4" of "^4He", "^3" of "[^3H]" */
function isIsotope(tokens: readonly Token[], sign: number): boolean {
  const [number, element] = [tokens[sign + 1], tokens[sign + 2]];
  if (tokens[sign]!.text !== '^' || number?.kind !== 'number') return false;
  // Of "[^18F]" TeX would raise the 1 alone.
  if (!tokens[sign]!.spaced && !(isNote(tokens, sign) && number.text.length === 1)) return false;
  return !number.spaced && element?.spaced === false && ISOTOPE.test(element.text);
}

/** "[^a]" of a note or a pattern */
function isNote(tokens: readonly Token[], sign: number): boolean {
  const { text, spaced } = tokens[sign]!;
  return text === '^' && !spaced && tokens[sign - 1]?.text === '[';
}

/**
 * "I_1" once certain, as in "(I_1, I_2)", makes every index of "I" certain, "star_0^{-1}" those of
 * "star"; so does an index of a letter that comes often.
 */
function markRepeatedIndices(tokens: readonly Token[], known: Known[], isTyped: boolean): void {
  const nameOf = (sign: number): string => `${tokens[sign - 1]?.text}_${tokens[sign + 1]?.text}`;
  const baseOf = (sign: number): string => tokens[sign - 1]!.text;
  const signs: number[] = [];
  for (let i = 0; i < tokens.length; i++)
    if (tokens[i]!.text === '_' && isIndexed(tokens, i)) signs.push(i);
  if (signs.length === 0) return;
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(nameOf(sign), (counts.get(nameOf(sign)) ?? 0) + 1);
  const isOften = (sign: number): boolean =>
    !isTyped && tokens[sign - 1]!.kind !== 'english' && counts.get(nameOf(sign))! >= OFTEN;
  const sure = new Set(signs.filter((sign) => known[sign] === true || isOften(sign)).map(baseOf));
  for (const sign of signs) {
    if (known[sign] === true || !sure.has(baseOf(sign))) continue;
    known.fill(true, tokens[sign - 1]!.kind === 'word' ? sign : sign - 1, sign + 2);
  }
}

/** "Y_0", "HyCo_2", "star_1": one sign below a letter or a name, nothing between. */
function isIndexed(tokens: readonly Token[], sign: number): boolean {
  const [base, script] = [tokens[sign - 1], tokens[sign + 1]];
  if (base === undefined || script === undefined) return false;
  if (tokens[sign]!.spaced || script.spaced || script.text.length > 1) return false;
  if (base.kind === 'letter' || base.kind === 'english') return true;
  return base.kind === 'word' && /^[A-Z]/.test(base.text);
}

/** `_{…}` is TeX from the sign to the closing brace. */
function markBraced(tokens: readonly Token[], known: Known[], sign: number): void {
  const size = closingOf(tokens.slice(sign + 1, sign + 1 + LONGEST_SCRIPT));
  if (size > 0) known.fill(true, sign, sign + size + 2);
}

/** "{^2}", "{alpha}", "{mathbb R}", "{L}_": a short group with a sign and without words. */
function markGroup(tokens: readonly Token[], known: Known[], start: number): void {
  const group = tokens.slice(start, start + LONGEST_GROUP);
  const size = closingOf(group);
  if (size < 2) return;
  const inside = group.slice(1, size);
  const isStyled = COMMANDS.get(inside[0]!.text) === 'switch' && !inside[0]!.spaced;
  if (
    !isStyled &&
    inside.some(({ kind, text }) => kind === 'kept' || (kind === 'word' && text.length > 3))
  )
    return;
  const beside = [tokens[start - 1], tokens[start + size + 1]];
  const isTex =
    inside.some(({ kind }) => kind === 'script' || kind === 'plain' || kind === 'command') ||
    (inside[0]!.kind === 'english' && !inside[0]!.spaced && !isPlainWord(inside[0]!)) ||
    beside.some((token) => token?.kind === 'script' && !token.spaced);
  if (isTex) known.fill(true, start, start + size + 1);
}

/** Where the brace at the start of `group` closes; -1 if it does not. */
function closingOf(group: readonly Token[]): number {
  let depth = 0;
  return group.findIndex(({ text }) => {
    if (text === '{') depth++;
    if (text === '}') depth--;
    return depth === 0;
  });
}

/** A script of one sign: what is certain about it, and its one argument. */
function markSingle(tokens: readonly Token[], known: Known[], sign: number, habits: Habits): void {
  const [base, script] = [tokens[sign - 1], tokens[sign + 1]];
  if (script === undefined || script.spaced || known[sign + 1] === false || base?.kind === 'kept')
    return;
  const verdict =
    tokens[sign]!.text === '^' ? isExponent(tokens, sign, habits) : isIndex(tokens, sign, habits);
  if (verdict === undefined) return;
  known[sign] = verdict;
  known[sign + 1] = verdict;
  if (!verdict && base !== undefined && known[sign - 1] === undefined) known[sign - 1] = false;
}

/** "x^2", "y^*", "M^T", "L^infty" */
function isExponent(tokens: readonly Token[], sign: number, { tex }: Habits): Known {
  const { kind, text } = tokens[sign + 1]!;
  if (isNameOfProgram(tokens, sign, true) || (!tex && isTypedSquare(tokens, sign))) return false;
  if (kind === 'escape') return undefined;
  return kind !== 'sign' || /^[+*'†‡∗-]$/.test(text) ? true : undefined;
}

/** "R^2=0.95", as many type it by hand */
function isTypedSquare(tokens: readonly Token[], sign: number): boolean {
  const [base, number, relation, value] = [sign - 1, sign + 1, sign + 2, sign + 3].map(
    (at) => tokens[at],
  );
  return (
    /^[A-Z]$/.test(base?.text ?? '') &&
    number?.text === '2' &&
    isTight(relation, '=') &&
    value?.kind === 'number' &&
    !value.spaced
  );
}

/** "x_1" of a TeX author; of others only what every reader knows: "F_1 score", "CO_2". */
function isIndex(tokens: readonly Token[], sign: number, { tex }: Habits): Known {
  const [base, script] = [tokens[sign - 1], tokens[sign + 1]!];
  if (base === undefined || script.kind === 'sign') return undefined;
  if (COMMANDS.get(script.text) === 'greek' && script.glued === undefined) return true;
  const isRaised = isTight(tokens[sign + 2], '^');
  if (!isRaised && isNameOfProgram(tokens, sign, tex)) return false;
  if (isBeforeSign(tokens, sign + 1)) return true;
  // "x_max" is typed by hand, "lambda_max" is not.
  if (COMMANDS.get(script.text) === 'function') return COMMANDS.get(base.text) === 'greek';
  // "1_000" is a number of a programmer, "3_1" a knot.
  if (base.kind === 'number' && /^\d{2}/.test(script.text)) return false;
  if (script.text.length > 1) return undefined;
  if (script.text > '~' || (base.kind === 'letter' && base.text > '~')) return true;
  if (isRaised) return true;
  if (script.kind === 'number' && CHEMISTRY.test(base.text)) return true;
  if (WELL_KNOWN.test(`${base.text}_${script.text}`)) return true;
  if (isF1(tokens, sign) || isListed(tokens, sign) || isIntroduced(tokens, sign)) return true;
  if (!tex) return false;
  return base.kind === 'letter' || base.kind === 'plain' || base.kind === 'english'
    ? true
    : undefined;
}

/** "max" of "E_maxleq", "th" of "n_thapprox" */
function isBeforeSign(tokens: readonly Token[], at: number): boolean {
  const [{ glued }, next] = [tokens[at]!, tokens[at + 1]];
  return glued !== undefined && next?.glued === glued && COMMANDS.get(next.text) === 'relation';
}

/** "macro-F_1", "F_1 score", "F_1-score" */
function isF1(tokens: readonly Token[], sign: number): boolean {
  if (tokens[sign - 1]!.text !== 'F') return false;
  const next = isTight(tokens[sign + 2], '-') ? tokens[sign + 3] : tokens[sign + 2];
  return isTight(tokens[sign - 2], '-') || AFTER_F1.test(next?.text ?? '');
}

/** "the syndrome distance (d_S)", "the index (PSI_p)", "E[S_m]" */
function isIntroduced(tokens: readonly Token[], sign: number): boolean {
  const [name, opener, closer] = [tokens[sign - 3], tokens[sign - 2], tokens[sign + 2]];
  if (opener?.text === '[') return name?.text === 'E' && !opener.spaced && isTight(closer, ']');
  return opener?.text === '(' && opener.spaced && isTight(closer, ')');
}

/** "I_1, I_2" */
function isListed(tokens: readonly Token[], sign: number): boolean {
  return [sign - 4, sign + 4].some(
    (other) =>
      tokens[other]?.text === '_' &&
      tokens[other - 1]?.text === tokens[sign - 1]!.text &&
      tokens[Math.max(other, sign) - 2]?.text === ',',
  );
}

import { COMMANDS } from '../commands.ts';
import type { Habits } from '../habits.ts';
import type { Known } from '../label-tokens.ts';
import type { Token } from '../tokenize.ts';
import { isGreekWord, isInBrackets, isSymbol, isTight, isVersioned } from './neighbours.ts';

/** Letters that are no words of English prose, unlike `alpha`, `Delta`, `tau`. */
const SURE = new Set(
  'rho theta epsilon zeta xi mu nu pi phi psi upsilon Psi Theta Upsilon Sigma'.split(' '),
);
/** Typed as words by many: "Cohen's kappa", "the shift Delta". */
const TYPED = /^(?:[A-Z]|kappa$)/;

/** What an electroencephalogram shows, by the names of its bands. */
const BRAIN_WAVE = /^(?:bands?|waves?|power|rhythms?|oscillations?|bursts?|EEG|brainwaves?)$/;

/** What can follow a letter that stands for itself: "a scalar lambda that is small". */
const FUNCTION_WORD =
  /^(?:and|are|but|can|for|from|has|that|the|then|when|where|which|while|with|will|denotes?|controls?|resolves?|drives?|over|under|such|than|into|within|defin\w+|given|leads?|grows?|increases|decreases|becomes|does)$/;

/** "0.63sigma", "(beta)", "sigma > 0", "gamma-DDPC" are letters; "Phi-4" and "Pi4" are products. */
export function certaintyOfGreek(
  tokens: readonly Token[],
  at: number,
  { tex, greek, tenth }: Habits,
): Known {
  const { text, spaced, glued } = tokens[at]!;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (isVersioned(tokens, at)) return /^[A-Z]/.test(text) ? false : undefined;
  if (text < 'a' && after?.kind === 'number' && !after.spaced) return false;
  if (isWordBreak(tokens, at) || (text === 'psi' && before?.kind === 'number')) return undefined;
  // "xi" of "(x) a comparison and (xi) a threshold": the eleventh.
  if (text === 'xi' && tenth >= 0 && tenth < at && isInBrackets(tokens, at)) return false;
  if (isBrainWave(tokens, at) || (text < 'a' && isNameOf(after))) return false;
  if (text === 'kappa' && isMeasured(tokens, at)) return true;
  if (SURE.has(text) || isTight(after, '}')) return true;
  if (isStyled(tokens, at) || (tex && isProduct(tokens, at))) return true;
  if (glued !== undefined) return isMicro(glued) && before?.kind === 'number' ? true : undefined;
  if (before?.kind === 'number' && !spaced) return true;
  if (isInBrackets(tokens, at)) return true;
  if (before?.kind === 'script' && !spaced) return true;
  if (isTight(before, '/') || isTight(after, '(') || (after?.kind === 'script' && !after.spaced))
    return true;
  if (text < 'a' && isCapitalSymbol(tokens, at)) return true;
  if ((TYPED.test(text) && !tex) || greek) return false;
  if (text < 'a') return undefined;
  if (after !== undefined && /^[=<>≤≥]$/.test(after.text)) return true;
  if (text === 'kappa') return undefined;
  if (isAttribute(tokens, at) || (!tex && (isPrefix(tokens, at) || isSpelled(tokens, at))))
    return false;
  if (text === 'lambda' && glued === undefined && isNoun(tokens, at)) return true;
  if (!isTight(after, '-')) return undefined;
  return isAcronym(tokens[at + 2]) || isNamed(tokens, at) ? true : undefined;
}

/** A letter that is certain in one place is one everywhere in the text: "(Phi)", then "Phi". */
export function markRepeated(tokens: readonly Token[], known: Known[]): void {
  const sure = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    if (known[i] === true && isGreekWord(tokens[i]!)) sure.add(tokens[i]!.text);
  }
  if (sure.size === 0) return;
  for (let i = 0; i < tokens.length; i++) {
    if (!isGreekWord(tokens[i]!) || !sure.has(tokens[i]!.text)) continue;
    if (!isVersioned(tokens, i) && !isNameOf(tokens[i + 1])) known[i] = true;
  }
}

/** "Prover" of "Delta Prover" */
function isNameOf(after: Token | undefined): boolean {
  return after?.kind === 'word' && after.spaced && /^[A-Z][a-z]/.test(after.text);
}

/** "alpha particles", "the beta settings": the name goes with the noun after it. */
function isAttribute(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after?.kind !== 'word' || !after.spaced) return false;
  return after.text.length > 2 && !FUNCTION_WORD.test(after.text);
}

/** "lambda" of "a scalar lambda that", "a hyper-parameter lambda." */
function isNoun(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind !== 'word' || !tokens[at]!.spaced || after === undefined) return false;
  return after.spaced ? FUNCTION_WORD.test(after.text) : /^[.,;:]$/.test(after.text);
}

/** "sigma-delta encoding": two letters, both typed as words */
function isSpelled(tokens: readonly Token[], at: number): boolean {
  const other = tokens[at + 2];
  return isTight(tokens[at + 1], '-') && other?.spaced === false && isGreekWord(other);
}

/** "kappa = 0.74" of "Cohen's kappa = 0.74" */
function isMeasured(tokens: readonly Token[], at: number): boolean {
  const [mark, s] = [tokens[at - 2], tokens[at - 1]];
  const isOwned = s?.text === 's' && !s.spaced && /^['’]$/.test(mark?.text ?? '');
  return isOwned && /^[=<>≤≥]$/.test(tokens[at + 1]?.text ?? '');
}

/** "theta-band", "alpha power" */
function isBrainWave(tokens: readonly Token[], at: number): boolean {
  const noun = isTight(tokens[at + 1], '-') ? tokens[at + 2] : tokens[at + 1];
  return noun?.kind === 'word' && BRAIN_WAVE.test(noun.text);
}

/** "beta-catenin", "alpha-amylase": of a molecule's name, which many type in letters. */
function isPrefix(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at + 2];
  return (
    isTight(tokens[at + 1], '-') &&
    name?.spaced === false &&
    /^[a-z]{3,}(?:in|ine|ase|oid|ose|ene)$/.test(name.text)
  );
}

/** A word that a line end has cut: "nu- anced", "nu-anced". */
function isWordBreak(tokens: readonly Token[], at: number): boolean {
  if (!isTight(tokens[at + 1], '-')) return false;
  const rest = tokens[at + 2];
  return rest?.spaced === true || (tokens[at]!.text === 'nu' && /^[a-z]{2}/.test(rest?.text ?? ''));
}

/** "theta" of "hattheta" */
export function isStyled(tokens: readonly Token[], at: number): boolean {
  const [before, { text, glued }] = [tokens[at - 1], tokens[at]!];
  if (glued === undefined || before?.glued !== glued || COMMANDS.get(text) !== 'greek')
    return false;
  const kind = COMMANDS.get(before.text);
  return kind === 'accent' || kind === 'alphabet' || before.text === 'sqrt';
}

/** "alpha" and "beta" of "alphabeta": names of letters alone make the run. */
function isProduct(tokens: readonly Token[], at: number): boolean {
  const { glued } = tokens[at]!;
  const run = tokens.slice(Math.max(0, at - 3), at + 4).filter((token) => token.glued === glued);
  return (
    glued !== undefined &&
    run.length > 1 &&
    run.every(({ text }) => text.length > 2 && text >= 'a' && COMMANDS.get(text) === 'greek')
  );
}

/** "mum", micrometres */
function isMicro(run: string): boolean {
  return /^mu./.test(run);
}

/** "Omega(n)", "1/Delta", "Delta S", "Pi_2" */
function isCapitalSymbol(tokens: readonly Token[], at: number): boolean {
  const [after, next] = [tokens[at + 1], tokens[at + 2]];
  return after?.kind === 'letter' && isSymbol(after) && after.text !== 'I' && next?.kind !== 'word';
}

/** "gamma-Quant", "lambda-Eclipse"; "beta-Test" is a word, "tau-Imaging" a protein's */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at + 2];
  return (
    /^(?:gamma|lambda)$/.test(tokens[at]!.text) &&
    name?.spaced === false &&
    /^[A-Z]/.test(name.text)
  );
}

/** "DDPC" of "gamma-DDPC", "z" of "alpha-z" */
function isAcronym(token: Token | undefined): boolean {
  return token !== undefined && !token.spaced && /^(?:[A-Z]{2}|[a-z]$)/.test(token.text);
}

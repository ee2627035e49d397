import { COMMANDS } from './commands.ts';

/** What stands over or around a Greek letter without braces: `\hat\theta`, `\mathbf\Sigma`. */
const STYLED =
  /^(hat|tilde|bar|dot|ddot|vec|check|breve|widehat|widetilde|overline|underline|boldsymbol|bm|mathbf|mathrm|sqrt)([a-z]{2,}|[A-Z][a-z]+)$/;
/**
 * "AUROCapprox" before "0.9", "maxleq" of "E_maxleq": the page ate the `\text` around the name. No
 * word of prose ends like these.
 */
const NAME_AND_RELATION =
  /^([A-Za-z]{2,20})(leq|geq|approx|simeq|propto|equiv|lesssim|gtrsim|leqslant|geqslant|subseteq|mapsto|(?<=[A-Z])neq)$/;
/** "kcdotp": the page ate the `\mathbf` around the second letter. */
const LETTERS_AND_SIGN =
  /^([A-Za-z])(cdot|circ|otimes|oplus|odot|leq|geq|neq|approx|simeq|propto|equiv|subseteq|mapsto|rightarrow)([a-z])$/;
/** "rankleft" and "rankbigl" before "(" */
const NAME_AND_FENCE = /^([A-Za-z]{2,12})(left|[Bb]igg?l)$/;

/** "muTransfer": a name after its letter, which no word begins with */
const MU_AND_NAME = /^(mu)([A-Z][A-Za-z]+)$/;

/** "dsqrt" of "dsqrt T", "lambdasqrt" */
const LETTER_AND_ROOT = /^([A-Za-z]+)(sqrt)$/;

/** An accent or a bold face and its Greek letter, or that and a name: `hattheta` → `hat` `theta`. */
export function readStyled(run: string): string[] | undefined {
  const match = STYLED.exec(run);
  if (match !== null && COMMANDS.get(match[2]!) === 'greek') return match.slice(1);
  const root = LETTER_AND_ROOT.exec(run);
  if (root !== null && isLetter(root[1]!)) return root.slice(1);
  return MU_AND_NAME.exec(run)?.slice(1);
}

function isLetter(name: string): boolean {
  return name.length === 1 || COMMANDS.get(name) === 'greek';
}

/** A name or a letter whose own command the page ate, and the sign beside it: `kcdotp` → `k` `cdot` `p`. */
export function readJoined(run: string, isFenced: boolean): string[] | undefined {
  const match = LETTERS_AND_SIGN.exec(run) ?? NAME_AND_RELATION.exec(run);
  return (match ?? (isFenced && run !== 'cleft' ? NAME_AND_FENCE.exec(run) : null))?.slice(1);
}

/** Whether `run` ends in a letter after a sign: no other reading ends so. */
export function isLetterAfterSign(run: string): boolean {
  return LETTERS_AND_SIGN.test(run);
}

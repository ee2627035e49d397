import {
  COMMANDS,
  isPlainCommand,
  LONGEST_COMMAND,
  mayEndInCommand,
  type CommandKind,
} from './commands.ts';
import { isLetterAfterSign, readJoined, readStyled } from './read-joined.ts';
import { readName } from './read-name.ts';

/** Longest run worth reading: `varepsilonleftrightarrow` and a bit. */
const LONGEST_RUN = 32;
const LETTER_COST = 1;
const COMMAND_COST = 0.9;
/** Names of two letters hide in every word: they need a better reason than a saved letter. */
const SHORT_COMMAND_COST = 1.5;
/** Rather the letters than `eta` in "meta". */
const HIDDEN_COST = 1.8;

/** They need an argument, a brace or a space after them: never glued to a letter. */
const NEVER_GLUED: ReadonlySet<CommandKind> = new Set([
  'accent',
  'alphabet',
  'structure',
  'switch',
]);

/** Commands that may stand right beside a letter. */
const GLUABLE: ReadonlySet<string> = new Set(
  [...COMMANDS]
    .filter(([name, kind]) => !NEVER_GLUED.has(kind) && name !== 'iff')
    .map(([name]) => name),
);

/** Words of three and four letters that end like a formula: "win" is no "w in" before a word. */
const SHORT_WORDS = new Set(
  `win bin pin fin tin kin gin din ain ein lin rin auto into onto veto unto atop stop blog clog slog
  vlog flog mum sum hum gum rum Ineq`.split(/\s+/),
);

/** No words where a bracket follows: "kin [K]", "ain(1/2, 1)". */
const SET_NAME = /^(?:ain|din|ein|kin|lin|rin)$/;

/** "EneqAD", a name for a thing */
const CAMEL_NAME = /^[A-Z][a-z]+[A-Z]{2,}$/;

/** Names that hide at the end of English words: "meta", "one", "all". */
const HIDDEN = /^(?:eta|psi|chi|rho|tau|phi|xi|nu|mu|pi|ll|gg|ne|ni|lt|gt|wr|mp|lg|ln|Re|Im|Pr)$/;

/** "\mathbb R" whose space the line break took */
const ALPHABET_LETTER = /^(math(?:bb|cal|bf|frak|scr|rm|sf))([A-Z]{1,2})$/;
/** "langlecls", "hellorangle"; not "triangle", "quadrangle" */
const OPENED = /^(langle|lbrace|lfloor|lceil)([A-Za-z]+)$/;
const CLOSED = /^([A-Za-z]+?)(rangle|rbrace|rfloor|rceil)$/;
/** "notvDash", "Onotin" */
const DENIED = /^([A-Za-z]?)(not)([A-Za-z]{2,})$/;
/** "Tll", "kgg"; not "all", "ill", "egg" */
const COMPARED = /^([b-dj-zB-DF-HJ-Z])(ll|gg)$/;
/** "tleq" of "sigma_tleq", "thetaneq" of "K_thetaneq", "tto" of "N_tto"; not "all", "bin", "age" */
const SCRIPT_AND_SIGN =
  /^([A-Za-z](?=[a-z]{3}|to$)|[ijntT]|theta|phi|lambda|mu|max|min)([a-z]{2,})$/;
const NO_BRACKET = /^(?:quad|st|w|t)$/;
/** "mum" after a number: micrometres. */
const MICRO_UNIT = /^(mu)(m|s|g|l|L|A|V|W|J|M|F|mol|rad|eV)$/;

/** Products of groups; first in the braces of `R^{r\times k}` a letter and `times`. */
export const SEMIDIRECT = /^[lr]times$/;

/** Runs whose readings are kept, one for each place; a text's words come again and again. */
const CACHE_SIZE = 20_000;
const readings = new Map<string, (readonly string[] | null)[]>();

/**
 * Reads a run of letters that lost its backslashes: `sigmaleft` → `sigma` `left`, `nlog` → `n`
 * `log`, `xinR` → `x` `in` `R`. The cheapest reading wins, the longest command first. Undefined
 * where TeX could not have made the run: letters stand freely before a command, but after one only
 * where the page ate the command between them (`\in\mathbb{R}` → `inR`).
 */
export function unglue(
  run: string,
  { before, tight, next }: Around = ALONE,
): readonly string[] | undefined {
  if (!mayBeGlued(run)) return undefined;
  const place: Place = {
    afterDigit: DIGIT.test(before),
    isScript: tight && SCRIPT.test(before),
    tight,
    opens: isOpening(run, next),
    isFenced: FENCE.test(next),
    opensScript: !tight && SCRIPT.test(before),
  };
  const at = placeNumber(place);
  const known = readings.get(run);
  if (known?.[at] !== undefined) return known[at] ?? undefined;
  if (readings.size >= CACHE_SIZE) readings.clear();
  const reading = readRun(run, place);
  const kept = known ?? [];
  kept[at] = reading ?? null;
  readings.set(run, kept);
  return reading;
}

/** "mum", "langlecls" */
const STARTS_GLUED = /^(?:mu|l(?:angle|brace|floor|ceil))/;

/**
 * Whether a reading can be found at all, wherever the run stands: four words of five end with no
 * command and hold no capital.
 */
export function mayBeGlued(run: string): boolean {
  if (run.length > LONGEST_RUN || run.length < 3) return false;
  if (mayEndInCommand(run) || STARTS_GLUED.test(run) || isLetterAfterSign(run)) return true;
  for (let i = 2; i < run.length; i++) if (run.charCodeAt(i) <= CAPITAL_Z) return true;
  return false;
}

const CAPITAL_Z = 90;

/** What a reading depends on besides the run. */
interface Place {
  afterDigit: boolean;
  /** Right after "_" or "^". */
  isScript: boolean;
  tight: boolean;
  opens: boolean;
  /** Right before a bracket that opens. */
  isFenced: boolean;
  /** First in a script in braces. */
  opensScript: boolean;
}

function placeNumber(place: Place): number {
  const { afterDigit, isScript, tight, opens, isFenced, opensScript } = place;
  const bits = [afterDigit, isScript, tight, opens, isFenced, opensScript];
  return bits.reduce((number, bit, i) => number + (Number(bit) << i), 0);
}

/** "(" of "rankleft(" */
const FENCE = /^[([{|]/;

const DIGIT = /\d/;
const SCRIPT = /[_^]/;

/** What follows opens a set: "win[0, 1]", "kin [K]", "ain(1/2, 1)". */
function isOpening(run: string, next: string): boolean {
  return (
    next.startsWith('[') || (run.length === 3 && SET_NAME.test(run) && /^ ?[[{]|^\(/.test(next))
  );
}

function readRun(run: string, place: Place): string[] | undefined {
  const { afterDigit, tight, opens } = place;
  if (SEMIDIRECT.test(run)) return place.opensScript ? [run[0]!, run.slice(1)] : undefined;
  const special = readSpecial(run, place);
  if (special !== undefined) return special;
  if (place.isScript && run.length === 3) return undefined;
  if (SHORT_WORDS.has(run) && !opens) return undefined;
  if (CAMEL_NAME.test(run)) return readName(run);
  if (run.length === 3 && tight && /^[A-Z]in$/.test(run)) return undefined;
  const parts = cheapestReading(run);
  if (parts.some(isCommand) && isPossible(parts, tight && afterDigit)) return parts;
  return readJoined(run, place.isFenced) ?? readName(run);
}

/** The characters on both sides of a run, white space left out before it. */
export interface Around {
  before: string;
  /** No white space was left out. */
  tight: boolean;
  /** The two after it. */
  next: string;
}

const ALONE: Around = { before: '', tight: false, next: '' };

function readSpecial(run: string, { afterDigit, isScript }: Place): string[] | undefined {
  const styled = readStyled(run);
  if (styled !== undefined) return styled;
  const joined = COMPARED.exec(run) ?? (isScript ? SCRIPT_AND_SIGN.exec(run) : null);
  if (joined !== null && isBinary(joined[2]!)) return joined.slice(1);
  const unit = afterDigit ? MICRO_UNIT.exec(run) : null;
  const denied = DENIED.exec(run);
  if (denied !== null && COMMANDS.get(denied[3]!) === 'relation')
    return denied.slice(1).filter((part) => part !== '');
  const closed = CLOSED.exec(run);
  const bracket =
    OPENED.exec(run) ?? (closed !== null && !NO_BRACKET.test(closed[1]!) ? closed : null);
  return (unit ?? ALPHABET_LETTER.exec(run) ?? bracket)?.slice(1);
}

/** Stands between two operands. */
function isBinary(name: string): boolean {
  const kind = COMMANDS.get(name);
  return kind === 'relation' || kind === 'operator' || kind === 'arrow';
}

function cheapestReading(run: string): string[] {
  const costs = [0];
  const steps = [0];
  for (let end = 1; end <= run.length; end++) {
    let best = costs[end - 1]! + LETTER_COST;
    let step = 1;
    for (let size = Math.min(end, LONGEST_COMMAND); size >= 2; size--) {
      const name = run.slice(end - size, end);
      if (!GLUABLE.has(name)) continue;
      const price = HIDDEN.test(name)
        ? HIDDEN_COST
        : size === 2
          ? SHORT_COMMAND_COST
          : COMMAND_COST;
      const cost = costs[end - size]! + price;
      if (cost < best) [best, step] = [cost, size];
    }
    costs.push(best);
    steps.push(step);
  }
  const parts: string[] = [];
  for (let end = run.length; end > 0; end -= steps[end]!) {
    parts.unshift(run.slice(end - steps[end]!, end));
  }
  return parts;
}

function isCommand(part: string): boolean {
  return part.length > 1;
}

/** Not "Pi" and "le" of "Pile". At most three letters before the first command; after one, capitals. */
function isPossible(parts: readonly string[], afterNumber: boolean): boolean {
  const first = parts.findIndex(isCommand);
  const name = parts[first]!;
  if (first > 3 || (first > 1 && name.length === 2)) return false;
  if (parts.every((part) => part.length === 2)) return false;
  if (parts.some((part) => HIDDEN.test(part)) && parts.some(isLoose)) return false;
  const lower = parts.slice(0, first).every((part) => part > 'Z');
  const isSure = isPlainCommand(name) && name.length > 2 && name !== 'bmod';
  if (first > 1 && lower && !afterNumber && !isSure) return false;
  return parts.every((part, i) => i < first || isCommand(part) || part <= 'Z');
}

function isLoose(part: string, at: number): boolean {
  return part.length === 1 && (part > 'Z' || at === 0);
}

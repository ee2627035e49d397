import { COMMANDS, ENGLISH_COMMANDS, type CommandKind } from './commands.ts';

/** Longest run worth reading: `varepsilonleftrightarrow` and a bit. */
const LONGEST_RUN = 32;
const LONGEST_COMMAND = Math.max(...[...COMMANDS.keys()].map((name) => name.length));
const LETTER_COST = 1;
const COMMAND_COST = 0.9;
/** Names of two letters hide in every word: they need a better reason than a saved letter. */
const SHORT_COMMAND_COST = 1.5;

/** They need an argument, a brace or a space after them: never glued to a letter. */
const NEVER_GLUED: ReadonlySet<CommandKind> = new Set([
  'accent',
  'alphabet',
  'structure',
  'switch',
]);

/** Words of three and four letters that end like a formula: "win" is no "w in" before a word. */
const SHORT_WORDS = new Set(
  `win bin pin fin tin kin gin din ain ein lin rin auto into onto veto unto atop stop blog clog slog
  vlog flog mum sum hum gum rum`.split(/\s+/),
);

/** "Grad" of "perpGrad", "REC" of "RECcheckmarkD" */
const NAME_AFTER = /^(?:[A-Z][A-Za-z]*)?$/;
const NAME_BEFORE = /^(?:|[A-Za-z]*[A-Z])$/;
/** Only a long and unmistakable name is looked for inside a name of the author's. */
const SHORTEST_IN_NAME = 4;

/**
 * Reads a run of letters that lost its backslashes: `sigmaleft` → `sigma` `left`, `nlog` → `n`
 * `log`, `xinR` → `x` `in` `R`. The cheapest reading wins, the longest command first. Undefined
 * where TeX could not have made the run: letters stand freely before a command, but after one only
 * where the page ate the command between them (`\in\mathbb{R}` → `inR`). `next` is the character
 * after the run.
 */
export function unglue(run: string, next = ''): string[] | undefined {
  if (run.length > LONGEST_RUN || run.length < 3) return undefined;
  if (SHORT_WORDS.has(run) && next !== '[') return undefined;
  const parts = cheapestReading(run);
  if (parts.some(isCommand) && isPossible(parts)) return parts;
  return readName(run);
}

/** Whether a command proves a formula by itself: `leq` does, `in` and `alpha` do not. */
export function isPlainCommand(name: string): boolean {
  return COMMANDS.has(name) && !ENGLISH_COMMANDS.has(name);
}

function cheapestReading(run: string): string[] {
  const costs = [0];
  const steps = [0];
  for (let end = 1; end <= run.length; end++) {
    let best = costs[end - 1]! + LETTER_COST;
    let step = 1;
    for (let size = Math.min(end, LONGEST_COMMAND); size >= 2; size--) {
      if (!isGluable(run.slice(end - size, end))) continue;
      const cost = costs[end - size]! + (size === 2 ? SHORT_COMMAND_COST : COMMAND_COST);
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

function isGluable(name: string): boolean {
  const kind = COMMANDS.get(name);
  return kind !== undefined && !NEVER_GLUED.has(kind);
}

function isCommand(part: string): boolean {
  return part.length > 1;
}

/** At most three letters before the first command; after one, capitals. */
function isPossible(parts: readonly string[]): boolean {
  const first = parts.findIndex(isCommand);
  const name = parts[first]!;
  if (first > 3 || (first > 1 && name.length === 2)) return false;
  const lower = parts.slice(0, first).every((part) => part > 'Z');
  if (first > 1 && lower && !isPlainCommand(name)) {
    return first === 2 && parts.length === 3 && name.length > 4;
  }
  return parts.every((part, i) => i < first || isCommand(part) || part <= 'Z');
}

/** A sign in the author's name for a thing: `perpGrad` → `perp` `Grad`. */
function readName(run: string): string[] | undefined {
  for (let start = 0; start < run.length; start++) {
    for (
      let size = Math.min(LONGEST_COMMAND, run.length - start);
      size >= SHORTEST_IN_NAME;
      size--
    ) {
      const name = run.slice(start, start + size);
      if (!isSymbol(name)) continue;
      const [before, after] = [run.slice(0, start), run.slice(start + size)];
      if (!NAME_BEFORE.test(before) || !NAME_AFTER.test(after) || before + after === '') continue;
      return [before, name, after].filter((part) => part !== '');
    }
  }
  return undefined;
}

function isSymbol(name: string): boolean {
  const kind = COMMANDS.get(name);
  return (
    (kind === 'letterlike' || kind === 'arrow' || kind === 'operator') &&
    (isPlainCommand(name) || name === 'perp')
  );
}

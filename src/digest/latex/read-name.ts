import { COMMANDS, isPlainCommand, LONGEST_COMMAND } from './commands.ts';

/** "Grad" of "perpGrad", "REC" of "RECcheckmarkD" */
const NAME_AFTER = /^(?:[A-Z][A-Za-z]*)?$/;
const NAME_BEFORE = /^(?:|[A-Za-z]*[A-Z])$/;
const LONG_NAME_BEFORE = /^[A-Za-z]*$/;
/** Only an unmistakable command is looked for inside a name of the author's. */
const SHORTEST_IN_NAME = 4;
const UNMISTAKABLE = 8;
const SYMBOLS_IN_NAME: ReadonlySet<string> = new Set(
  [...COMMANDS.keys()].filter((name) => isSymbolInName(name)),
);

/** A sign in the author's name for a thing: `perpGrad` → `perp` `Grad`; undefined where there is none. */
export function readName(run: string): string[] | undefined {
  for (let start = 0; start < run.length; start++) {
    for (
      let size = Math.min(LONGEST_COMMAND, run.length - start);
      size >= SHORTEST_IN_NAME;
      size--
    ) {
      const name = run.slice(start, start + size);
      if (!SYMBOLS_IN_NAME.has(name)) continue;
      const [before, after] = [run.slice(0, start), run.slice(start + size)];
      const mayStand = size >= UNMISTAKABLE ? LONG_NAME_BEFORE : NAME_BEFORE;
      if (!mayStand.test(before) || !NAME_AFTER.test(after) || before + after === '') continue;
      if (name === 'times' && (before === '' || after === '')) continue;
      return [before, name, after].filter((part) => part !== '');
    }
  }
  return undefined;
}

function isSymbolInName(name: string): boolean {
  const kind = COMMANDS.get(name);
  return (
    (kind === 'letterlike' || kind === 'arrow' || kind === 'operator') &&
    (isPlainCommand(name) || name === 'perp' || name === 'times')
  );
}

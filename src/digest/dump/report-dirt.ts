import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { Dirt } from './clean-text.ts';
import type { SplitLines } from './split-lines.ts';

const NAMES: Record<Dirt, [one: string, many: string]> = {
  control: ['control character', 'control characters'],
  direction: [
    'character that turns the direction of text',
    'characters that turn the direction of text',
  ],
  invisible: ['invisible character', 'invisible characters'],
  noncharacter: ['noncharacter', 'noncharacters'],
  surrogate: ['half of a surrogate pair', 'halves of surrogate pairs'],
  stacked: ['heap of marks on one letter', 'heaps of marks on one letter'],
};

/** One finding for each kind of character that was taken out of a dump. */
export function reportDirt(file: string, dirt: SplitLines['dirt']): Diagnostic[] {
  return [...dirt].map(([kind, { count, line, column }]) =>
    diagnose(
      kind === 'surrogate' ? 'broken-character' : 'characters-removed',
      { file, line, column },
      `${count} ${NAMES[kind][count === 1 ? 0 : 1]}`,
    ),
  );
}

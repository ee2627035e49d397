import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readBriefs } from '../stored-papers.ts';
import { charactersOf, type Characters } from './characters.ts';

const PAPERS = 'papers.ndjson';

export interface UsedCharacters {
  /** In any text of the site, formulae included. */
  text: Set<string>;
  /** In formulae, slanted letters as such. */
  math: Set<string>;
}

/** The characters beyond ASCII of a digest folder; none where it is not built yet. */
export function usedCharacters(folder: string): UsedCharacters {
  const used = { text: new Set<string>(), math: new Set<string>() };
  for (const name of namesIn(folder)) {
    for (const { text, math } of charactersIn(path.join(folder, name))) {
      for (const character of text) used.text.add(character);
      for (const character of math) used.math.add(character);
    }
  }
  return used;
}

/** Papers have been looked through when they were stored. */
function* charactersIn(file: string): Generator<Characters> {
  if (path.basename(file) !== PAPERS) yield charactersOf(readFileSync(file, 'utf8'));
  else for (const { characters } of readBriefs(file)) yield characters;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => /\.(?:nd)?json$/.test(file));
  } catch {
    return [];
  }
}

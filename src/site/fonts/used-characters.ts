import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { charactersOf, UsedCharacters, type Characters } from './characters.ts';

/** Those of the papers, which were looked through when they were stored. */
const OF_PAPERS = 'characters.json';

/** The characters beyond ASCII of a digest folder; none where it is not built yet. */
export function usedCharacters(folder: string): UsedCharacters {
  const used = new UsedCharacters();
  for (const name of namesIn(folder)) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    used.add(name === OF_PAPERS ? (JSON.parse(text) as Characters) : charactersOf(text));
  }
  return used;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.json'));
  } catch {
    return [];
  }
}

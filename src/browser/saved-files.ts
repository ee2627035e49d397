import { download } from './download.ts';
import { readReader, toReader, type Reader } from './reader.ts';

/** What an import may be: a list of some thousand papers. */
const MAX_IMPORT_BYTES = 5_000_000;
/** Files fetched at the same time. */
const AT_ONCE = 6;

/** All that is on the list, as a file. */
export function exportList(): string {
  const { saved, followed, searches } = readReader();
  download(
    'my-list.json',
    'application/json',
    JSON.stringify({ saved, followed, searches }, null, 1),
  );
  return 'my-list.json holds your list.';
}

/** What an exported file adds to a list, or undefined where it is none. */
export async function readList(
  file: File,
): Promise<{ count: number; add: (reader: Reader) => void } | undefined> {
  if (file.size > MAX_IMPORT_BYTES) return undefined;
  try {
    const { saved, followed, searches } = toReader(JSON.parse(await file.text()));
    const count = [saved, followed, searches].flatMap((list) => Object.keys(list)).length;
    if (count === 0) return undefined;
    return {
      count,
      add: (reader) => {
        Object.assign(reader.saved, saved);
        Object.assign(reader.followed, followed);
        Object.assign(reader.searches, searches);
      },
    };
  } catch {
    return undefined;
  }
}

/** The BibTeX entries of the saved papers below `papers`, as one file; says how that went. */
export async function saveBibTex(papers: string, say: (text: string) => void): Promise<void> {
  const ids = Object.keys(readReader().saved);
  const entries: (string | undefined)[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    say(`Reading ${start} of ${ids.length} …`);
    const addresses = ids.slice(start, start + AT_ONCE).map((id) => `${papers}${id}.bib`);
    entries.push(...(await Promise.all(addresses.map(fetchBibTex))));
  }
  const found = entries.filter((entry) => entry !== undefined);
  if (found.length > 0) download('saved.bib', 'application/x-bibtex', found.join('\n\n'));
  say(
    found.length === ids.length
      ? `saved.bib holds ${found.length} entries.`
      : `saved.bib holds ${found.length} of ${ids.length} entries; the others could not be read.`,
  );
}

async function fetchBibTex(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? (await response.text()).trim() : undefined;
  } catch {
    return undefined;
  }
}

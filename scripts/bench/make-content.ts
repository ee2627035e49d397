import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { segmentDump } from '../../src/digest/dump/segment-dump.ts';
import { sharedFolder } from '../eval/figures.ts';
import { seededRandom } from './seeded-random.ts';

export const PAPERS_A_DAY = 100;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;
/** An end of a sentence: ". We", "? The". */
const SENTENCE_END = /(?<=[.?!]) (?=[A-Z])/;

interface SourcePaper {
  title: string;
  sentences: string[];
}

/**
 * Writes a content folder of `count` papers, spread over days of 100: first the papers of the
 * corpus as they are, then new ones whose title words and sentences are drawn from it by `seed`.
 * The same arguments write the same bytes.
 */
export function makeContent(folder: string, count: number, seed = 14): void {
  const source = readSource();
  const random = seededRandom(seed);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'dumps'), { recursive: true });
  for (const name of ['topics.yaml', 'site.yaml'])
    cpSync(path.join('content', name), path.join(folder, name));
  for (const name of ['metadata.yaml', 'corrections.yaml'])
    writeFileSync(path.join(folder, name), '');
  for (let first = 0, day = 0; first < count; first += PAPERS_A_DAY, day++) {
    const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
    const size = Math.min(PAPERS_A_DAY, count - first);
    const papers = Array.from({ length: size }, (_, index) =>
      paperAt(first + index, source, random),
    );
    writeFileSync(path.join(folder, 'dumps', `${date}.txt`), papers.join('\n'));
  }
}

/** The corpus where it is present, with the formulae of the shipped dump; else that dump alone. */
function readSource(): SourcePaper[] {
  const files = ['content/dumps/2025-03-14.txt'];
  if (sharedFolder) files.unshift(path.join(sharedFolder, 'corpus/2025-11-30-arxiv-4000.txt'));
  return files.flatMap((file) =>
    segmentDump({ file, date: '2025-01-01', text: readFileSync(file, 'utf8') }).entries.map(
      (entry) => ({
        title: entry.title.text,
        sentences: entry.abstract.text.split(SENTENCE_END),
      }),
    ),
  );
}

function paperAt(index: number, source: SourcePaper[], random: () => number): string {
  const own = source[index];
  if (own) return `${own.title}\n\n${own.sentences.join(' ')}\n`;
  const pick = () => source[Math.floor(random() * source.length)]!;
  const [head, tail] = [pick(), pick()];
  const words = [...head.title.split(' ').slice(0, 5), ...tail.title.split(' ').slice(-4)];
  const sentences = Array.from({ length: 6 + Math.floor(random() * 4) }, () => {
    const { sentences: own } = pick();
    return own[Math.floor(random() * own.length)]!;
  });
  return `${words.join(' ')} ${index}\n\n${sentences.join(' ')}\n`;
}

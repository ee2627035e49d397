import { parentPort, workerData } from 'node:worker_threads';
import { PaperReader } from '../src/digest/related/paper-reader.ts';
import { relateRead } from '../src/digest/related/relate-papers.ts';
import { openWords, saveWords } from './kept-words.ts';
import type { RelateMessage, RelateWork } from './related-papers.ts';

/**
 * The thread of `RelatedPapers`: papers are read as they come; the answer to all of them, once. Then
 * their words are kept for the next build, where more than a few are new or gone.
 */

/** To read the words of so few papers again takes less time than to write those of all. */
const LITTLE = 1 / 100;

const { file, kept } = workerData as RelateWork;
const { reader, runs } = kept ? openWords(kept) : { reader: new PaperReader(), runs: [] };
const known = runs.length;

parentPort!.on('message', (message: RelateMessage) => {
  if ('ahead' in message) {
    for (const texts of message.ahead) runs.push(reader.read(texts));
    return;
  }
  const papers = message.papers.map(({ place, ...paper }) => ({ ...paper, run: runs[place]! }));
  parentPort!.postMessage(relateRead(papers, message.topics, reader));
  parentPort!.close();
  const used = new Map(message.papers.map(({ place }) => [message.names[place]!, runs[place]!]));
  const fresh = new Set(message.papers.map(({ place }) => place).filter((place) => place >= known));
  const gone = known - (used.size - fresh.size);
  if (file && fresh.size + gone > used.size * LITTLE) saveWords(file, used, reader);
});

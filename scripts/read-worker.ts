import { parentPort, workerData } from 'node:worker_threads';
import { readAhead } from '../src/digest/build-digest.ts';
import type { Entry } from '../src/digest/dump/dump.ts';
import { createTagger } from '../src/digest/topics/tag-paper.ts';
import type { Taxonomy } from '../src/digest/topics/taxonomy.ts';
import { GatheredResults } from './kept-results.ts';

/** A thread of `readInParallel`: entries in, the lines of their results out. */
const tagger = createTagger(workerData as Taxonomy);
parentPort!.on('message', (entries: Entry[]) => {
  const gathered = new GatheredResults();
  for (const entry of entries) readAhead(entry, tagger, gathered.keep);
  parentPort!.postMessage(gathered.bytes());
});

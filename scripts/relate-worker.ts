import { parentPort } from 'node:worker_threads';
import { PaperReader } from '../src/digest/related/paper-reader.ts';
import type { PaperTexts } from '../src/digest/related/paper-words.ts';
import { relatePapers } from '../src/digest/related/relate-papers.ts';
import type { RelateMessage } from './related-papers.ts';

/** The thread of `RelatedPapers`: papers are read as they come; the answer to all of them, once. */
const reader = new PaperReader();
const ahead: PaperTexts[] = [];
parentPort!.on('message', (message: RelateMessage) => {
  if ('ahead' in message) {
    for (const paper of message.ahead) reader.read(paper);
    ahead.push(...message.ahead);
    return;
  }
  const papers = message.papers.map(({ id, topics, texts }) => ({
    ...(typeof texts === 'number' ? ahead[texts]! : texts),
    id,
    topics,
  }));
  parentPort!.postMessage(relatePapers(papers, message.topics, reader));
});

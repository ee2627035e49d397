import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { segmentOnce, type DigestInput } from '../src/digest/build-digest.ts';
import type { Entry } from '../src/digest/dump/dump.ts';
import { entryKey } from '../src/digest/paper/to-paper.ts';
import type { KeptResults } from './kept-results.ts';

/** A thread takes half a second to start: for fewer papers one is enough. */
const WORTH_IT = 1500;
/** Papers that a thread is given at a time: few enough that all end at about the same time. */
const BATCH = 100;
const MOST_THREADS = 8;

/**
 * Reads the papers that `kept` does not know yet, on all cores, and gives the results to `kept`;
 * `buildDigest` then finds them there. Does nothing for few papers.
 */
export async function readInParallel(
  { dumps, taxonomy }: Pick<DigestInput, 'dumps' | 'taxonomy'>,
  kept: KeptResults,
  watch: NonNullable<DigestInput['watch']>,
): Promise<void> {
  const entries = dumps
    .flatMap((dump) => segmentOnce(dump).entries)
    .filter((entry) => !kept.has('paper', entryKey(entry)));
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  if (threads < 2 || entries.length < WORTH_IT) return;
  const batches = inBatches(entries);
  let done = 0;
  const work = async () => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: taxonomy,
    });
    try {
      for (const batch of batches) {
        kept.add(await answer(worker, batch));
        watch('read', (done += batch.length), entries.length);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
}

/** One iterator for all threads: each takes the next batch when it is free. */
function* inBatches(entries: readonly Entry[]): Generator<Entry[]> {
  for (let at = 0; at < entries.length; at += BATCH) {
    // Without the text of the whole dump.
    yield entries
      .slice(at, at + BATCH)
      .map((entry) => ({ ...entry, dump: { ...entry.dump, text: '' } }));
  }
}

function answer(worker: Worker, batch: readonly Entry[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (lines: Uint8Array) => {
      worker.off('error', reject);
      resolve(Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength));
    });
    worker.postMessage(batch);
  });
}

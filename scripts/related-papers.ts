import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PaperTexts } from '../src/digest/related/paper-words.ts';
import {
  relatePapers,
  type Related,
  type RelatedPaper,
} from '../src/digest/related/relate-papers.ts';
import type { Taxonomy } from '../src/digest/topics/taxonomy.ts';

/** A thread takes a tenth of a second to start: fewer papers are related where they are. */
const WORTH_IT = 1500;
/** Papers that are sent at a time. */
const BATCH = 200;
/** What the thread makes stays or is gone at once: with as much as Node gives, 25 MB more are in use. */
const YOUNG_MEGABYTES = 12;

type Topic = Pick<Taxonomy['topics'][number], 'id' | 'label'>;
/** A paper of the digest; a number stands for texts that were sent ahead. */
type SentPaper = Pick<RelatedPaper, 'id' | 'topics'> & { texts: number | PaperTexts };

/** What the thread is told. */
export type RelateMessage =
  { ahead: PaperTexts[] } | { papers: readonly SentPaper[]; topics: readonly Topic[] };

/**
 * `relatePapers` in a thread of its own, which reads papers while others are still on their way, and
 * relates them while something else is done. Few papers are related in this thread.
 */
export class RelatedPapers {
  private readonly worker: Worker | undefined;
  /** The places of the texts that were sent ahead, by abstract. */
  private readonly sent = new Map<string, { titleText: string; place: number }>();
  private batch: PaperTexts[] = [];
  private count = 0;

  /** For about so many papers. */
  constructor(papers: number) {
    if (availableParallelism() < 2 || papers < WORTH_IT) return;
    this.worker = new Worker(new URL('./relate-worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    // Whoever gives up before the end need not think of it.
    this.worker.unref();
  }

  /** Hears of a paper that is probably one of those to relate, with these texts. */
  readonly expect = ({ titleText, abstractText }: PaperTexts): void => {
    if (!this.worker) return;
    this.sent.set(abstractText, { titleText, place: this.count++ });
    this.batch.push({ titleText, abstractText });
    if (this.batch.length === BATCH) this.sendBatch();
  };

  /** What `relatePapers` says. The papers may change as soon as this has returned its promise. */
  relate(papers: readonly RelatedPaper[], topics: readonly Topic[]): Promise<Related[][]> {
    const { worker } = this;
    if (!worker) return Promise.resolve(relatePapers(papers, topics));
    this.sendBatch();
    this.send({
      papers: papers.map((paper) => this.toSend(paper)),
      topics: topics.map(({ id, label }) => ({ id, label })),
    });
    worker.ref();
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (related: Related[][]) => {
        void worker.terminate();
        resolve(related);
      });
    });
  }

  /** What is read of a paper, and no more: it is copied. */
  private toSend({ id, topics, titleText, abstractText }: RelatedPaper): SentPaper {
    const sent = this.sent.get(abstractText);
    const texts = sent?.titleText === titleText ? sent.place : { titleText, abstractText };
    return { id, topics: topics.map((topic) => ({ id: topic.id })), texts };
  }

  private sendBatch(): void {
    this.send({ ahead: this.batch });
    this.batch = [];
  }

  private send(message: RelateMessage): void {
    this.worker!.postMessage(message);
  }
}

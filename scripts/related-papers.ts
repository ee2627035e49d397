import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PaperTexts } from '../src/digest/related/paper-words.ts';
import {
  relatePapers,
  type ReadRelated,
  type Related,
  type RelatedPaper,
} from '../src/digest/related/relate-papers.ts';
import type { Taxonomy } from '../src/digest/topics/taxonomy.ts';
import {
  bytesToGive,
  namesOf,
  nameOfTexts,
  readKeptWords,
  type KeptWords,
  type WordsFile,
} from './kept-words.ts';

/** A thread takes a tenth of a second to start: fewer papers are related where they are. */
const WORTH_IT = 1500;
/** Papers that are sent at a time. */
const BATCH = 200;
/** What the thread makes stays or is gone at once: with as much as Node gives, 25 MB more are in use. */
const YOUNG_MEGABYTES = 12;

type Topic = Pick<Taxonomy['topics'][number], 'id' | 'label'>;
/** A paper of the digest; its texts are those of a place among the kept and the sent ones. */
type SentPaper = Omit<ReadRelated, 'run'> & { place: number };

/** What the thread begins with. */
export interface RelateWork {
  file: WordsFile | undefined;
  kept: KeptWords | undefined;
}

/** What the thread is told: texts that are not kept; then all papers, with the names of all texts. */
export type RelateMessage =
  | { ahead: readonly PaperTexts[] }
  | { papers: readonly SentPaper[]; names: readonly string[]; topics: readonly Topic[] };

/**
 * `relatePapers` in a thread of its own, which reads papers while others are still on their way, and
 * relates them while something else is done. Texts whose words were kept by the build before are not
 * even sent. Few papers are related in this thread.
 */
export class RelatedPapers {
  private readonly worker: Worker | undefined;
  /** The places of texts, by name: first those that are kept, then those that were sent. */
  private readonly places = new Map<string, number>();
  /** The same of those that were asked for, by abstract. */
  private readonly asked = new Map<string, { titleText: string; place: number }>();
  private batch: PaperTexts[] = [];
  private ended = Promise.resolve();

  /** For about so many papers; their words are kept in `file`. */
  constructor(papers: number, file?: WordsFile) {
    if (availableParallelism() < 2 || papers < WORTH_IT) return;
    const kept = file && readKeptWords(file);
    for (const [place, name] of (kept ? namesOf(kept) : []).entries()) this.places.set(name, place);
    this.worker = new Worker(new URL('./relate-worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      workerData: { file, kept } satisfies RelateWork,
      transferList: kept ? bytesToGive(kept) : [],
    });
    // Whoever gives up before the end need not think of it.
    this.worker.unref();
  }

  /** Hears of a paper that is probably one of those to relate, with these texts. */
  readonly expect = (texts: PaperTexts): void => {
    if (this.worker) this.placeOf(texts);
  };

  /** What `relatePapers` says. The papers may change as soon as this has returned its promise. */
  relate(papers: readonly RelatedPaper[], topics: readonly Topic[]): Promise<Related[][]> {
    const { worker } = this;
    if (!worker) return Promise.resolve(relatePapers(papers, topics));
    const sent = papers.map((paper) => this.toSend(paper));
    this.sendBatch();
    this.send({
      papers: sent,
      names: [...this.places.keys()],
      topics: topics.map(({ id, label }) => ({ id, label })),
    });
    worker.ref();
    this.ended = new Promise((resolve) => worker.once('exit', () => resolve()));
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', resolve);
    });
  }

  /** Ends when the words of what was related are kept. */
  kept(): Promise<void> {
    return this.ended;
  }

  /** What is read of a paper, and no more: it is copied. */
  private toSend(paper: RelatedPaper): SentPaper {
    const topics = paper.topics.map(({ id, score }) => ({ id, score }));
    return { id: paper.id, topics, place: this.placeOf(paper) };
  }

  /** Texts that are not there yet are sent. */
  private placeOf({ titleText, abstractText }: PaperTexts): number {
    const asked = this.asked.get(abstractText);
    if (asked?.titleText === titleText) return asked.place;
    const name = nameOfTexts({ titleText, abstractText });
    const place = this.places.get(name) ?? this.places.size;
    this.asked.set(abstractText, { titleText, place });
    if (place < this.places.size) return place;
    this.places.set(name, place);
    this.batch.push({ titleText, abstractText });
    if (this.batch.length === BATCH) this.sendBatch();
    return place;
  }

  private sendBatch(): void {
    this.send({ ahead: this.batch });
    this.batch = [];
  }

  private send(message: RelateMessage): void {
    this.worker!.postMessage(message);
  }
}

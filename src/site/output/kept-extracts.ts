import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { PaperExtract } from '../../search/index/extract-paper.ts';
import { numbersOf, type PaperTerms } from '../../search/index/paper-terms.ts';
import { Vocabulary } from '../../search/index/vocabulary.ts';
import type { ExtractMemory } from '../files/search-files.ts';

const NEWLINE = 10;

/** The first line of the file: what follows it, and a sum over that. */
interface Head {
  version: string;
  sum: number;
  /** The bytes of the facts; behind them the terms of all papers, as numbers. */
  facts: number;
}

/** What is plain of the papers' extracts, and the terms that the numbers mean. */
interface Facts {
  vocabulary: readonly string[];
  papers: readonly (readonly [name: string, count: number, extract: object])[];
}

/**
 * What the search index takes from papers, remembered between builds by name, which says all that an
 * extract depends on besides `version`. An unchanged paper costs no word: its terms are numbers of a
 * vocabulary that is kept with them. The file may be deleted at any time, is replaced in one step,
 * and is as none where a byte of it differs.
 */
export class KeptExtracts implements ExtractMemory {
  readonly vocabulary: Vocabulary;
  private readonly path: string;
  private readonly version: string;
  private readonly before: ReadonlyMap<string, PaperExtract>;
  private readonly used = new Map<string, PaperExtract>();
  private isNew = false;

  constructor(file: string, version: string) {
    // Numbers lie in the file as the machine has them.
    [this.path, this.version] = [file, `${version} ${endianness()}`];
    const { vocabulary, extracts } = readExtracts(file, this.version);
    [this.vocabulary, this.before] = [new Vocabulary(vocabulary), extracts];
  }

  keep(name: string, make: () => PaperExtract): PaperExtract {
    const known = this.used.get(name) ?? this.before.get(name);
    const extract = known ?? make();
    this.used.set(name, extract);
    this.isNew ||= known === undefined;
    return extract;
  }

  /** Keeps what this build has used, for the next one. A cache that cannot be written is none. */
  save(): void {
    if (!this.isNew && this.used.size === this.before.size) return;
    const fresh = `${this.path}.${process.pid}`;
    try {
      mkdirSync(path.dirname(this.path), { recursive: true });
      const target = openSync(fresh, 'w');
      for (const piece of toFile(this.used, this.vocabulary, this.version))
        writeFileSync(target, piece);
      closeSync(target);
      renameSync(fresh, this.path);
    } catch {
      // Without it the next build takes longer, and says the same.
    }
  }
}

/** The file in pieces. */
function toFile(
  extracts: ReadonlyMap<string, PaperExtract>,
  vocabulary: Vocabulary,
  version: string,
): Uint8Array[] {
  const packed = packNumbers(
    [...extracts.values()].map(({ terms }) => terms),
    vocabulary,
  );
  const papers = Array.from(extracts, ([name, { terms, ...plain }]) => {
    return [name, terms.length, plain] as const;
  });
  const facts = Buffer.from(JSON.stringify({ vocabulary: packed.held, papers } satisfies Facts));
  const numbers = new Uint8Array(packed.numbers.buffer);
  const head: Head = { version, sum: crc32(numbers, crc32(facts)), facts: facts.length };
  return [Buffer.from(`${JSON.stringify(head)}\n`), facts, numbers];
}

/** All lists in one, with the numbers of the terms that they hold: a vocabulary never forgets. */
function packNumbers(lists: readonly PaperTerms[], { terms }: Vocabulary) {
  const numbers = new Int32Array(lists.reduce((total, list) => total + list.length, 0));
  const isHeld = new Uint8Array(terms.length);
  let next = 0;
  const copies = lists.map((list) => {
    numbers.set(list, next);
    return numbersOf(numbers.subarray(next, (next += list.length)));
  });
  for (const copy of copies) for (const number of copy) isHeld[number] = 1;
  // In order, so that the index need hardly sort them.
  const held = terms.filter((_, number) => isHeld[number] === 1).sort();
  const places = new Map(held.map((term, place) => [term, place]));
  const renumbered = Int32Array.from(terms, (term) => places.get(term) ?? -1);
  for (const copy of copies)
    for (let at = 0; at < copy.length; at++) copy[at] = renumbered[copy[at]!]!;
  return { held, numbers };
}

interface ReadExtracts {
  vocabulary: readonly string[];
  extracts: Map<string, PaperExtract>;
}

/** Nothing where the file is not there, not whole, or of another version. */
function readExtracts(file: string, version: string): ReadExtracts {
  const nothing = { vocabulary: [], extracts: new Map() };
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(NEWLINE);
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
    const body = bytes.subarray(end + 1);
    if (head.version !== version || head.sum !== crc32(body)) return nothing;
    const facts = JSON.parse(body.toString('utf8', 0, head.facts)) as Facts;
    return { vocabulary: facts.vocabulary, extracts: toExtracts(facts, body.subarray(head.facts)) };
  } catch {
    return nothing;
  }
}

function toExtracts({ papers }: Facts, bytes: Buffer): Map<string, PaperExtract> {
  // A list of numbers begins at a multiple of its width.
  const numbers = new Int32Array(bytes.length / Int32Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes);
  let next = 0;
  return new Map(
    papers.map(([name, count, plain]) => {
      const terms = numbers.subarray(next, (next += count));
      return [name, { ...plain, terms } as PaperExtract];
    }),
  );
}

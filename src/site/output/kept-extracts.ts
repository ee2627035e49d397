import type { PaperExtract } from '../../search/index/extract-paper.ts';
import { numbersOf, type PaperTerms } from '../../search/index/paper-terms.ts';
import { Vocabulary } from '../../search/index/vocabulary.ts';
import type { ExtractMemory } from '../files/search-files.ts';
import { bytesOf, readParts, writeParts } from './kept-parts.ts';

/** To write the file takes as long as to make one in so many extracts. */
const CHEAPER = 500;

/** The first part of the file; behind it the terms of all papers, as numbers. */
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
  private made = 0;

  constructor(file: string, version: string) {
    [this.path, this.version] = [file, version];
    const { vocabulary, extracts } = readExtracts(file, version);
    [this.vocabulary, this.before] = [new Vocabulary(vocabulary), extracts];
  }

  keep(name: string, make: () => PaperExtract): PaperExtract {
    const known = this.used.get(name) ?? this.before.get(name);
    if (known === undefined) this.made += 1;
    const extract = known ?? make();
    this.used.set(name, extract);
    return extract;
  }

  /** Keeps what this build has used, for the next one; not where making it again takes less. */
  save(): void {
    const left = this.before.size - (this.used.size - this.made);
    if (this.made + left <= this.before.size / CHEAPER) return;
    writeParts(this.path, this.version, toParts(this.used, this.vocabulary));
  }
}

function toParts(
  extracts: ReadonlyMap<string, PaperExtract>,
  vocabulary: Vocabulary,
): [facts: Uint8Array, terms: Uint8Array] {
  const packed = packNumbers(
    [...extracts.values()].map(({ terms }) => terms),
    vocabulary,
  );
  const papers = Array.from(extracts, ([name, { terms, ...plain }]) => {
    return [name, terms.length, plain] as const;
  });
  const facts: Facts = { vocabulary: packed.held, papers };
  return [Buffer.from(JSON.stringify(facts)), bytesOf(packed.numbers)];
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

function readExtracts(file: string, version: string): ReadExtracts {
  const parts = readParts(file, version);
  if (!parts) return { vocabulary: [], extracts: new Map() };
  const facts = JSON.parse(parts[0]!.toString()) as Facts;
  return { vocabulary: facts.vocabulary, extracts: toExtracts(facts, parts[1]!) };
}

function toExtracts({ papers }: Facts, bytes: Uint8Array): Map<string, PaperExtract> {
  // A list of numbers begins at a multiple of its width.
  const numbers = new Int32Array(bytes.length / Int32Array.BYTES_PER_ELEMENT);
  bytesOf(numbers).set(bytes);
  let next = 0;
  return new Map(
    papers.map(([name, count, plain]) => {
      const terms = numbers.subarray(next, (next += count));
      return [name, { ...plain, terms } as PaperExtract];
    }),
  );
}

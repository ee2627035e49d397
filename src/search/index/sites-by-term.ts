import type { LongForm } from './long-forms.ts';
import { eachSite, OF_LONG_FORM, type PaperTerms } from './paper-terms.ts';

/** Where all terms of a corpus stand: by term, then by paper, then in the order of `eachSite`. */
export interface Sites {
  /** For each term where its sites end. */
  ends: Int32Array;
  papers: Int32Array;
  sites: Int32Array;
}

/** A paper's terms, and the acronyms that it spells out. */
export interface PaperSites {
  terms: PaperTerms;
  spelledOut: readonly LongForm[];
}

/** Sorts by counting: a large corpus has millions of sites. `isStop` has a place for each term. */
export function sitesByTerm(corpus: readonly PaperSites[], isStop: Uint8Array): Sites {
  const ends = countSites(corpus, isStop);
  for (let term = 1; term < ends.length; term++) ends[term]! += ends[term - 1]!;
  const total = ends.at(-1) ?? 0;
  const [papers, sites] = [new Int32Array(total), new Int32Array(total)];
  const next = new Int32Array(ends.length);
  next.set(ends.subarray(0, -1), 1);
  for (const [paper, one] of corpus.entries()) {
    const put = (term: number, site: number) => {
      const at = next[term]!++;
      papers[at] = paper;
      sites[at] = site;
    };
    eachSite(one.terms, isStop, put);
    for (const { term } of one.spelledOut) put(term, OF_LONG_FORM);
  }
  return { ends, papers, sites };
}

function countSites(corpus: readonly PaperSites[], isStop: Uint8Array): Int32Array {
  const counts = new Int32Array(isStop.length);
  const count = (term: number) => {
    counts[term]! += 1;
  };
  for (const { terms, spelledOut } of corpus) {
    eachSite(terms, isStop, count);
    for (const { term } of spelledOut) count(term);
  }
  return counts;
}

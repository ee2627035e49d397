import { STOP_WORDS } from '../text/stop-words.ts';
import type { PaperExtract } from './extract-paper.ts';
import type { Acronym } from './learn-acronyms.ts';
import { LongForms } from './long-forms.ts';
import { abstractPlace } from './paper-terms.ts';
import { sitesByTerm, type Sites } from './sites-by-term.ts';
import { TermRows, type TermSummary } from './term-rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term with the papers that hold it. */
export interface TermEntry extends TermSummary {
  term: string;
}

/** All terms of a corpus, and what else is learned of its papers on the way. */
export interface InvertedTerms {
  /** In order. */
  entries: readonly TermEntry[];
  rows: TermRows;
  /** The acronyms whose long form a paper holds. */
  spelledOut: ReadonlySet<Acronym>;
}

/** From papers and their terms to terms and their papers. */
export function invertTerms(
  papers: readonly PaperExtract[],
  vocabulary: Vocabulary,
  acronyms: readonly Acronym[],
): InvertedTerms {
  const longForms = new LongForms(acronyms, vocabulary);
  const corpus = papers.map(({ terms }) => ({ terms, spelledOut: longForms.in(terms) }));
  const sites = sitesByTerm(corpus, vocabulary.mark(STOP_WORDS));
  const rows = new TermRows(sites.sites.length);
  const abstracts = Int32Array.from(papers, ({ terms }) => abstractPlace(terms));
  return {
    entries: toEntries(vocabulary.terms, sites, rows, abstracts),
    rows,
    spelledOut: new Set(corpus.flatMap(({ spelledOut }) => spelledOut.map((one) => one.acronym))),
  };
}

/** The terms that a paper holds. */
function toEntries(
  terms: readonly string[],
  sites: Sites,
  rows: TermRows,
  abstracts: Int32Array,
): TermEntry[] {
  const entries: TermEntry[] = [];
  let start = 0;
  for (const [number, term] of terms.entries()) {
    const end = sites.ends[number]!;
    if (end > start) {
      const { first, count, fields, isWord } = rows.add(sites, start, end, abstracts);
      entries.push({ term, first, count, fields, isWord });
    }
    start = end;
  }
  return entries.sort((a, b) => (a.term < b.term ? -1 : 1));
}

import type { Acronyms } from './acronyms.ts';
import { combine, type Ranked } from './combine.ts';
import type { Corrector } from './correct-word.ts';
import type { WordAnswer, WordMatcher } from './match-words.ts';

/** Why hits are hits, where that is not plain. */
export type Reason =
  | { kind: 'acronym'; acronym: string; longForms: string[] }
  | { kind: 'spelling'; typed: string; shown: string; also?: true }
  | { kind: 'forms'; typed: string; also?: true }
  | { kind: 'most'; missing: string[] };

/** The papers that answer a query. */
export interface Found extends Ranked {
  reasons: Reason[];
  /** For each word the terms that answer it, to be marked. */
  terms: ReadonlySet<string>[];
  /** The words that no paper answers. */
  unanswered: string[];
  /** The words that papers answer, those of the fewest papers first. */
  answered: string[];
}

/** What finding needs of an index. */
export interface Sources {
  matcher: WordMatcher;
  acronyms: Acronyms;
  corrector: () => Promise<Corrector>;
}

/** The papers that hold at least `least` of the words, all of them unless said. */
export function toFound(
  answers: readonly WordAnswer[],
  { matcher }: Sources,
  reasons: Reason[],
  least = answers.length,
): Found {
  const ranked = combine(answers, matcher.ranking.count, least);
  const byPapers = answers.toSorted((a, b) => a.matches.papers.length - b.matches.papers.length);
  return {
    ...ranked,
    reasons,
    terms: answers.map(({ terms }) => terms),
    unanswered: answers
      .filter(({ matches }) => matches.papers.length === 0)
      .map(({ word }) => word.term),
    answered: byPapers
      .filter(({ matches }) => matches.papers.length > 0)
      .map(({ word }) => word.term),
  };
}

/** Papers of a later tier below those of an earlier one; they say why they are there as well. */
export function appendFound(first: Found, later: Found | undefined): Found {
  const more = later?.papers.filter((paper) => !first.scores[paper]) ?? [];
  if (!later || more.length === 0) return first;
  const scores = first.scores.slice();
  const least = Math.min(...first.papers.map((paper) => first.scores[paper]!));
  const most = Math.max(...more.map((paper) => later.scores[paper]!));
  for (const paper of more) scores[paper] = (later.scores[paper]! / most) * least * BELOW;
  return {
    ...first,
    papers: [...first.papers, ...more],
    scores,
    reasons: [
      ...first.reasons,
      ...later.reasons.map((reason) => ({ ...reason, also: true }) as Reason),
    ],
    terms: first.terms.map((terms, at) => new Set([...terms, ...(later.terms[at] ?? [])])),
  };
}

/** Far enough below that nothing that is added to a score later lifts a paper over the others. */
const BELOW = 0.5;

import type { Paper } from '../schema.ts';

const MOST = 5;

/** For each paper its neighbours, nearest first, with the terms that they share. */
export function relatePapers(papers: readonly Paper[]): Paper['related'][] {
  const terms = papers.map(
    ({ titleText }) => new Set(titleText.toLowerCase().match(/[a-z]{5,}/g) ?? []),
  );
  return papers.map((paper, index) =>
    papers
      .map((other, at) => {
        const shared = [...terms[index]!].filter((term) => terms[at]!.has(term)).sort();
        return { id: other.id, score: shared.length / (terms[index]!.size + 1), terms: shared };
      })
      .filter(({ id, terms: shared }) => id !== paper.id && shared.length > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST),
  );
}

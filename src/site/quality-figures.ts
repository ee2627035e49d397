/** How a figure is written: a share as per cent, a score with three decimals, or a plain count. */
type Format = 'share' | 'score' | 'count';

interface QualityFigure {
  /** Its name in `quality.json`. */
  key: string;
  label: string;
  format: Format;
}

interface QualityPart {
  id: string;
  label: string;
  /** What was measured against what, and what the figures mean. */
  meaning: string;
  figures: readonly QualityFigure[];
}

/** The figures that are published, for the README and the about page alike. */
export const QUALITY_PARTS: readonly QualityPart[] = [
  {
    id: 'latex',
    label: 'Recovered mathematics',
    meaning:
      'Measured on 2,277 real abstracts of which both the original LaTeX and the damaged page text are known. An abstract counts as recovered only when every formula and every word of it reads exactly as in the original; a clean one must come out as it was pasted. The rules were made with these abstracts in view.',
    figures: [
      { key: 'latex recovered', label: 'Damaged abstracts recovered exactly', format: 'share' },
      { key: 'latex dense', label: 'Of these, with three or more formulae', format: 'share' },
      { key: 'latex cleanKept', label: 'Clean abstracts left as they are', format: 'share' },
      { key: 'latex rejected', label: 'Formulae that cannot be typeset', format: 'count' },
    ],
  },
  {
    id: 'topics',
    label: 'Topics',
    meaning:
      'Measured on 343 papers to which two annotators gave four topics by hand (quantization, circuits, graph neural networks, quantum); where either called it a matter of taste, nothing is counted. The phrases were written with these labels in view; the “held out” figures are of papers whose labels the weights had not seen, and without the phrases that only they hold, which is stricter, yet not blind. F1 is the harmonic mean of precision (how many tags are right) and recall (how many are found).',
    figures: [
      { key: 'topics dev micro F1', label: 'F1 on the 287 development papers', format: 'score' },
      { key: 'topics dev lowest F1', label: 'F1 of the weakest topic', format: 'score' },
      {
        key: 'topics held out strictly micro F1',
        label: 'F1 held out, phrases too',
        format: 'score',
      },
      {
        key: 'topics held out strictly lowest F1',
        label: 'Weakest topic, held out',
        format: 'score',
      },
      {
        key: 'topics dump micro F1',
        label: 'F1 on the 56 papers of 14 March 2025',
        format: 'score',
      },
    ],
  },
  {
    id: 'related',
    label: 'Related papers',
    meaning:
      'Measured on the 56 papers of 14 March 2025. Which of the others a researcher would call related was written down from titles and abstracts before the ranking was made, by its makers, who had it in view when they set the weights. A paper of the same narrow field counts as right too.',
    figures: [
      { key: 'related first right', label: 'The first one is right', format: 'share' },
      { key: 'related precision', label: 'Of all that are shown, right', format: 'share' },
      { key: 'related recall', label: 'Of the nearest papers, shown', format: 'share' },
    ],
  },
  {
    id: 'search',
    label: 'Search',
    meaning:
      'Measured with queries of which the right papers are known: titles and pieces of them, acronyms, typing errors, prefixes, phrases, formulae, and queries that match nothing. The queries by hand were seen while the search was made. MRR@10 is the mean of 1/rank of the first right paper among ten; success@1 the share of queries whose first hit is right; nonsense answered the share of queries that match nothing and get an answer.',
    figures: [
      {
        key: 'search development, shipped: MRR@10',
        label: 'MRR@10, 30 queries by hand',
        format: 'score',
      },
      {
        key: 'search known items, shipped: MRR@10',
        label: 'MRR@10, over 500 queries made from the papers',
        format: 'score',
      },
      {
        key: 'search known items, shipped: success@1',
        label: 'success@1, the same queries',
        format: 'share',
      },
      {
        key: 'search known items, MiniSearch: MRR@10',
        label: 'MiniSearch beside it, MRR@10',
        format: 'score',
      },
      {
        key: 'search known items, Fuse default: MRR@10',
        label: 'Fuse.js beside it, MRR@10',
        format: 'score',
      },
      { key: 'search large MRR@10, shipped', label: 'MRR@10 among 4,695 papers', format: 'score' },
      {
        key: 'search large MRR@10, MiniSearch',
        label: 'MiniSearch among them, MRR@10',
        format: 'score',
      },
      { key: 'search junk rate, shipped', label: 'Nonsense answered', format: 'share' },
    ],
  },
];

/** `0.9712` → `97.1 %`, `0.971`, or a whole number. */
export function formatFigure(value: number, format: Format): string {
  if (format === 'share') return `${(value * 100).toFixed(1)} %`;
  return format === 'score' ? value.toFixed(3) : String(value);
}

import type { PaperText } from './find-mentions.ts';
import { RARE_PERCENT, usualPercent } from './usual-words.ts';
import { joinsPhrase, normalizeWord, toTokens, type Token } from './tokens.ts';

/** A term with the number of papers that hold it. */
export interface FrequentTerm {
  /** As most papers write it. */
  term: string;
  papers: number;
}

// A word in more than this share of all abstracts ("method", "results") names nothing.
const NAMES_NOTHING_PERCENT = 12;

/** Words that hold sentences together. */
const FUNCTION_WORDS = new Set(
  'a an and are as at be been being but by can could do does each few for from had has have how however i if in into is it its just may more most much must no nor not of on one only or other our over per same should since so some such than that the their them then there these they this those through thus to two under until up upon us very via was we well were what when where which while who whose why will with within without would yet you'.split(
    ' ',
  ),
);

// Terms are read from the beginning of an abstract only.
const READS_AT_MOST = 20_000;

/**
 * The terms of one to three words that set these papers apart from abstracts at large, best first.
 * A term is named once: "graph neural network" leaves out "graph neural".
 */
export function frequentTerms(papers: readonly PaperText[], count = 12): FrequentTerm[] {
  const found = new Map<string, { papers: number; forms: Map<string, number>; words: string[] }>();
  for (const paper of papers) {
    for (const [key, { form, words }] of termsOf(paper)) {
      const term = found.get(key) ?? { papers: 0, forms: new Map(), words };
      term.papers += 1;
      term.forms.set(form, (term.forms.get(form) ?? 0) + 1);
      found.set(key, term);
    }
  }
  const atLeast = papers.length > 3 ? 2 : 1;
  const ranked = [...found]
    .filter(([, term]) => term.papers >= atLeast)
    .map(([key, { papers: holding, forms, words }]) => ({
      key,
      papers: holding,
      forms,
      rank: holding * tells(words),
    }))
    .sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1));
  const kept: typeof ranked = [];
  for (const term of ranked) {
    if (kept.length >= count) break;
    if (!kept.some((other) => repeats(term, other))) kept.push(term);
  }
  return kept.map(({ forms, papers: holding }) => ({ term: commonest(forms), papers: holding }));
}

function termsOf({
  titleText,
  abstractText,
}: PaperText): Map<string, { form: string; words: string[] }> {
  const terms = new Map<string, { form: string; words: string[] }>();
  for (const text of [titleText, abstractText]) {
    const read = text.slice(0, READS_AT_MOST);
    const tokens = toTokens(read);
    const words = tokens.map(({ word }) => normalizeWord(word));
    tokens.forEach((token, first) => {
      for (let last = first; last < Math.min(first + 3, tokens.length); last++) {
        if (last > first && !joinsPhrase(read, tokens[last - 1]!, tokens[last]!)) break;
        if (!isTermWord(tokens[last]!, words[last]!)) break;
        const parts = words.slice(first, last + 1);
        const key = parts.join(' ');
        const form = read.slice(token.start, tokens[last]!.end).replace(/\s+/g, ' ');
        if (!terms.has(key)) terms.set(key, { form, words: parts });
      }
    });
  }
  return terms;
}

function isTermWord({ word }: Token, normal: string): boolean {
  if (word.length < 3 || word.length > 30 || !/\p{L}{2}/u.test(word)) return false;
  return !FUNCTION_WORDS.has(normal) && !FUNCTION_WORDS.has(word.toLowerCase());
}

/** A term tells as much as its rarest word; a single usual word tells nothing. */
function tells(words: readonly string[]): number {
  const rarest = Math.min(...words.map((word) => usualPercent(word) ?? RARE_PERCENT));
  const usual = words.every((word) => (usualPercent(word) ?? 0) > NAMES_NOTHING_PERCENT);
  if (usual) return 0.05;
  const edges = [words[0]!, words.at(-1)!].map((word) => usualPercent(word) ?? 0);
  const vague = Math.max(...edges) > NAMES_NOTHING_PERCENT && words.length > 1 ? 0.6 : 1;
  return (vague * (1 + 0.5 * (words.length - 1))) / Math.sqrt(rarest);
}

interface Ranked {
  key: string;
  papers: number;
}

/** Whether two terms say the same of much the same papers: one holds the other. */
function repeats(term: Ranked, other: Ranked): boolean {
  return ` ${other.key} `.includes(` ${term.key} `) || ` ${term.key} `.includes(` ${other.key} `);
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0];
}

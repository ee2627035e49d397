import type { PaperText } from './find-mentions.ts';
import { joinsPhrase, normalizeWord, toTokens } from './tokens.ts';
import { RARE_PERCENT, usualPercent } from './usual-words.ts';

/** A term with the number of papers that hold it. */
export interface FrequentTerm {
  /** As most papers write it. */
  term: string;
  papers: number;
}

const MOST_WORDS = 3;

// A word in more than this share of all abstracts ("method", "results") names nothing alone.
const NAMES_NOTHING_PERCENT = 12;

// Each further word of a term leaves about this share of the papers that hold its rarest word.
const SHARE_PER_WORD = 0.3;

// Terms are read from the beginning of an abstract only.
const READS_AT_MOST = 20_000;

/** Words that hold sentences together, and those that praise: no term begins or ends with one. */
const NO_TERM = new Set(
  `a all also an and any are as at be been being between both but by can could do does each either
  few for from had has have how however i if in into is it its just many may more most much must
  neither new no nor not novel of on one only or other our over per same several should since so
  some such than that the their them then there these they this those through thus to toward
  towards two under until up upon us using various very via was we well were what when where
  whether which while who whose why will with within without would yet you your better best based
  crucial different effective efficient enable enabling existing fast faster first good great
  improved improving important large main make making pre post lets highly evaluating harnessing
  promising recent robust scalable significant simple state strong useful wide accurate art
  approach case framework http https com github code paper work study method result results`
    .split(/\s+/)
    .map(normalizeWord),
);

/** "S²FT" is a term, "2024" and "x" are none */
const TERM_WORD = /^(?=.{2,30}$)(?=.*\p{L}{2})/u;

/**
 * The terms of one to three words that set these papers apart from abstracts at large, best first.
 * Titles decide what a term is: one of its words, at least, stands in a title; said in one paper
 * only, it stands in the title and in the abstract. "graph neural network" leaves out "graph neural".
 */
export function frequentTerms(papers: readonly PaperText[], count: number): FrequentTerm[] {
  const inTitles = new Set(
    papers.flatMap(({ titleText }) => toTokens(titleText).map(({ word }) => normalizeWord(word))),
  );
  const ranked = [...collectTerms(papers)]
    .filter(([, term]) => isTold(term, inTitles))
    .map(([key, { words, papers: holding, forms }]) => ({
      key,
      forms,
      papers: holding,
      rank: holding * surprise(words, holding / papers.length),
    }))
    .sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1));
  const kept: typeof ranked = [];
  for (const term of ranked) {
    if (kept.length === count || term.rank <= 0) break;
    if (!kept.some(({ key }) => holds(key, term.key) || holds(term.key, key))) kept.push(term);
  }
  return kept.map(({ forms, papers: holding }) => ({ term: commonest(forms), papers: holding }));
}

function collectTerms(papers: readonly PaperText[]): Map<string, FoundTerm> {
  const found = new Map<string, FoundTerm>();
  for (const paper of papers) {
    const inTitle = termsIn(paper.titleText);
    const inAbstract = termsIn(paper.abstractText);
    // The abstract's form last: titles write Every Word Large.
    for (const [key, { form, words }] of new Map([...inTitle, ...inAbstract])) {
      const term = found.get(key) ?? { papers: 0, twice: false, forms: new Map(), words };
      term.papers += 1;
      term.twice ||= inTitle.has(key) && inAbstract.has(key);
      term.forms.set(form, (term.forms.get(form) ?? 0) + 1);
      found.set(key, term);
    }
  }
  return found;
}

function termsIn(whole: string): Map<string, TermForm> {
  const text = whole.slice(0, READS_AT_MOST);
  const tokens = toTokens(text);
  const words = tokens.map(({ word }) => normalizeWord(word));
  const terms = new Map<string, TermForm>();
  for (let first = 0; first < tokens.length; first++) {
    const end = Math.min(first + MOST_WORDS, tokens.length);
    for (let last = first; last < end; last++) {
      if (last > first && !joinsPhrase(text, tokens[last - 1]!, tokens[last]!)) break;
      if (NO_TERM.has(words[last]!) || !TERM_WORD.test(tokens[last]!.word)) break;
      const parts = words.slice(first, last + 1);
      const form = text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/g, ' ');
      terms.set(parts.join(' '), { form, words: parts });
    }
  }
  return terms;
}

function isTold({ words, papers, twice }: FoundTerm, inTitles: ReadonlySet<string>): boolean {
  return papers > 1
    ? words.some((word) => inTitles.has(word) && !isVague(word))
    : twice && !words.every(isVague);
}

/** How much more often than in abstracts at large, as a logarithm. */
function surprise(words: readonly string[], share: number): number {
  const percents = words.map((word) => usualPercent(word) ?? RARE_PERCENT);
  const usual = (Math.min(...percents) / 100) * SHARE_PER_WORD ** (words.length - 1);
  const vague = isVague(words[0]!) || isVague(words.at(-1)!);
  return Math.log(share / usual) * (vague ? 0.6 : 1);
}

function isVague(word: string): boolean {
  return (usualPercent(word) ?? 0) > NAMES_NOTHING_PERCENT;
}

/** Whether the words of `term` hold those of `part`. */
function holds(term: string, part: string): boolean {
  return ` ${term} `.includes(` ${part} `);
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))[0]![0];
}

interface TermForm {
  form: string;
  words: string[];
}

interface FoundTerm {
  papers: number;
  /** Whether a paper holds it in the title and in the abstract. */
  twice: boolean;
  forms: Map<string, number>;
  words: string[];
}

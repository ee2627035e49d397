import { combine, type Ranked } from './combine.ts';
import type { Correction, Corrector } from './correct-word.ts';
import type { IndexReader } from './index-reader.ts';
import { matchTerms, matchWord, type WordAnswer } from './match-words.ts';
import {
  addAcronyms,
  addJoined,
  addVerbForms,
  splitWord,
  type KnownAcronym,
} from './other-spellings.ts';
import { LONGEST_FUZZY, mayBecomeStopWord, type QueryWord } from './parse-query.ts';
import type { Ranking } from './ranking.ts';

/** Why hits are hits, where that is not plain. */
export type Reason =
  | { kind: 'acronym'; acronym: string; longForms: string[] }
  | { kind: 'spelling'; typed: string; shown: string }
  | { kind: 'forms'; typed: string }
  | { kind: 'most'; missing: string[] };

export interface Found extends Ranked {
  reasons: Reason[];
  /** For each word the terms that answer it, to be marked. */
  terms: ReadonlySet<string>[];
}

/** What finding needs of an index. */
export interface Sources {
  reader: IndexReader;
  ranking: Ranking;
  acronyms: readonly KnownAcronym[];
  corrector: () => Promise<Corrector>;
}

/** A query of at least so many words may lack one in so many; a shorter one may lack none. */
const WORDS_PER_MISSING = 5;
/** So many misspelt words are corrected at once, from so many candidates each. */
const MOST_CORRECTED = 3;
const MOST_CANDIDATES = 4;
const SPELLING_WEIGHT = 0.9;
/** A word of so few papers that it may be a slip of their authors. */
const RARE = 2;

/**
 * The papers that hold all words, in tiers: each tier is tried only when those before it found none.
 * As written (with inflections, prefixes, acronyms and joined words); by forms of verbs and words
 * written together; corrected; and for long queries by most of the words. With `onlyAsWritten` the
 * first is all.
 */
export async function findPapers(
  words: readonly QueryWord[],
  sources: Sources,
  onlyAsWritten = false,
): Promise<Found> {
  const written = await asWritten(words, sources);
  const plain = toFound(written, sources, acronymReasons(words, sources));
  if (plain.papers.length > 0 || words.length === 0 || onlyAsWritten) return plain;
  return (
    (await byForms(written, sources)) ??
    (await corrected(written, sources)) ??
    (await correctedTogether(written, sources)) ??
    byMostWords(written, sources) ??
    plain
  );
}

async function asWritten(words: readonly QueryWord[], sources: Sources): Promise<WordAnswer[]> {
  const { reader, ranking, acronyms } = sources;
  const matched = await Promise.all(words.map((word) => matchWord(word, reader, ranking)));
  const answers = matched.filter(
    ({ word, matches }) =>
      words.length === 1 || matches.papers.length > 0 || !mayBecomeStopWord(word),
  );
  return addAcronyms(await addJoined(answers, reader, ranking), acronyms, reader, ranking);
}

async function byForms(
  written: readonly WordAnswer[],
  sources: Sources,
): Promise<Found | undefined> {
  const { reader, ranking } = sources;
  const reasons: Reason[] = [];
  const answers: WordAnswer[] = [];
  for (const answer of written) {
    const { term } = answer.word;
    const halves = answer.matches.papers.length === 0 && (await splitWord(answer, reader, ranking));
    if (halves) {
      reasons.push({
        kind: 'spelling',
        typed: term,
        shown: halves.map(({ word }) => word.term).join(' '),
      });
      answers.push(...halves);
      continue;
    }
    const widened = await addVerbForms(answer, reader, ranking);
    if (widened.terms.size > answer.terms.size) reasons.push({ kind: 'forms', typed: term });
    answers.push(widened);
  }
  const found = toFound(answers, sources, reasons);
  return found.papers.length > 0 ? found : undefined;
}

async function corrected(
  written: readonly WordAnswer[],
  sources: Sources,
): Promise<Found | undefined> {
  const suspects = suspectsAmong(written);
  if (suspects.length === 0 || suspects.length > MOST_CORRECTED) return undefined;
  const corrector = await sources.corrector();
  const candidates = suspects.map(({ word, matches }) => {
    const corrections = corrector.correct(word.term, MOST_CANDIDATES);
    return matches.papers.length > 0 ? [asTyped(word), ...corrections] : corrections;
  });
  for (const choice of choices(candidates, written.length)) {
    const pairs = suspects.map((suspect, at) => [suspect, choice[at]!.term] as const);
    const changed = new Map(pairs.filter(([{ word }, term]) => term !== word.term));
    if (changed.size === 0) continue;
    const found = await findCorrected(written, changed, sources);
    if (found.papers.length > 0) return found;
  }
  return undefined;
}

/** A rare word may also be as it should be, and another one the wrong one. */
function asTyped({ term }: QueryWord): Correction {
  return { term, cost: 0, certain: true };
}

async function findCorrected(
  written: readonly WordAnswer[],
  changed: ReadonlyMap<WordAnswer, string>,
  sources: Sources,
): Promise<Found> {
  const { reader, ranking, acronyms } = sources;
  const answers = await Promise.all(
    written.map((answer) => {
      const term = changed.get(answer);
      const word = { ...answer.word, term: term ?? '' };
      return term ? matchTerms(word, [term], SPELLING_WEIGHT, reader, ranking) : answer;
    }),
  );
  const reasons = [...changed].map(([{ word }, shown]) => ({
    kind: 'spelling' as const,
    typed: word.term,
    shown,
  }));
  return toFound(await addAcronyms(answers, acronyms, reader, ranking), sources, reasons);
}

/** Words that the query binds together are corrected as one: `pot-training` to `posttraining`. */
async function correctedTogether(
  written: readonly WordAnswer[],
  sources: Sources,
): Promise<Found | undefined> {
  const suspects = new Set(suspectsAmong(written));
  const groups = groupBound(written);
  const wrong = groups.filter(
    (group) => group.length > 1 && group.some((one) => suspects.has(one)),
  );
  if (wrong.length !== 1) return undefined;
  const corrector = await sources.corrector();
  const typed = wrong[0]!.map(({ word }) => word.term).join('');
  for (const { term } of corrector.correct(typed, MOST_CANDIDATES)) {
    const whole = { ...wrong[0]![0]!.word, term: typed };
    const joined = await matchTerms(
      whole,
      [term],
      SPELLING_WEIGHT,
      sources.reader,
      sources.ranking,
    );
    const answers = groups.flatMap((group) => (group === wrong[0] ? [joined] : group));
    const found = toFound(answers, sources, [{ kind: 'spelling', typed, shown: term }]);
    if (found.papers.length > 0) return found;
  }
  return undefined;
}

function groupBound(written: readonly WordAnswer[]): WordAnswer[][] {
  const groups: WordAnswer[][] = [];
  for (const answer of written) {
    const last = groups.at(-1);
    if (last && answer.word.bound) last.push(answer);
    else groups.push([answer]);
  }
  return groups;
}

/** The words that may be misspelt: those that nothing answers, else the rare ones. */
function suspectsAmong(written: readonly WordAnswer[]): WordAnswer[] {
  const early = written.filter(({ word }) => word.start < LONGEST_FUZZY);
  const unanswered = written.filter(({ matches }) => matches.papers.length === 0);
  if (unanswered.some((answer) => !early.includes(answer))) return [];
  return unanswered.length > 0 ? unanswered : early.filter(({ exact }) => exact <= RARE);
}

/**
 * One correction for each suspect, the likeliest combinations first. A correction that is not certain
 * needs a word beside it that is as it should be.
 */
function choices(candidates: readonly Correction[][], words: number): Correction[][] {
  const combinations = candidates.reduce<Correction[][]>(
    (all, options) => all.flatMap((one) => options.map((option) => one.concat(option))),
    [[]],
  );
  return combinations
    .filter((choice) => choice.filter(({ certain }) => !certain).length <= words - choice.length)
    .sort((a, b) => costOf(a) - costOf(b));
}

function costOf(choice: readonly Correction[]): number {
  return choice.reduce((sum, { cost }) => sum + cost, 0);
}

function byMostWords(written: readonly WordAnswer[], sources: Sources): Found | undefined {
  const missing = Math.floor(written.length / WORDS_PER_MISSING);
  if (missing === 0) return undefined;
  const found = toFound(written, sources, [], written.length - missing);
  const best = found.papers[0];
  if (best === undefined) return undefined;
  const absent = written
    .filter(({ matches }) => matches.scores[best] === 0)
    .map(({ word }) => word.term);
  return { ...found, reasons: [{ kind: 'most', missing: absent }] };
}

function toFound(
  answers: readonly WordAnswer[],
  { ranking }: Sources,
  reasons: Reason[],
  least = answers.length,
): Found {
  const ranked = combine(answers, ranking.count, least);
  return { ...ranked, reasons, terms: answers.map(({ terms }) => terms) };
}

function acronymReasons(words: readonly QueryWord[], { acronyms }: Sources): Reason[] {
  return words.flatMap(({ term }) => {
    const longForms = acronyms
      .filter(({ acronym }) => acronym === term)
      .map(({ words: long }) => long.join(' '));
    return longForms.length > 0 ? [{ kind: 'acronym' as const, acronym: term, longForms }] : [];
  });
}

import { IN_LONG_FORM } from '../index/index-format.ts';
import { adjectives, izeStem, singular, verbStem } from '../text/inflect.ts';
import type { Acronyms } from './acronyms.ts';
import { addAnswer } from './combine.ts';
import type { Posting } from './posting.ts';
import type { WordAnswer, WordMatcher } from './match-words.ts';

/** What a term that stands for several words gives to each of them. */
const JOINED_WEIGHT = 0.8;
const ACRONYM_WEIGHT = 0.7;
const FORM_WEIGHT = 0.6;
/** Two neighbours may be one word; more of them only when each is as short as in `S 2 FT`. */
const MOST_JOINED = 4;
const SHORT_PIECE = 3;
/** Forms of a verb are looked up in so many characters of index at most. */
const MOST_FORM_CHARACTERS = 32_000;

/** Neighbours written as one word answer for each: `auto encoder` finds `autoencoder`. */
export async function addJoined(
  answers: readonly WordAnswer[],
  matcher: WordMatcher,
): Promise<WordAnswer[]> {
  const widened = [...answers];
  for (const { from, to, term } of joinable(answers)) {
    const { word } = answers[to - 1]!;
    if (!word.open && !(await matcher.reader.mayHold(term))) continue;
    const joined = await matcher.match({ ...word, term });
    if (joined.matches.papers.length === 0) continue;
    for (let at = from; at < to; at++)
      widened[at] = addAnswer(widened[at]!, joined.matches, joined.terms, JOINED_WEIGHT);
  }
  return widened;
}

/** Runs of words that may be one, with the term that they make. */
function* joinable(
  answers: readonly WordAnswer[],
): Generator<{ from: number; to: number; term: string }> {
  const terms = answers.map(({ word }) => word.term);
  for (let from = 0; from < terms.length; from++) {
    for (let to = from + 2; to <= Math.min(terms.length, from + MOST_JOINED); to++) {
      const pieces = terms.slice(from, to);
      if (pieces.length > 2 && pieces.some(({ length }) => length > SHORT_PIECE)) break;
      yield { from, to, term: pieces.join('') };
    }
  }
}

/** An acronym answers for the words of its long form: `graph neural network` finds `GNN`. */
export async function addAcronyms(
  answers: readonly WordAnswer[],
  acronyms: Acronyms,
  { reader, ranking }: WordMatcher,
): Promise<WordAnswer[]> {
  const widened = [...answers];
  const singulars = answers.map(({ word }) => singular(word.term));
  for (const { at, known } of acronyms.spelledOut(singulars)) {
    const terms = [known.acronym, `${known.acronym}s`];
    const postings = await Promise.all(terms.map((term) => reader.posting(term)));
    const short = ranking.score(
      postings.flatMap((posting) => (posting ? [{ posting: inOwnText(posting), weight: 1 }] : [])),
    );
    for (let index = at; index < at + known.words.length; index++)
      widened[index] = addAnswer(widened[index]!, short, terms, ACRONYM_WEIGHT);
  }
  return widened;
}

/** The papers that write the term itself, not a long form of it, which may be another than is asked for. */
function inOwnText({ term, papers, fields, titlePlaces }: Posting): Posting {
  const own = (_: number, at: number) => (fields[at]! & IN_LONG_FORM) === 0;
  return {
    term,
    papers: papers.filter(own),
    fields: fields.filter(own),
    titlePlaces: titlePlaces.filter(own),
  };
}

/**
 * Other forms of a verb and its nouns, and the adjective of a noun, answer for a word: `verifying`
 * finds `verification`, `modularity` finds `modular`.
 */
export async function addForms(answer: WordAnswer, matcher: WordMatcher): Promise<WordAnswer> {
  const { term } = answer.word;
  const forms = [
    ...(await formsOfVerb(term, matcher)),
    ...(await known(adjectives(term), matcher)),
  ];
  const terms = forms.filter((form) => !answer.terms.has(form));
  if (terms.length === 0) return answer;
  const { matches } = await matcher.matchTerms(answer.word, terms, FORM_WEIGHT);
  return addAnswer(answer, matches, terms, 1);
}

async function formsOfVerb(typed: string, { reader }: WordMatcher): Promise<string[]> {
  const stems = [izeStem(typed), ...stemsOf(typed)].filter((stem) => stem !== undefined);
  const [shortest] = stems.toSorted((a, b) => a.length - b.length);
  if (!shortest) return [];
  const postings = await reader.postings(
    shortest,
    (term) => stemsOf(term).some((stem) => stems.includes(stem)),
    MOST_FORM_CHARACTERS,
  );
  return postings.map(({ term }) => term);
}

/** What a word may be a form of, the shorter first: `engineer` of `engine`, or of itself. */
function stemsOf(term: string): string[] {
  const stem = verbStem(term);
  return stem ? [stem, term] : [];
}

async function known(terms: readonly string[], { reader }: WordMatcher): Promise<string[]> {
  const postings = await Promise.all(terms.map((term) => reader.posting(term)));
  return terms.filter((_, at) => postings[at] !== undefined);
}

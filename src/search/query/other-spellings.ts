import { IN_LONG_FORM } from '../index/index-format.ts';
import { singular, verbStem } from '../text/inflect.ts';
import { addAnswer } from './combine.ts';
import type { IndexReader, Posting } from './index-reader.ts';
import { matchTerms, matchWord, type WordAnswer } from './match-words.ts';
import type { Ranking } from './ranking.ts';

/** What a term that stands for several words gives to each of them. */
const JOINED_WEIGHT = 0.8;
const ACRONYM_WEIGHT = 0.7;
const VERB_WEIGHT = 0.6;

export interface KnownAcronym {
  acronym: string;
  words: string[];
}

export function readAcronyms(entries: readonly string[]): KnownAcronym[] {
  return entries.map((entry) => {
    const [acronym, ...words] = entry.split(' ');
    return { acronym: acronym!, words };
  });
}

/** Neighbours written as one word answer for both: `auto encoder` finds `autoencoder`. */
export async function addJoined(
  answers: readonly WordAnswer[],
  reader: IndexReader,
  ranking: Ranking,
): Promise<WordAnswer[]> {
  const widened = [...answers];
  for (let at = 1; at < answers.length; at++) {
    const [left, right] = [answers[at - 1]!.word, answers[at]!.word];
    const term = left.term + right.term;
    if (!right.open && !(await reader.mayHold(term))) continue;
    const joined = await matchWord({ ...right, term }, reader, ranking);
    if (joined.matches.papers.length === 0) continue;
    for (const index of [at - 1, at])
      widened[index] = addAnswer(widened[index]!, joined.matches, joined.terms, JOINED_WEIGHT);
  }
  return widened;
}

/** An acronym answers for the words of its long form: `graph neural network` finds `GNN`. */
export async function addAcronyms(
  answers: readonly WordAnswer[],
  acronyms: readonly KnownAcronym[],
  reader: IndexReader,
  ranking: Ranking,
): Promise<WordAnswer[]> {
  const widened = [...answers];
  const singulars = answers.map(({ word }) => singular(word.term));
  for (const { acronym, words } of acronyms) {
    const at = singulars.findIndex((_, start) =>
      words.every((word, i) => singulars[start + i] === word),
    );
    if (at < 0) continue;
    const postings = await Promise.all(
      [acronym, `${acronym}s`].map((term) => reader.posting(term)),
    );
    const short = ranking.score(
      postings.flatMap((posting) => (posting ? [{ posting: inOwnText(posting), weight: 1 }] : [])),
    );
    for (let index = at; index < at + words.length; index++)
      widened[index] = addAnswer(widened[index]!, short, [acronym, `${acronym}s`], ACRONYM_WEIGHT);
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

/** A word that nothing answers, as two that stand in one: `lookuptable` finds `lookup table`. */
export async function splitWord(
  { word }: WordAnswer,
  reader: IndexReader,
  ranking: Ranking,
): Promise<WordAnswer[] | undefined> {
  const { term } = word;
  const known = new Set((await reader.vocabulary()).map((entry) => entry.term));
  for (let at = term.length - 3; at >= 3; at--) {
    const [left, right] = [term.slice(0, at), term.slice(at)];
    if (!known.has(left) || !known.has(right)) continue;
    const halves = [left, right].map((half) =>
      matchTerms({ ...word, term: half }, [half], 1, reader, ranking),
    );
    return Promise.all(halves);
  }
  return undefined;
}

/** Other forms of a verb and its nouns answer for a word: `verifying` finds `verification`. */
export async function addVerbForms(
  answer: WordAnswer,
  reader: IndexReader,
  ranking: Ranking,
): Promise<WordAnswer> {
  const stem = verbStem(answer.word.term);
  if (!stem) return answer;
  const postings = await reader.postings(stem, (term) => verbStem(term) === stem);
  const terms = postings.map(({ term }) => term);
  const forms = await matchTerms(answer.word, terms, VERB_WEIGHT, reader, ranking);
  return addAnswer(answer, forms.matches, terms, 1);
}

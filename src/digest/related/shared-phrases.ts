import { endsWithHyphen, textOfGap } from '../topics/phrase-gap.ts';
import { RARE_PERCENT } from '../topics/usual-words.ts';
import { wordsOfCode } from './paper-terms.ts';
import type { PaperRun, PaperWords } from './paper-words.ts';
import type { Word } from './word-reader.ts';

const LONGEST = 5;
/** Of a term its first places are looked at, in each paper. */
const MOST_PLACES = 8;

/** What two papers share, as one of them writes it. */
export interface SharedPhrase {
  form: string;
  /** How sure it is that both mean the same: a word alone may have several senses. */
  kind: 'phrase' | 'acronym' | 'word';
  /** How many of the two papers dwell on it: have it in the title, or twice. */
  dwelling: number;
}

/** The numbers of words. */
type Numbers = readonly number[];

/** A run of words of a paper: from the first, so many; places are those of all words. */
interface Run {
  at: number;
  length: number;
}

/**
 * What two papers share, in words that mean something to a reader: for each term, the best first, the
 * longest phrase around it that both have, without what is cut from a longer one ("deep neural") and
 * single words that neither dwells on. At most `most`; none holds another.
 */
export function sharedPhrases(
  one: PaperRun,
  other: PaperRun,
  terms: readonly number[],
  most: number,
  words: PaperWords,
): SharedPhrase[] {
  const kept: (SharedPhrase & { ids: Numbers })[] = [];
  for (const term of terms) {
    if (kept.length === most) break;
    const phrase = phraseAround(wordsOfCode(term), one, other, words);
    if (!phrase) continue;
    const { ids } = phrase;
    if (kept.some((known) => holds(known.ids, ids) || holds(ids, known.ids))) continue;
    kept.push(phrase);
  }
  return kept;
}

function phraseAround(
  term: Numbers,
  one: PaperRun,
  other: PaperRun,
  words: PaperWords,
): (SharedPhrase & { ids: Numbers }) | undefined {
  const here = occurrences(term, one, words);
  const there = occurrences(term, other, words);
  const best = longestAround(term.length, here, there, words);
  if (!best) return undefined;
  const [{ at, length }] = best;
  const ids = idsOf(best[0], words);
  if (!holds(ids, term)) return undefined;
  // Most often what was found says it; it may be none of the first places where there are many.
  const isFew = here.length < MOST_PLACES && there.length < MOST_PLACES;
  const isWhole =
    (isFew && best.some((run) => standsWhole(run, words))) ||
    [one, other].some((paper) => isWholeIn(paper, ids, words));
  if (!isWhole) return undefined;
  const word = wordAt(at, words);
  const kind = length > 1 ? 'phrase' : word.isAcronym ? 'acronym' : 'word';
  const dwelling = Number(dwells(here, one)) + Number(dwells(there, other));
  if (kind === 'word' && (word.percent > RARE_PERCENT || dwelling === 0)) return undefined;
  const form = plainest(formOf(best[0], words), formOf(best[1], words));
  return { ids, kind, dwelling, form };
}

/** The longest run that both have around a term of so many words; the first of several. */
function longestAround(
  length: number,
  here: readonly number[],
  there: readonly number[],
  words: PaperWords,
): [Run, Run] | undefined {
  let best: [Run, Run] | undefined;
  for (const at of here) {
    for (const place of there) {
      const wide = widened(at, place, length, words);
      const least = best ? best[0].length : 0;
      if (wide[0].length <= least) continue;
      const pair = trimmed(wide, words);
      if (pair[0].length > least) best = pair;
    }
  }
  return best;
}

function idsOf({ at, length }: Run, { ids }: PaperWords): Numbers {
  const numbers: number[] = [];
  for (let step = 0; step < length; step++) numbers.push(ids[at + step]!);
  return numbers;
}

function wordAt(at: number, { vocabulary, forms }: PaperWords): Word {
  return vocabulary[forms[at]!]!;
}

/** Where the words stand one after the other: the first places. */
function occurrences(term: Numbers, { first, end }: PaperRun, words: PaperWords): number[] {
  const { ids, gaps } = words;
  const found: number[] = [];
  for (let at = first; at < end && found.length < MOST_PLACES; at++) {
    if (ids[at] !== term[0]) continue;
    let next = 1;
    while (next < term.length && gaps[at + next] && ids[at + next] === term[next]) next += 1;
    if (next === term.length) found.push(at);
  }
  return found;
}

/** The longest run around a term that is the same in both papers; plain words end it. */
function widened(at: number, place: number, length: number, words: PaperWords): [Run, Run] {
  const { ids, gaps } = words;
  const same = (step: number) =>
    !wordAt(at + step, words).isPlain && ids[at + step] === ids[place + step];
  let first = 0;
  while (length - first < LONGEST && gaps[at + first] && gaps[place + first]) {
    if (!same(first - 1)) break;
    first -= 1;
  }
  let end = length;
  while (end - first < LONGEST && gaps[at + end] && gaps[place + end]) {
    if (!same(end)) break;
    end += 1;
  }
  return [
    { at: at + first, length: end - first },
    { at: place + first, length: end - first },
  ];
}

/** Without what cannot begin or end a phrase: a half of "low-bit", an adverb, an adjective. */
function trimmed([a, b]: [Run, Run], words: PaperWords): [Run, Run] {
  let [first, last] = [0, a.length];
  while (last > first && !wordAt(a.at + last - 1, words).isNoun) last -= 1;
  while (
    first < last &&
    (wordAt(a.at + first, words).isAdverb ||
      isSecondHalf(a.at + first, words) ||
      isSecondHalf(b.at + first, words))
  ) {
    first += 1;
  }
  const length = last - first;
  return [
    { at: a.at + first, length },
    { at: b.at + first, length },
  ];
}

/** Whether a word is the second half of "low-bit", "2-bit", "4 bit". */
function isSecondHalf(at: number, words: PaperWords): boolean {
  const gap = words.gaps[at]!;
  if (gap === 0 || wordAt(at, words).isAcronym) return false;
  return endsWithHyphen(gap) || wordAt(at - 1, words).isNumber;
}

/** Whether the words of a term stand in a phrase one after the other. */
function holds(ids: Numbers, term: Numbers): boolean {
  for (let at = 0; at + term.length <= ids.length; at++) {
    let same = 0;
    while (same < term.length && ids[at + same] === term[same]) same += 1;
    if (same === term.length) return true;
  }
  return false;
}

/** Whether a paper has the phrase with nothing behind it that belongs to it. */
function isWholeIn(paper: PaperRun, ids: Numbers, words: PaperWords): boolean {
  const { length } = ids;
  return occurrences(ids, paper, words).some((at) => standsWhole({ at, length }, words));
}

function standsWhole({ at, length }: Run, words: PaperWords): boolean {
  const end = at + length;
  if (!words.gaps[end]) return true;
  const { isPlain, isNoun } = wordAt(end, words);
  return isPlain || !isNoun;
}

/** Whether a paper has a word in its title, or twice. */
function dwells(places: readonly number[], { abstract }: PaperRun): boolean {
  return places.length > 1 || places[0]! < abstract;
}

function formOf({ at, length }: Run, words: PaperWords): string {
  let form = wordAt(at, words).text;
  for (let next = at + 1; next < at + length; next++)
    form += textOfGap(words.gaps[next]!) + wordAt(next, words).text;
  return form;
}

/** "weight quantization" rather than "Weight Quantization" of a title. */
function plainest(one: string, other: string): string {
  return one !== other && capitalsIn(other) < capitalsIn(one) ? other : one;
}

function capitalsIn(form: string): number {
  let capitals = 0;
  for (const letter of form) if (letter !== letter.toLowerCase()) capitals += 1;
  return capitals;
}

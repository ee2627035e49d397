import { RARE_PERCENT } from '../topics/usual-words.ts';
import { wordsOfCode } from './paper-terms.ts';
import type { PaperWords } from './paper-words.ts';

const LONGEST = 5;
/** Of a term its first places are looked at, in each paper. */
const MOST_PLACES = 8;

/** What two papers share, as one of them writes it. */
export interface SharedPhrase {
  form: string;
  /** How sure it is that both mean the same: a word alone may have several senses. */
  kind: 'phrase' | 'acronym' | 'word';
}

/** The numbers of words. */
type Numbers = ArrayLike<number>;

/** A run of words of a paper: from the first, so many. */
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
  one: PaperWords,
  other: PaperWords,
  terms: readonly number[],
  most: number,
): SharedPhrase[] {
  const kept: (SharedPhrase & { ids: Numbers })[] = [];
  for (const term of terms) {
    if (kept.length === most) break;
    const phrase = phraseAround(wordsOfCode(term), one, other);
    if (!phrase) continue;
    const { ids } = phrase;
    if (kept.some((known) => holds(known.ids, ids) || holds(ids, known.ids))) continue;
    kept.push(phrase);
  }
  return kept;
}

function phraseAround(
  term: readonly number[],
  one: PaperWords,
  other: PaperWords,
): (SharedPhrase & { ids: Numbers }) | undefined {
  const here = occurrences(term, one);
  const there = occurrences(term, other);
  let best: [Run, Run] | undefined;
  for (const at of here) {
    for (const place of there) {
      const pair = trimmed(widened(at, place, term.length, one, other), one, other);
      if (pair[0].length > (best?.[0].length ?? 0)) best = pair;
    }
  }
  if (!best) return undefined;
  const ids = idsOf(best[0], one);
  if (!holds(ids, term) || !isWhole(ids, one, other)) return undefined;
  const word = one.words[best[0].at]!;
  const kind = ids.length > 1 ? 'phrase' : word.isAcronym ? 'acronym' : 'word';
  const isWeak = word.percent > RARE_PERCENT || !(dwells(here, one) || dwells(there, other));
  if (kind === 'word' && isWeak) return undefined;
  return { ids, kind, form: plainest(formOf(best[0], one), formOf(best[1], other)) };
}

/** Where the words stand one after the other: the first places. */
function occurrences(term: Numbers, { ids, joined }: PaperWords): number[] {
  const found: number[] = [];
  let at = ids.indexOf(term[0]!);
  while (at >= 0 && found.length < MOST_PLACES) {
    let next = 1;
    while (next < term.length && joined[at + next] && ids[at + next] === term[next]) next += 1;
    if (next === term.length) found.push(at);
    at = ids.indexOf(term[0]!, at + 1);
  }
  return found;
}

/** The longest run around a term that is the same in both papers; plain words end it. */
function widened(
  at: number,
  place: number,
  length: number,
  one: PaperWords,
  other: PaperWords,
): [Run, Run] {
  const same = (step: number) => {
    const word = one.words[at + step];
    return word && !word.isPlain && word.id === other.words[place + step]?.id;
  };
  let first = 0;
  while (length - first < LONGEST && one.joined[at + first] && other.joined[place + first]) {
    if (!same(first - 1)) break;
    first -= 1;
  }
  let end = length;
  while (end - first < LONGEST && one.joined[at + end] && other.joined[place + end]) {
    if (!same(end)) break;
    end += 1;
  }
  return [
    { at: at + first, length: end - first },
    { at: place + first, length: end - first },
  ];
}

/** Without what cannot begin or end a phrase: a half of "low-bit", an adverb, an adjective. */
function trimmed([a, b]: [Run, Run], one: PaperWords, other: PaperWords): [Run, Run] {
  let [first, last] = [0, a.length];
  while (last > first && !one.words[a.at + last - 1]!.isNoun) last -= 1;
  while (
    first < last &&
    (one.words[a.at + first]!.isAdverb ||
      isSecondHalf(a.at + first, one) ||
      isSecondHalf(b.at + first, other))
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
function isSecondHalf(at: number, { words, starts, joined, text }: PaperWords): boolean {
  if (!joined[at] || words[at]!.isAcronym) return false;
  return text[starts[at]! - 1] === '-' || words[at - 1]!.isNumber;
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

/** Whether one of the papers has the phrase with nothing behind it that belongs to it. */
function isWhole(ids: Numbers, one: PaperWords, other: PaperWords): boolean {
  return [one, other].some((paper) =>
    occurrences(ids, paper).some((at) => {
      const end = at + ids.length;
      return !paper.joined[end] || paper.words[end]!.isPlain || !paper.words[end]!.isNoun;
    }),
  );
}

/** Whether a paper has a word in its title, or twice. */
function dwells(places: readonly number[], { ofTitle }: PaperWords): boolean {
  return places.length > 1 || places[0]! < ofTitle;
}

function idsOf({ at, length }: Run, { ids }: PaperWords): Numbers {
  return ids.subarray(at, at + length);
}

function formOf({ at, length }: Run, { text, words, starts }: PaperWords): string {
  const last = at + length - 1;
  return text.slice(starts[at], starts[last]! + words[last]!.length).replace(/\s+/g, ' ');
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

import type { MarkedLine } from './marked-line.ts';
import {
  endsSentence,
  isMidSentence,
  isTitleCase,
  sentenceBreaks,
  startsLower,
} from './sentence-looks.ts';
import { firstWord, wrapOf, type Wrap } from './wrap-width.ts';

/**
 * Prices, in one unit: what a reading of the dump has to explain away. A paper is a title and an
 * abstract with blank lines around; a paragraph without its other half costs more than any odd look.
 */
export const PRICE = {
  titleAlone: 4,
  abstractAlone: 4,
  titleAcrossBlank: 6,
  abstractAcrossBlank: 5,
  sentenceAcrossBlank: 1.2,
  beginInSentence: 7,
  titleGoesOn: 1,
  furniture: 0.3,
  numberInParagraph: 0.5,
  furnitureInParagraph: 1.5,
  likelyFurnitureIsText: 1.5,
};

/** Beyond so many characters nobody wraps lines by hand: every line is a paragraph. */
const UNWRAPPED = 400;

/** A line's prices: as the beginning of a title or abstract, at its border, as a continuation. */
export interface Look {
  starts: MarkedLine['starts'];
  likelyFurniture: boolean;
  asFurniture: number;
  asTitle: number;
  asAbstract: number;
  begin: number;
  goOn: number;
  goOnTitle: number;
}

/** What each line looks like beside its neighbours. Linear in the length of the text. */
export function lookAt(lines: readonly MarkedLine[]): Look[] {
  const looks: Look[] = [];
  for (const group of groupsOf(lines)) {
    let rest = group.reduce((sum, { text }) => sum + text.length + 1, 0);
    const ended = endsSentence(group.at(-1)!.text);
    const wrap = wrapOf(group.filter(({ furniture }) => !furniture));
    for (const [at, line] of group.entries()) {
      const previous = group[at - 1] ?? lines[looks.length - 1];
      const asTitle = line.starts ? 0 : priceAsTitle(line.text);
      const asAbstract = line.starts ? 0 : priceAsAbstract(line.text, rest, ended);
      const border = at === 0 ? blankBorder(previous, line) : lineBorder(previous!, line, wrap);
      looks.push({
        starts: line.starts,
        likelyFurniture: line.furniture === 'likely',
        asFurniture: at === 0 ? PRICE.furniture : priceInParagraph(line.text),
        asTitle,
        asAbstract,
        begin: border.begin,
        goOn: border.goOn,
        goOnTitle:
          at === 0
            ? PRICE.titleAcrossBlank
            : border.goOn + asTitle + priceOfLongTitle(previous!.text, rest),
      });
      rest -= line.text.length + 1;
    }
  }
  return looks;
}

/** Runs of lines without a blank line between. */
function groupsOf(lines: readonly MarkedLine[]): MarkedLine[][] {
  const groups: MarkedLine[][] = [];
  for (const line of lines) {
    if (line.spaced || groups.length === 0) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups;
}

/** Titles are short, without full stops; but a page may hold any. */
function priceAsTitle(text: string): number {
  const length = text.length > 400 ? 2 : text.length > 250 ? 1 : 0;
  const breaks = Math.min(2, sentenceBreaks(text));
  const stop = !text.endsWith('.') ? 0 : text.length <= 60 ? 0.3 : breaks > 0 ? 3 : 2;
  return length + stop + breaks;
}

/** `rest`: characters until the next blank line. */
function priceAsAbstract(text: string, rest: number, ended: boolean): number {
  const length = rest < 40 ? 2.5 : rest < 80 ? 2 : rest < 150 ? 1.2 : rest < 250 ? 0.5 : 0;
  const end = ended ? 0 : rest < 150 && isTitleCase(text) ? 1.7 : 0.7;
  return length + end + (startsLower(text) ? 0.5 : 0);
}

/** A title that goes on over a sentence's end, or for as long as an abstract. */
function priceOfLongTitle(previous: string, rest: number): number {
  return PRICE.titleGoesOn + (endsSentence(previous) ? 1 : 0) + (rest > 150 ? 1 : 0);
}

function priceInParagraph(text: string): number {
  return /\p{L}{2}/u.test(text) ? PRICE.furnitureInParagraph : PRICE.numberInParagraph;
}

interface Border {
  begin: number;
  goOn: number;
}

function blankBorder(previous: MarkedLine | undefined, line: MarkedLine): Border {
  const goesOn = previous !== undefined && isMidSentence(previous.text, line.text);
  return { begin: 0, goOn: goesOn ? PRICE.sentenceAcrossBlank : PRICE.abstractAcrossBlank };
}

/** The border between two lines without a blank one between. */
function lineBorder(previous: MarkedLine, line: MarkedLine, wrap: Wrap): Border {
  const [before, after] = [previous.text, line.text];
  if (isMidSentence(before, after)) return { begin: PRICE.beginInSentence, goOn: 0 };
  if (before.length > UNWRAPPED || after.length > UNWRAPPED) return { begin: 0.5, goOn: 4 };
  const looksNew = looksLikeNextTitle(before, after) || looksLikeAbstractOf(before, after);
  if (wrap.regular) {
    const deliberate =
      before.length > wrap.width || before.length + 1 + firstWord(after).length <= wrap.width;
    if (!deliberate) return { begin: 3.5, goOn: 0.2 };
    return { begin: looksNew ? 1 : 1.5, goOn: 2 };
  }
  return looksNew ? { begin: 1, goOn: 1.5 } : { begin: 3.5, goOn: 0.3 };
}

/** An ended abstract, then a much shorter line in title case. */
function looksLikeNextTitle(before: string, after: string): boolean {
  return (
    endsSentence(before) &&
    after.length < before.length / 2 &&
    !endsSentence(after) &&
    isTitleCase(after)
  );
}

/** A line in title case without an end, then a much longer one. */
function looksLikeAbstractOf(before: string, after: string): boolean {
  return (
    !endsSentence(before) &&
    after.length > 100 &&
    after.length > before.length * 2 &&
    isTitleCase(before)
  );
}

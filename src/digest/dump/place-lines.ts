import type { MarkedLine } from './mark-lines.ts';

/** What a line is: it begins a title, an abstract or a paragraph that belongs nowhere, or goes on. */
export type Placement = 'title' | 'abstract' | 'stray' | 'continuation' | 'furniture';

/** What stands open after a line: nothing, a title that awaits its abstract, an abstract, a stray. */
const NOTHING = 0;
const TITLE = 1;
const ABSTRACT = 2;
const STRAY = 3;
const STATES = [NOTHING, TITLE, ABSTRACT, STRAY] as const;

/**
 * Prices, in one unit: what a reading of the dump has to explain away. A paper is a title and an
 * abstract with blank lines around; a paragraph without its other half costs more than any odd look.
 */
const PRICE = {
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

/** Nobody wraps lines wider by hand. */
const WIDEST = 160;
/** Beyond so many characters nobody wraps lines by hand: every line is a paragraph. */
const UNWRAPPED = 400;

/**
 * Reads a dump's lines as titles and abstracts: of all readings the one that has the least to
 * explain away (Viterbi; linear in the lines). Certain furniture must have been taken out before;
 * a line that stood after some is `spaced`.
 */
export function placeLines(lines: readonly MarkedLine[]): Placement[] {
  const looks = lookAt(lines);
  const steps = new Uint8Array(lines.length * STATES.length);
  let prices = [0, Infinity, Infinity, Infinity];
  for (const [at, look] of looks.entries()) {
    const next = [Infinity, Infinity, Infinity, Infinity];
    for (const from of STATES) {
      if (prices[from] === Infinity) continue;
      for (const [placement, to, price] of movesFrom(from, look)) {
        const total = prices[from]! + price;
        if (total >= next[to]!) continue;
        next[to] = total;
        steps[at * STATES.length + to] = from * PLACEMENTS.length + PLACEMENTS.indexOf(placement);
      }
    }
    prices = next;
  }
  prices[TITLE]! += PRICE.titleAlone;
  return walkBack(steps, lines.length, prices.indexOf(Math.min(...prices)));
}

const PLACEMENTS: Placement[] = ['title', 'abstract', 'stray', 'continuation', 'furniture'];

function walkBack(steps: Uint8Array, count: number, lastState: number): Placement[] {
  const placements = Array.from<Placement>({ length: count });
  let state = lastState;
  for (let at = count - 1; at >= 0; at--) {
    const step = steps[at * STATES.length + state]!;
    placements[at] = PLACEMENTS[step % PLACEMENTS.length]!;
    state = Math.floor(step / PLACEMENTS.length);
  }
  return placements;
}

type Move = [placement: Placement, to: number, price: number];

/** Every way to read a line after what stands open, with its price. */
function movesFrom(from: number, look: Look): Move[] {
  const begin = from === NOTHING ? 0 : look.begin;
  const lost = from === TITLE ? PRICE.titleAlone : 0;
  const text = look.likelyFurniture ? PRICE.likelyFurnitureIsText : 0;
  const moves: Move[] = [];
  if (look.starts !== 'abstract') moves.push(['title', TITLE, text + lost + begin + look.asTitle]);
  if (look.starts !== 'title') {
    const price = text + begin + look.asAbstract;
    if (from === TITLE) moves.push(['abstract', ABSTRACT, price]);
    moves.push(['stray', STRAY, price + lost + PRICE.abstractAlone]);
  }
  if (!look.starts && from !== NOTHING) {
    const price = from === TITLE ? look.goOnTitle : look.goOn;
    moves.push(['continuation', from, price]);
  }
  if (look.likelyFurniture) moves.push(['furniture', from, look.asFurniture]);
  return moves;
}

/** A line's prices: as the beginning of a title or abstract, at its border, as a continuation. */
interface Look {
  starts: MarkedLine['starts'];
  likelyFurniture: boolean;
  asFurniture: number;
  asTitle: number;
  asAbstract: number;
  begin: number;
  goOn: number;
  goOnTitle: number;
}

function lookAt(lines: readonly MarkedLine[]): Look[] {
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

interface Wrap {
  width: number;
  /** Nearly every line is as full as the width allows: a line that is not ends a paragraph. */
  regular: boolean;
}

/** The width that explains most line ends: a line is full where the next word would not fit. */
function wrapOf(group: readonly MarkedLine[]): Wrap {
  const breaks = group.length - 1;
  if (breaks < 3) return { width: 0, regular: false };
  const full = new Int32Array(WIDEST + 3);
  for (let at = 1; at < group.length; at++) {
    const { length } = group[at - 1]!.text;
    const fullFrom = Math.min(length, WIDEST + 1);
    const fullTo = Math.min(length + firstWord(group[at]!.text).length, WIDEST + 1);
    full[fullFrom]! += 1;
    full[fullTo + 1]! -= 1;
  }
  let width = 0;
  let most = 0;
  let count = 0;
  for (let candidate = 0; candidate <= WIDEST; candidate++) {
    count += full[candidate]!;
    if (count >= most) [width, most] = [candidate, count];
  }
  return { width, regular: most >= breaks * 0.75 };
}

function isMidSentence(before: string, after: string): boolean {
  return !endsSentence(before) && startsLower(after);
}

/** "… results.", "… (see below).”" */
const SENTENCE_END = /[.!?。！？…][)\]}"'”’}$]{0,3}$/;
function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8));
}

/** "results. We": an end and a beginning; titles ask and exclaim, but rarely state */
const SENTENCE_BREAK = /[a-z\d)]\.\s+[A-Z]/g;
function sentenceBreaks(text: string): number {
  return text.slice(0, 2000).match(SENTENCE_BREAK)?.length ?? 0;
}

function startsLower(text: string): boolean {
  return /^[("'“‘[]?\p{Ll}/u.test(text);
}

/** "Circuits in the Wild": most of the longer words are capitalised */
const LONGER_WORD = /\p{L}{4,}/gu;
function isTitleCase(text: string): boolean {
  const words = text.slice(0, 300).match(LONGER_WORD) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6;
}

function firstWord(text: string): string {
  return text.slice(0, 60).split(' ', 1)[0]!;
}

import { greekName, symbolName } from './greek.ts';
import { STOP_WORDS } from './stop-words.ts';

/** One word of a text, in the spelling that index and queries share. */
interface Part {
  term: string;
  /** Place in the text, UTF-16 units. */
  start: number;
  end: number;
}

/** A run of letters and digits with what binds them: `Post-Training`, `S^{2}FT`, `T-MAC`. */
export interface Chunk {
  start: number;
  end: number;
  parts: Part[];
  /** The parts written as one word, and so for neighbours: `tmac`; empty for a single part. */
  joined: string[];
}

/**
 * "Post-Training", "S^{2}FT", "W_{ij}", "1.45×", "10 times", "5-40 times", "7*7", "model's", "∞".
 * Bounded: a run of millions of letters is more than a pattern can hold, and digits would be tried in
 * every way.
 */
const CHUNK =
  /(?:\p{N}{1,20}(?:\.\p{N}{1,20})?[-‐‑–])?\p{N}{1,20}(?:\.\p{N}{1,20})? times(?![\p{L}\p{N}])|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}×]|(?<=\p{N})\*(?=\p{N})|[-‐‑–'’._^{}](?=[-{}_^]{0,2}[\p{L}\p{N}])|\}(?!\p{P})){0,1000}|[∞∑∏∇∂≤≥√→]/gu;
/** The binders at which a chunk falls into parts: "Post-Training", "llama.cpp", "RD_VIT". */
const BINDER = /[-‐‑–_ ]|['’](?!s\b)|\.(?!\d)|(?<!\d)\.(?=\d)/gu;
/** "W_{ij}", "O_i", but not "sum_j": a subscript, part of the short name that it stands under. */
const SUBSCRIPT = /(?<![\p{L}\p{N}]{3})_\{?([\p{L}\p{N}]{1,2})\}?(?![\p{L}\p{N}])/gu;
/** "PreRoutGNN" → "Pre", "Rout", "GNN"; "LoRA" stays whole, its humps are too short to be words. */
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
/** "cifar10" → "cifar", "10" */
const LETTERS_DIGITS = /^(\p{L}{3,})(\p{N}+)$/u;
/** "Linf", "linfty" → "l", "infinity" */
const LETTER_INFINITY = /^(\p{L})(inf|infty|infinity)$/iu;
/** "10 times", "5-40 times": what is also written "10×", "5-40×" */
const TIMES = /([\p{N}.]+) times$/u;
/** TeX names of what a reader may also write as a symbol. */
const TEX_WORDS: ReadonlyMap<string, string> = new Map([
  ['inf', 'infinity'],
  ['infty', 'infinity'],
  ['le', 'leq'],
  ['ge', 'geq'],
]);
/** "network": most words of a text, which need no taking apart. */
const PLAIN = /^[a-z]{1,40}$/;
const LONGEST_TERM = 40;
/** WORD JOINER, for binders that bind nothing apart: the text keeps its length. */
const GLUE = '\u2060';

/**
 * The chunks of a text with their places. `tokenize('T-MAC')` has the parts `t` and `mac` and the
 * joined form `tmac`; `PreRoutGNN` the parts `pre`, `rout`, `gnn`; `S²FT` and `S^{2}FT` are `s2ft`.
 */
export function tokenize(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const match of text.matchAll(CHUNK)) {
    const chunk = knownChunk(match[0]);
    if (chunk.parts.length > 0) chunks.push(moved(chunk, match.index));
  }
  return chunks;
}

/** The chunks seen of late: a corpus says the same words again and again. */
const known = new Map<string, Chunk>();
const MOST_KNOWN = 50_000;

function knownChunk(raw: string): Chunk {
  let chunk = known.get(raw);
  if (!chunk) {
    const symbol = symbolName(raw);
    const parts = symbol ? [{ term: symbol, start: 0, end: raw.length }] : toParts(raw);
    const times = TIMES.exec(raw)?.[1];
    chunk = { start: 0, end: raw.length, parts, joined: times ? [`${times}x`] : joinParts(parts) };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(raw, chunk);
  }
  return chunk;
}

function moved({ end, parts, joined }: Chunk, by: number): Chunk {
  const placed = parts.map((part) => ({
    term: part.term,
    start: part.start + by,
    end: part.end + by,
  }));
  return { start: by, end: end + by, parts: placed, joined };
}

function toParts(raw: string): Part[] {
  if (PLAIN.test(raw) && !TEX_WORDS.has(raw) && !LETTER_INFINITY.test(raw))
    return [{ term: raw, start: 0, end: raw.length }];
  const glued = raw.replace(
    SUBSCRIPT,
    (all, sub: string) => GLUE.repeat(all.length - sub.length) + sub,
  );
  const parts: Part[] = [];
  let from = 0;
  for (const binder of [...glued.matchAll(BINDER), { index: glued.length, 0: '' }]) {
    const piece = glued.slice(from, binder.index);
    const place = { start: from, end: binder.index };
    for (const term of splitPiece(piece)) parts.push({ term, ...place });
    from = binder.index + binder[0].length;
  }
  return parts;
}

/** The terms of a piece without binders: Greek letters stand apart, humps and numbers are split. */
function splitPiece(piece: string): string[] {
  const plain = piece
    .replace(/['’]s$/, '')
    .replace(/[\u2060^{}'’]/g, '')
    .replace(/[×*]/g, 'x')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Script=Greek}/gu, (letter) => ` ${greekName(letter) ?? letter} `);
  return plain.split(' ').filter(Boolean).flatMap(splitHumps);
}

function splitHumps(word: string): string[] {
  const humps = word.split(HUMP);
  const whole = humps.some((hump) => hump.length < 2) || !humps.some((hump) => hump.length > 2);
  const pieces = whole ? [word] : humps;
  return pieces
    .flatMap((piece) => LETTERS_DIGITS.exec(piece)?.slice(1) ?? [piece])
    .flatMap((piece) => LETTER_INFINITY.exec(piece)?.slice(1) ?? [piece])
    .map((piece) => piece.toLowerCase().slice(0, LONGEST_TERM))
    .map((term) => TEX_WORDS.get(term) ?? term);
}

function joinParts(parts: readonly Part[]): string[] {
  if (parts.length < 2) return [];
  const terms = parts.map(({ term }) => term);
  const joined = new Set([terms.join('')]);
  if (terms.length > 2) {
    for (let at = 1; at < terms.length; at++) {
      const [left, right] = [terms[at - 1]!, terms[at]!];
      if (!STOP_WORDS.has(left) && !STOP_WORDS.has(right)) joined.add(left + right);
    }
  }
  return [...joined].map((term) => term.slice(0, LONGEST_TERM));
}

/** All terms of a text: of the parts, and of those that are written as one word. */
export function termsOf(text: string): string[] {
  return tokenize(text).flatMap(({ parts, joined }) =>
    parts.map(({ term }) => term).concat(joined),
  );
}

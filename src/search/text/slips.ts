/** What turns one word into another under a reader's fingers. */
export interface Slips {
  /** Letters left out, added, put for another, exchanged with their neighbour. */
  edits: number;
  /** Letters put for letters that are no neighbours on the keyboard. */
  oddSwaps: number;
  transposed: boolean;
}

const VOWEL = /[aeiouy]/;
/** In a word of so many letters any vowel is easily put for another. */
const LONG = 7;

/** Neighbours on a QWERTY keyboard. */
const NEIGHBOURS: Record<string, string> = {
  a: 'qwsz',
  b: 'vghn',
  c: 'xdfv',
  d: 'serfcx',
  e: 'wsdr',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  i: 'ujko',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  m: 'njk',
  n: 'bhjm',
  o: 'iklp',
  p: 'ol',
  q: 'wa',
  r: 'edft',
  s: 'awedxz',
  t: 'rfgy',
  u: 'yhji',
  v: 'cfgb',
  w: 'qase',
  x: 'zsdc',
  y: 'tghu',
  z: 'asx',
};

/** A state of the table is one number: edits, then odd swaps, then whether letters changed places. */
const EDIT = 1 << 12;
const ODD = 1 << 1;
const TRANSPOSED = 1;
const FAR = 99 * EDIT;

/**
 * The fewest slips between two words, or undefined when they are more than `most`: of as few edits
 * those with the fewest odd swaps.
 */
export function countSlips(typed: string, meant: string, most: number): Slips | undefined {
  if (Math.abs(typed.length - meant.length) > most) return undefined;
  const width = meant.length + 1;
  let before = new Int32Array(width);
  let row = Int32Array.from({ length: width }, (_, edits) => edits * EDIT);
  let next = new Int32Array(width);
  for (let i = 1; i <= typed.length; i++) {
    next[0] = i * EDIT;
    let least = next[0];
    for (let j = 1; j <= meant.length; j++) {
      let best = row[j - 1]! + swapCost(typed, meant, i - 1, j - 1);
      best = lesser(best, row[j]! + EDIT);
      best = lesser(best, next[j - 1]! + EDIT);
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1])
        best = lesser(best, (before[j - 2]! + EDIT) | TRANSPOSED);
      next[j] = best;
      least = Math.min(least, best);
    }
    if (least >= (most + 1) * EDIT) return undefined;
    [before, row, next] = [row, next, before];
  }
  const slips = row[meant.length] ?? FAR;
  const edits = Math.floor(slips / EDIT);
  if (edits > most) return undefined;
  return { edits, oddSwaps: (slips % EDIT) >> 1, transposed: (slips & TRANSPOSED) !== 0 };
}

function swapCost(typed: string, meant: string, i: number, j: number): number {
  if (typed[i] === meant[j]) return 0;
  return areNear(typed[i]!, meant[j]!, typed.length) ? EDIT : EDIT + ODD;
}

/** Whether one letter is easily put for the other: neighbouring keys; in a long word any two vowels. */
function areNear(a: string, b: string, length: number): boolean {
  return (
    (NEIGHBOURS[a]?.includes(b) ?? false) || (length >= LONG && VOWEL.test(a) && VOWEL.test(b))
  );
}

/** The first of equals, whether letters changed places in it or not. */
function lesser(a: number, b: number): number {
  return b >> 1 < a >> 1 ? b : a;
}

import { lookAt, PRICE, type Look } from './look-at-lines.ts';
import type { MarkedLine } from './marked-line.ts';

/** What a line is: it begins a title, an abstract or a paragraph that belongs nowhere, or goes on. */
export type Placement = 'title' | 'abstract' | 'stray' | 'continuation' | 'furniture';

/** What stands open after a line: nothing, a title that awaits its abstract, an abstract, a stray. */
const NOTHING = 0;
const TITLE = 1;
const ABSTRACT = 2;
const STRAY = 3;
const STATES = [NOTHING, TITLE, ABSTRACT, STRAY] as const;

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

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { toMathLetters } from '../../digest/render/math-letters.ts';

/** A token of a formula in HTML. `<mi>x</mi>`, `<mo stretchy="false">(</mo>` */
const TOKEN = /<(mi|mn|mo|mtext)( [^>]*)?>([^<]*)</g;
/** A letter that MathML slants where it stands alone in `mi`. "x" */
const LONE_LETTER = /^.$/u;
const BEYOND_ASCII = /[\u0080-\u{10FFFF}]/gu;

/** Drawn, not written: the sign of a root. */
const DRAWN = '√';
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

export interface UsedCharacters {
  /** In any text of the site, formulae included. */
  text: Set<string>;
  /** In formulae, slanted letters as such. */
  math: Set<string>;
}

/** The characters of a digest folder, ASCII always among them; of none where it is not built yet. */
export function usedCharacters(folder: string): UsedCharacters {
  const used = { text: new Set(ASCII), math: new Set(ASCII + DRAWN) };
  if (!existsSync(folder)) return used;
  for (const name of readdirSync(folder).filter((file) => /\.(?:nd)?json$/.test(file))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    for (const [character] of text.matchAll(BEYOND_ASCII)) used.text.add(character);
    for (const [, element, , token] of text.matchAll(TOKEN)) addToken(used.math, element!, token!);
  }
  return used;
}

function addToken(math: Set<string>, element: string, token: string): void {
  for (const character of token) math.add(character);
  if (element === 'mi' && LONE_LETTER.test(token)) math.add(toMathLetters(token, 'italic'));
}

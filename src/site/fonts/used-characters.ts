import { readdirSync } from 'node:fs';
import path from 'node:path';
import { toMathLetters } from '../../digest/render/math-letters.ts';
import { linesOf } from '../lines-of.ts';

/** A token of a formula in HTML. `<mi>x</mi>`, `<mo stretchy="false">(</mo>` */
const TOKEN = /<(mi|mn|mo|mtext)( [^>]*)?>([^<]*)</g;
/** A letter that MathML slants where it stands alone in `mi`. "x" */
const LONE_LETTER = /^.$/u;
/** Nearly all of a digest is none of it. "ö" */
const BEYOND_ASCII = /[^\0-\x7F]+/g;
const [MATH, MATH_END] = ['<math', '</math>'];

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
  for (const name of namesIn(folder).filter((file) => /\.(?:nd)?json$/.test(file))) {
    for (const line of linesOf(path.join(folder, name))) {
      addText(used.text, line);
      addFormulae(used.math, line);
    }
  }
  return used;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function addText(text: Set<string>, line: string): void {
  for (const run of line.match(BEYOND_ASCII) ?? [])
    for (const character of run) text.add(character);
}

function addFormulae(math: Set<string>, line: string): void {
  for (let start = line.indexOf(MATH); start >= 0;) {
    const end = line.indexOf(MATH_END, start);
    if (end < 0) return;
    for (const [, element, , token] of line.slice(start, end).matchAll(TOKEN))
      addToken(math, element!, token!);
    start = line.indexOf(MATH, end + MATH_END.length);
  }
}

function addToken(math: Set<string>, element: string, token: string): void {
  for (const character of token) math.add(character);
  if (element === 'mi' && LONE_LETTER.test(token)) math.add(toMathLetters(token, 'italic'));
}

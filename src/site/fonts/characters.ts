import { toMathLetters } from '../../digest/render/math-letters.ts';

/** A token of a formula in HTML. `<mi>x</mi>`, `<mo stretchy="false">(</mo>` */
const TOKEN = /<(mi|mn|mo|mtext)( [^>]*)?>([^<]*)</g;
/** A letter that MathML slants where it stands alone in `mi`. "x" */
const LONE_LETTER = /^.$/u;
/** Nearly all of a digest is none of it. "ö" */
const BEYOND_ASCII = /[^\0-\x7F]+/g;
const [MATH, MATH_END] = ['<math', '</math>'];

/** The characters beyond ASCII of a text, each once: all fonts have those of ASCII. */
export interface Characters {
  /** In all of it, formulae included. */
  text: string;
  /** In formulae, slanted letters as such. */
  math: string;
}

/** Those of several texts. */
export class UsedCharacters {
  readonly text = new Set<string>();
  readonly math = new Set<string>();

  add({ text, math }: Characters): void {
    for (const character of text) this.text.add(character);
    for (const character of math) this.math.add(character);
  }

  toJSON(): Characters {
    return { text: [...this.text].sort().join(''), math: [...this.math].sort().join('') };
  }
}

/** Those of a text that has HTML in it, as it is or in JSON. */
export function charactersOf(text: string): Characters {
  return { text: beyondAscii(text), math: beyondAscii(formulaTexts(text).join('')) };
}

function beyondAscii(text: string): string {
  const runs = text.match(BEYOND_ASCII);
  return runs ? [...new Set(runs.join(''))].join('') : '';
}

/** What stands in the tokens of formulae. */
function formulaTexts(text: string): string[] {
  const texts: string[] = [];
  for (let start = text.indexOf(MATH); start >= 0;) {
    const end = text.indexOf(MATH_END, start);
    if (end < 0) break;
    for (const [, element, , token] of text.slice(start, end).matchAll(TOKEN)) {
      texts.push(token!);
      if (element === 'mi' && LONE_LETTER.test(token!)) texts.push(toMathLetters(token!, 'italic'));
    }
    start = text.indexOf(MATH, end + MATH_END.length);
  }
  return texts;
}

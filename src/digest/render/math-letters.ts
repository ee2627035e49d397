/**
 * The alphabets of Unicode's Mathematical Alphanumeric Symbols by the `mathvariant` that KaTeX
 * writes: where capital A, small a, capital Alpha, small alpha and digit 0 stand. Browsers that
 * follow MathML Core ignore the attribute; the letters speak for themselves.
 */
const ALPHABETS: Record<string, Alphabet> = {
  bold: {
    upper: 0x1d400,
    lower: 0x1d41a,
    greekUpper: 0x1d6a8,
    greekLower: 0x1d6c2,
    digit: 0x1d7ce,
  },
  italic: { upper: 0x1d434, lower: 0x1d44e, greekUpper: 0x1d6e2, greekLower: 0x1d6fc },
  'bold-italic': { upper: 0x1d468, lower: 0x1d482, greekUpper: 0x1d71c, greekLower: 0x1d736 },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': {
    upper: 0x1d5d4,
    lower: 0x1d5ee,
    greekUpper: 0x1d756,
    greekLower: 0x1d770,
    digit: 0x1d7ec,
  },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  'sans-serif-bold-italic': {
    upper: 0x1d63c,
    lower: 0x1d656,
    greekUpper: 0x1d790,
    greekLower: 0x1d7aa,
  },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

/** Letters that Unicode had before the block and left out of it. */
const OLDER: Record<string, Record<string, string>> = {
  italic: { h: 'ℎ' },
  script: {
    B: 'ℬ',
    E: 'ℰ',
    F: 'ℱ',
    H: 'ℋ',
    I: 'ℐ',
    L: 'ℒ',
    M: 'ℳ',
    R: 'ℛ',
    e: 'ℯ',
    g: 'ℊ',
    o: 'ℴ',
  },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

/** Greek variants that follow omega in each Greek alphabet, with ∂ first. */
const GREEK_TAIL = '∂ϵϑϰϕϱϖ';

/** The text in the letters of a `mathvariant`; characters without such a letter stay. */
export function toMathLetters(text: string, variant: string): string {
  const alphabet = ALPHABETS[variant];
  if (!alphabet) return text;
  return Array.from(
    text,
    (character) => OLDER[variant]?.[character] ?? letterOf(character, alphabet) ?? character,
  ).join('');
}

function letterOf(character: string, alphabet: Alphabet): string | undefined {
  const code = character.codePointAt(0)!;
  const from = (base: number | undefined, first: number) =>
    base === undefined ? undefined : String.fromCodePoint(base + code - first);
  if (code >= 0x41 && code <= 0x5a) return from(alphabet.upper, 0x41);
  if (code >= 0x61 && code <= 0x7a) return from(alphabet.lower, 0x61);
  if (code >= 0x30 && code <= 0x39) return from(alphabet.digit, 0x30);
  if (code >= 0x391 && code <= 0x3a9) return from(alphabet.greekUpper, 0x391);
  if (code >= 0x3b1 && code <= 0x3c9) return from(alphabet.greekLower, 0x3b1);
  if (character === '∇') return from(alphabet.greekUpper, code - 25);
  const tail = GREEK_TAIL.indexOf(character);
  return tail < 0 ? undefined : from(alphabet.greekLower, code - 25 - tail);
}

interface Alphabet {
  upper: number;
  lower: number;
  greekUpper?: number;
  greekLower?: number;
  digit?: number;
}

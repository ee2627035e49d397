/** Digits of a number's text form; five bits a digit, the sixth says that more follow. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/** A number below 64 as one character. */
export function encodeDigit(value: number): string {
  return DIGITS[value]!;
}

export function decodeDigit(code: number): number {
  return VALUES[code]!;
}

/** Reads what `encodeNumbers` and `encodeDigit` wrote, from the front. */
export class NumberReader {
  private readonly text: string;
  private at: number;
  private readonly end: number;

  constructor(text: string, from = 0, to = text.length) {
    this.text = text;
    this.at = from;
    this.end = to;
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = VALUES[this.text.charCodeAt(this.at++)]!;
      value |= (digit & 31) << shift;
      if (digit < 32 || this.at > this.end) return value;
    }
  }

  digit(): number {
    return VALUES[this.text.charCodeAt(this.at++)]!;
  }
}

/** Sorted words with what each shares with the one before left out: `["ab", "abc"]` → `"Aab Cc"`. */
export function encodeWords(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 63 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return DIGITS[shared]! + word.slice(shared);
    })
    .join(' ');
}

export function decodeWords(text: string): string[] {
  let before = '';
  return text === ''
    ? []
    : text.split(' ').map((entry) => {
        before = before.slice(0, VALUES[entry.charCodeAt(0)]) + entry.slice(1);
        return before;
      });
}

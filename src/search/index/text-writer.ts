import { DIGITS } from './codec.ts';

const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const SPACE = 32;

/** Writes numbers and digits, by the million, for a `NumberReader`. */
export class TextWriter {
  private bytes = new Uint8Array(2 ** 14);
  private length = 0;

  /** A number ≥ 0, small ones short: the base-64 VLQ of source maps, without signs. */
  number(value: number): void {
    let rest = value;
    while (rest > 31) {
      this.put(CODES[(rest & 31) | 32]!);
      rest >>>= 5;
    }
    this.put(CODES[rest]!);
  }

  /** A number below 64, as `encodeDigit` writes it. */
  digit(value: number): void {
    this.put(CODES[value]!);
  }

  space(): void {
    this.put(SPACE);
  }

  /** All that was written, and begins anew. */
  take(): string {
    const text = ASCII.decode(this.bytes.subarray(0, this.length));
    this.length = 0;
    return text;
  }

  private put(code: number): void {
    if (this.length === this.bytes.length) {
      const more = new Uint8Array(this.length * 2);
      more.set(this.bytes);
      this.bytes = more;
    }
    this.bytes[this.length++] = code;
  }
}

const ASCII = new TextDecoder();
const writer = new TextWriter();

/** Numbers ≥ 0 as text. */
export function encodeNumbers(numbers: Iterable<number>): string {
  for (const number of numbers) writer.number(number);
  return writer.take();
}

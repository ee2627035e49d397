const FIRST_SLOTS = 1 << 9;

/**
 * Numbers the codes that it is given, from 0, in the order in which they come. Codes are whole numbers
 * beyond 32 bits, which a `Map` holds as objects; here they stand in a column.
 */
export class CodeTable {
  size = 0;
  private codes = new Float64Array(FIRST_SLOTS);
  /** The number of each code, from 1; 0 is a free slot. */
  private numbers = new Int32Array(FIRST_SLOTS);

  /** The number of a code, given now if it has none. */
  numberOf(code: number): number {
    const slot = this.slotOf(code);
    const known = this.numbers[slot]!;
    if (known > 0) return known - 1;
    this.codes[slot] = code;
    this.numbers[slot] = ++this.size;
    if (this.size * 2 > this.numbers.length) this.grow();
    return this.size - 1;
  }

  /** The number of a code; -1 if it has none. */
  find(code: number): number {
    return this.numbers[this.slotOf(code)]! - 1;
  }

  clear(): void {
    this.numbers.fill(0);
    this.size = 0;
  }

  /** Where a code stands, or the free slot that it would take. */
  private slotOf(code: number): number {
    const mask = this.numbers.length - 1;
    let slot = hashOf(code) & mask;
    while (this.numbers[slot] !== 0 && this.codes[slot] !== code) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { codes, numbers } = this;
    this.codes = new Float64Array(codes.length * 2);
    this.numbers = new Int32Array(numbers.length * 2);
    for (let at = 0; at < numbers.length; at++) {
      if (numbers[at] === 0) continue;
      const slot = this.slotOf(codes[at]!);
      this.codes[slot] = codes[at]!;
      this.numbers[slot] = numbers[at]!;
    }
  }
}

const TWO_TO_22 = 2 ** 22;

/** Both halves of a code, mixed: neighbours in number are none in the table. */
function hashOf(code: number): number {
  const high = Math.floor(code / TWO_TO_22);
  const mixed = Math.imul(code - high * TWO_TO_22, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

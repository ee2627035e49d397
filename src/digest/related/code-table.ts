import { withRoom } from './columns.ts';

const FIRST_SLOTS = 1 << 9;

/**
 * Numbers the codes that it is given, from 0, in the order in which they come. Codes are whole numbers
 * beyond 32 bits, which a `Map` holds as objects; here they stand in a column.
 */
export class CodeTable {
  size = 0;
  /** The codes by their numbers; zeros behind them. */
  codes = new Float64Array(0);
  /** The number of the code that stands in each slot, from 1; 0 is a free one. */
  private slots = new Int32Array(FIRST_SLOTS);

  /** The number of a code, given now if it has none. */
  numberOf(code: number): number {
    const slot = this.slotOf(code);
    const known = this.slots[slot]!;
    if (known > 0) return known - 1;
    this.codes = withRoom(this.codes, this.size + 1);
    this.codes[this.size] = code;
    this.slots[slot] = ++this.size;
    if (this.size * 2 > this.slots.length) this.grow();
    return this.size - 1;
  }

  /** Where a code stands, or the free slot that it would take. */
  private slotOf(code: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(code) & mask;
    for (let known = this.slots[slot]!; known !== 0; known = this.slots[slot]!) {
      if (this.codes[known - 1] === code) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let number = 0; number < this.size; number++)
      this.slots[this.slotOf(this.codes[number]!)] = number + 1;
  }
}

const TWO_TO_22 = 2 ** 22;

/** Both halves of a code, mixed: neighbours in number are none in the table. */
function hashOf(code: number): number {
  const high = Math.floor(code / TWO_TO_22);
  const mixed = Math.imul(code - high * TWO_TO_22, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

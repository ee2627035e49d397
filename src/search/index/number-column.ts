/** A long list of numbers in little memory; it grows at its end. */
export class NumberColumn<Numbers extends Int32Array | Uint8Array> {
  private numbers: Numbers;
  length = 0;

  constructor(empty: Numbers) {
    this.numbers = empty;
  }

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const Kind = this.numbers.constructor as new (length: number) => Numbers;
      const more = new Kind(Math.max(1024, this.length * 2));
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.length++] = value;
  }

  at(index: number): number {
    return this.numbers[index]!;
  }

  slice(from: number, to: number): Numbers {
    return this.numbers.subarray(from, to) as Numbers;
  }
}

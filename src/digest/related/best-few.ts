/**
 * The best of many things, at most `most`, the best first; things go by numbers. What comes first
 * where two are worth the same is `precedes` to say. Never more work than `most` a thing.
 */
export class BestFew {
  size = 0;
  readonly things: Int32Array;
  readonly worths: Float64Array;
  private readonly precedes: (one: number, other: number) => boolean;

  constructor(most: number, precedes: (one: number, other: number) => boolean) {
    this.things = new Int32Array(most);
    this.worths = new Float64Array(most);
    this.precedes = precedes;
  }

  clear(): void {
    this.size = 0;
  }

  add(thing: number, worth: number): void {
    const { things, worths } = this;
    let at = this.size;
    while (at > 0 && this.isBetter(thing, worth, at - 1)) at -= 1;
    if (at === things.length) return;
    if (this.size < things.length) this.size += 1;
    things.copyWithin(at + 1, at, this.size - 1);
    worths.copyWithin(at + 1, at, this.size - 1);
    things[at] = thing;
    worths[at] = worth;
  }

  private isBetter(thing: number, worth: number, at: number): boolean {
    const other = this.worths[at]!;
    return worth > other || (worth === other && this.precedes(thing, this.things[at]!));
  }
}

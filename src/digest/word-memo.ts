/** Entries looked at before a word is taken for one of a crowd; whoever makes hashes meet slows nothing. */
const MOST_PROBES = 8;
const FIRST_SLOTS = 1 << 12;
const MOST_WORDS = 100_000;

/** The hash of no letters; `addToHash` takes one UTF-16 unit after the other (FNV-1a). */
export const EMPTY_HASH = 0x811c9dc5 | 0;

export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** A word that is kept: a mere slice of a text would keep all of the text. */
function cutOut(text: string, start: number, end: number): string {
  return ` ${text.slice(start, end)}`.slice(1);
}

/**
 * What follows from a word by itself, worked out once for each. A word is asked for by its place in a
 * text and the hash of its letters, which a reader of the text has for nothing: it is cut out of the
 * text only when it is new. A corpus says the same words again and again.
 */
export class WordMemo<Value> {
  private readonly make: (word: string) => Value;
  private words: string[] = [];
  private hashes: number[] = [];
  private values: Value[] = [];
  /** The numbers of words, from 1, by their hash. */
  private slots = new Int32Array(FIRST_SLOTS);
  /** Words that found no slot near their hash. */
  private crowd = new Map<string, number>();

  constructor(make: (word: string) => Value) {
    this.make = make;
  }

  /** The value of `text.slice(start, end)`, whose hash is `hash`. */
  of(text: string, start: number, end: number, hash: number): Value {
    const mask = this.slots.length - 1;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const at = (hash + probe) & mask;
      const number = this.slots[at]! - 1;
      if (number < 0) return this.addNew(cutOut(text, start, end), hash);
      const word = this.words[number]!;
      if (
        this.hashes[number] === hash &&
        word.length === end - start &&
        text.startsWith(word, start)
      )
        return this.values[number]!;
    }
    const word = cutOut(text, start, end);
    const number = this.crowd.get(word);
    return number === undefined ? this.addNew(word, hash) : this.values[number]!;
  }

  /** Tells the value of a word that has not been asked for. */
  set(word: string, value: Value): void {
    let hash = EMPTY_HASH;
    for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at));
    this.add(word, hash, value);
  }

  private addNew(word: string, hash: number): Value {
    return this.add(word, hash, this.make(word));
  }

  private add(word: string, hash: number, value: Value): Value {
    if (this.words.length >= MOST_WORDS) this.forget();
    const number = this.words.push(word) - 1;
    this.hashes.push(hash);
    this.values.push(value);
    if (this.words.length * 2 > this.slots.length) this.grow();
    else this.place(number);
    return value;
  }

  private place(number: number): void {
    const mask = this.slots.length - 1;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const at = (this.hashes[number]! + probe) & mask;
      if (this.slots[at] !== 0) continue;
      this.slots[at] = number + 1;
      return;
    }
    this.crowd.set(this.words[number]!, number);
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    this.crowd = new Map();
    for (let number = 0; number < this.words.length; number++) this.place(number);
  }

  private forget(): void {
    [this.words, this.hashes, this.values] = [[], [], []];
    this.slots = new Int32Array(FIRST_SLOTS);
    this.crowd = new Map();
  }
}

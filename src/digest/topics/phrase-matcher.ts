import { acronymOf, isAcronym, parsePhrase, shapeOf, type PhraseWord } from './phrase.ts';
import { WordMemo } from '../word-memo.ts';
import { phraseGap } from './phrase-gap.ts';
import { normalizeWord, readWords } from './tokens.ts';

/** Finds every phrase of a set in a text, in one pass. */
export interface PhraseMatcher<Value> {
  match(text: string): PhraseMatch<Value>[];
}

/** `text.slice(start, end)` is a phrase to which `values` belong. */
export interface PhraseMatch<Value> {
  start: number;
  end: number;
  values: readonly Value[];
}

// No term of a taxonomy is longer; a run of 10 MB without a space is one word and matches nothing.
const LONGEST_WORD = 48;

/**
 * A matcher for `phrases`. All phrases stand in one trie over word symbols, so the work for a text
 * is linear in its length, whatever it holds, and hardly depends on the number of phrases.
 */
export function createPhraseMatcher<Value>(
  phrases: Iterable<readonly [phrase: string, value: Value]>,
): PhraseMatcher<Value> {
  const symbols = new SymbolTable();
  const root: TrieNode<Value> = { next: new Map(), values: [] };
  for (const [phrase, value] of phrases) {
    let node = root;
    for (const word of parsePhrase(phrase) ?? []) {
      const symbol = symbols.intern(word);
      const next = node.next.get(symbol) ?? { next: new Map(), values: [] };
      node.next.set(symbol, next);
      node = next;
    }
    if (node !== root) node.values.push(value);
  }
  return { match: (text) => matchAll(text, root, symbols) };
}

function matchAll<Value>(
  text: string,
  root: TrieNode<Value>,
  symbols: SymbolTable,
): PhraseMatch<Value>[] {
  const starts: number[] = [];
  const ends: number[] = [];
  const meanings: (readonly number[])[] = [];
  readWords(text, (start, end, hash) => {
    starts.push(start);
    ends.push(end);
    meanings.push(symbols.of(text, start, end, hash));
  });
  const matches: PhraseMatch<Value>[] = [];
  for (let first = 0; first < meanings.length; first++) {
    if (meanings[first]!.length > 0) follow(root, first, first);
  }
  return matches;

  function follow(node: TrieNode<Value>, first: number, at: number): void {
    for (const symbol of meanings[at]!) {
      const next = node.next.get(symbol);
      if (!next) continue;
      if (next.values.length > 0)
        matches.push({ start: starts[first]!, end: ends[at]!, values: next.values });
      if (next.next.size === 0 || at + 1 >= meanings.length) continue;
      if (phraseGap(text, ends[at]!, starts[at + 1]!) > 0) follow(next, first, at + 1);
    }
  }
}

const NOTHING: readonly number[] = [];

/** The demands of all phrases as small numbers, and which of them a word of a text meets. */
class SymbolTable {
  readonly #symbols = new Map<string, number>();
  readonly #remembered = new WordMemo<readonly number[]>((word) => this.#lookUp(word));
  readonly #beginnings = new Set<number>();
  readonly #endings = new Set<number>();

  intern({ kind, value }: PhraseWord): number {
    if (kind === 'beginning') this.#beginnings.add(value.length);
    if (kind === 'ending') this.#endings.add(value.length);
    const key = `${kind} ${value}`;
    const symbol = this.#symbols.get(key) ?? this.#symbols.size;
    this.#symbols.set(key, symbol);
    return symbol;
  }

  /** What the word at a place of a text meets. */
  of(text: string, start: number, end: number, hash: number): readonly number[] {
    return end - start > LONGEST_WORD ? NOTHING : this.#remembered.of(text, start, end, hash);
  }

  #lookUp(word: string): readonly number[] {
    const normal = normalizeWord(word);
    const keys = [`word ${normal}`];
    if (isAcronym(word)) keys.push(`acronym ${acronymOf(word)}`);
    if (/\p{N}/u.test(word)) keys.push(`shape ${shapeOf(word)}`);
    for (const length of this.#beginnings)
      if (length <= normal.length) keys.push(`beginning ${normal.slice(0, length)}`);
    const singular = acronymOf(word);
    for (const length of this.#endings)
      if (length <= singular.length) keys.push(`ending ${singular.slice(-length)}`);
    const met = keys.flatMap((key) => this.#symbols.get(key) ?? []);
    return met.length === 0 ? NOTHING : met;
  }
}

interface TrieNode<Value> {
  next: Map<number, TrieNode<Value>>;
  values: Value[];
}

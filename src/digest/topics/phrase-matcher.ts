import { acronymOf, isAcronym, parsePhrase, shapeOf, type PhraseWord } from './phrase.ts';
import { joinsPhrase, normalizeWord, toTokens, type Token } from './tokens.ts';

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

// Papers share their words: what a word means to the phrases is looked up once. Bounded, because
// a build may see millions of different words.
const REMEMBERED_WORDS = 20_000;

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
  const tokens = toTokens(text);
  const meanings = tokens.map(({ word }) => symbols.of(word));
  const matches: PhraseMatch<Value>[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (meanings[first]!.length === 0) continue;
    follow(root, first, first);
  }
  return matches;

  function follow(node: TrieNode<Value>, first: number, at: number): void {
    for (const symbol of meanings[at]!) {
      const next = node.next.get(symbol);
      if (!next) continue;
      if (next.values.length > 0) matches.push(toMatch(tokens, first, at, next.values));
      if (next.next.size === 0 || at + 1 >= tokens.length) continue;
      if (joinsPhrase(text, tokens[at]!, tokens[at + 1]!)) follow(next, first, at + 1);
    }
  }
}

function toMatch<Value>(
  tokens: readonly Token[],
  first: number,
  last: number,
  values: readonly Value[],
): PhraseMatch<Value> {
  return { start: tokens[first]!.start, end: tokens[last]!.end, values };
}

/** The demands of all phrases as small numbers, and which of them a word of a text meets. */
class SymbolTable {
  readonly #symbols = new Map<string, number>();
  readonly #remembered = new Map<string, readonly number[]>();
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

  of(word: string): readonly number[] {
    const known = this.#remembered.get(word);
    if (known) return known;
    const found = word.length > LONGEST_WORD ? [] : this.#lookUp(word);
    if (this.#remembered.size >= REMEMBERED_WORDS) this.#remembered.clear();
    this.#remembered.set(word, found);
    return found;
  }

  #lookUp(word: string): number[] {
    const normal = normalizeWord(word);
    const keys = [`word ${normal}`];
    if (isAcronym(word)) keys.push(`acronym ${acronymOf(word)}`);
    if (/\p{N}/u.test(word)) keys.push(`shape ${shapeOf(word)}`);
    for (const length of this.#beginnings)
      if (length <= normal.length) keys.push(`beginning ${normal.slice(0, length)}`);
    const singular = acronymOf(word);
    for (const length of this.#endings)
      if (length <= singular.length) keys.push(`ending ${singular.slice(-length)}`);
    return keys.flatMap((key) => this.#symbols.get(key) ?? []);
  }
}

interface TrieNode<Value> {
  next: Map<number, TrieNode<Value>>;
  values: Value[];
}

import { normalizeWord } from './tokens.ts';

/** Longest phrase, in words. */
export const MAX_WORDS = 8;

/** An acronym: "GNN", "GNNs", "QAOA", "P2P" */
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*s?$/u;

/** What a phrase of the taxonomy may hold: "graph neural network", "quantiz*", "*GNN", "W_A_" */
const PHRASE_WORD = /^(?:[\p{L}\p{M}\p{N}]{2,}\*|\*[\p{L}\p{M}\p{N}]{2,}|[\p{L}\p{M}\p{N}_]+)$/u;

/** One word of a phrase, as what it demands of a word of the text. */
export type PhraseWord = {
  kind: 'word' | 'acronym' | 'beginning' | 'ending' | 'shape';
  value: string;
};

/**
 * Reads a phrase of the taxonomy. Case, hyphens, plural and British spelling do not matter;
 * `quantiz*` takes every ending, `*GNN` every beginning, `_` stands for a number, and a word in
 * capitals (`GNN`) is meant in capitals. Undefined when the phrase cannot be read.
 */
export function parsePhrase(phrase: string): PhraseWord[] | undefined {
  const words = phrase.split(/[\s\-‐‑–/]+/u).filter(Boolean);
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  if (!words.every((word) => PHRASE_WORD.test(word))) return undefined;
  return words.map(parseWord);
}

/** Whether a word is in capitals, a plural s aside. */
export function isAcronym(word: string): boolean {
  return word.length <= 12 && ACRONYM.test(word);
}

/** "GNNs" → "GNN" */
export function acronymOf(word: string): string {
  return word.replace(/s$/, '');
}

/** "W4A8" → "w_a_" */
export function shapeOf(word: string): string {
  return word.replace(/\p{N}+/gu, '_').toLowerCase();
}

function parseWord(word: string): PhraseWord {
  if (word.includes('_')) return { kind: 'shape', value: shapeOf(word) };
  if (word.endsWith('*')) return { kind: 'beginning', value: normalizeWord(word.slice(0, -1)) };
  if (word.startsWith('*')) return { kind: 'ending', value: word.slice(1) };
  if (isAcronym(word)) return { kind: 'acronym', value: acronymOf(word) };
  return { kind: 'word', value: normalizeWord(word) };
}

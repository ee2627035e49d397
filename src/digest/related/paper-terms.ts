import type { Paper } from '../schema.ts';
import { joinsPhrase, normalizeWord, toTokens } from '../topics/tokens.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { RARE_PERCENT, usualPercent } from '../topics/usual-words.ts';

/** A word or two that a paper could share with another. */
export interface Term {
  /** Under which inflections meet: "quantum circuit". */
  key: string;
  /** As this paper writes it first. */
  form: string;
  /** How often it stands in the paper; the title counts double. */
  count: number;
  /** 0 to 1: how rare its words are in abstracts at large. */
  rarity: number;
}

/** What is in every fourth abstract holds sentences together. */
const TOO_USUAL = 20;
/** A single word says something of a paper if few others have it. */
const USUAL_WORD = 5;
/** Of two words, the second leaves about this share of the papers that have the first. */
const SHARE_OF_SECOND = 0.15;
/** A word of small letters alone says less than a pair or an acronym. */
const PLAIN_WORD_SAYS = 0.7;
const READS_AT_MOST = 8000;

/** The terms of a paper in the order in which it first has them, by their keys. */
export function paperTerms(
  { titleText, abstractText }: Pick<Paper, 'titleText' | 'abstractText'>,
  words: WordReader = new WordReader(),
): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const [text, count] of [
    [titleText, 2],
    [abstractText, 1],
  ] as const) {
    collect(text.slice(0, READS_AT_MOST), count, terms, words);
  }
  return terms;
}

function collect(text: string, count: number, terms: Map<string, Term>, words: WordReader): void {
  const tokens = toTokens(text);
  let before: Word | undefined;
  for (const [at, token] of tokens.entries()) {
    const word = words.read(token.word);
    if (word && word.alone) {
      add(terms, word.key, token.word, count, word.rarityAlone);
    }
    if (word && before && joinsPhrase(text, tokens[at - 1]!, token)) {
      const form = text.slice(tokens[at - 1]!.start, token.end);
      const percent = Math.min(word.percent, before.percent) * SHARE_OF_SECOND;
      add(terms, `${before.key} ${word.key}`, form, count, rarityOf(percent));
    }
    before = word;
  }
}

function add(
  terms: Map<string, Term>,
  key: string,
  form: string,
  count: number,
  rarity: number,
): void {
  const known = terms.get(key);
  if (known) known.count += count;
  else terms.set(key, { key, form: form.replace(/\s+/g, ' '), count, rarity });
}

interface Word {
  key: string;
  percent: number;
  /** Whether it says something of a paper without a second word. */
  alone: boolean;
  rarityAlone: number;
}

/** Reads words, each of a vocabulary once. */
export class WordReader {
  private readonly known = new Map<string, Word | undefined>();

  read(word: string): Word | undefined {
    if (this.known.has(word)) return this.known.get(word);
    const read = readWord(word);
    this.known.set(word, read);
    return read;
  }
}

/** A word that can be part of a term: letters, and not one that holds sentences together. */
function readWord(word: string): Word | undefined {
  if (word.length < 2 || word.length > 30 || !/\p{L}{2}/u.test(word)) return undefined;
  const key = normalizeWord(word);
  if (PLAIN_WORDS.has(key) || PLAIN_WORDS.has(word.toLowerCase())) return undefined;
  const percent = usualPercent(key) ?? RARE_PERCENT / 2;
  if (percent > TOO_USUAL) return undefined;
  const alone = isAcronym(word) || (percent <= USUAL_WORD && NOUN_LIKE.test(word));
  const rarityAlone = rarityOf(percent) * (isAcronym(word) ? 1 : PLAIN_WORD_SAYS);
  return { key, percent, alone, rarityAlone };
}

/** "supernet", "Verilog"; adverbs and participles say how, not what: "tightly", "verifying" */
const NOUN_LIKE = /^\p{L}{4,}(?<!ly|ing|ed|able|al|ive|ous)$/u;

/** "GPTQ", "FP8" */
function isAcronym(word: string): boolean {
  return /\p{Lu}.*[\p{Lu}\d]/u.test(word);
}

/** One in a hundred abstracts and rarer tells most. */
function rarityOf(percent: number): number {
  return Math.min(1, Math.max(0, Math.log10(100 / percent) / 3));
}

import { WordMemo } from '../word-memo.ts';
import { normalizeWord } from '../topics/tokens.ts';
import { RARE_PERCENT, usualPercent } from '../topics/usual-words.ts';
import { PLAIN_WORDS } from './plain-words.ts';

/** A word as it bears on what papers have in common. */
export interface Word {
  /** As it is written. */
  text: string;
  /** The same for all inflections and spellings: "quantisations", "Quantization". */
  key: string;
  /** Of a hundred abstracts so many hold it. */
  percent: number;
  /** Holds sentences together, or is in every abstract: no part of a term. */
  isPlain: boolean;
  /** Says something of a paper without a second word. */
  isTelling: boolean;
  /** May end a phrase: nouns may, "neural" and "jointly" may not. */
  isNoun: boolean;
  isAcronym: boolean;
  isNumber: boolean;
  /** "jointly": begins no phrase. */
  isAdverb: boolean;
}

/** What is in more than every fifth abstract holds sentences together. */
const TOO_USUAL = 20;
/** A single word says something of a paper if few others have it. */
const USUAL_WORD = 5;
/** What ends so says how, not what: "tightly", "pre-trained", "neural". */
const NO_NOUN_ENDS = ['ly', 'ed', 'able', 'ible', 'al', 'ive', 'ous', 'ful', 'wise'];
/** Nouns that end so too. */
const NOUNS_ALL_THE_SAME: ReadonlySet<string> = new Set(
  [
    'table cable signal goal speed seed feed need interval retrieval removal arrival trial',
    'proposal material tutorial polynomial potential objective derivative perspective alternative',
    'manual journal terminal animal crystal metal capital hospital total',
    'ensemble assembly family anomaly supply reply butterfly integral residual',
  ].flatMap((row) => row.split(' ')),
);
/** No noun when it stands alone: "optimizing", "mobile", "probabilistic", "approximate". */
const NO_LONE_NOUN_ENDS = ['ing', 'ile', 'ic', 'ate'];
/** "GPTQ", "FP8", "PTQs" */
const ACRONYM = /\p{Lu}.*[\p{Lu}\d]/u;
/** "4", of "4 bit" */
const NUMBER = /^\p{N}+$/u;
/** "GNN", "W4A8" */
const LETTERS = /\p{L}{2}/u;

/** Reads words, each of a vocabulary once. */
export class WordReader {
  /** Every word as it is written, in the order in which they were read first. */
  readonly vocabulary: Word[];
  private readonly forms: WordMemo<number>;

  /** Knows the words of a vocabulary already. */
  constructor(vocabulary: Word[]) {
    this.vocabulary = vocabulary;
    this.forms = new WordMemo((word) => vocabulary.push(judge(word)) - 1);
    for (const [form, { text }] of vocabulary.entries()) this.forms.set(text, form);
  }

  /** The place in the vocabulary of the word at a place of a text, with its hash. */
  read(text: string, start: number, end: number, hash: number): number {
    return this.forms.of(text, start, end, hash);
  }
}

function judge(word: string): Word {
  const key = normalizeWord(word);
  const lower = word.toLowerCase();
  const percent = usualPercent(key) ?? RARE_PERCENT / 2;
  const isAcronym = word !== lower && ACRONYM.test(word);
  const isWord = LETTERS.test(word) || isAcronym;
  const isPlain =
    !isWord ||
    word.length > 30 ||
    percent > TOO_USUAL ||
    PLAIN_WORDS.has(key) ||
    PLAIN_WORDS.has(lower);
  const isNoun = isAcronym || (isWord && isNounLike(lower));
  const isTelling =
    !isPlain && (isAcronym || (isNoun && percent <= USUAL_WORD && standsAlone(lower)));
  const isAdverb = !isNoun && lower.endsWith('ly');
  const isNumber = !isWord && NUMBER.test(word);
  return {
    text: word,
    key,
    percent,
    isPlain,
    isTelling,
    isNoun,
    isAcronym,
    isAdverb,
    isNumber,
  };
}

function isNounLike(lower: string): boolean {
  return NOUNS_ALL_THE_SAME.has(lower) || !NO_NOUN_ENDS.some((end) => lower.endsWith(end));
}

function standsAlone(lower: string): boolean {
  return lower.length > 3 && !NO_LONE_NOUN_ENDS.some((end) => lower.endsWith(end));
}

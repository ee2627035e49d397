import { GENERAL_ACRONYMS } from './general-acronyms.ts';

/** "S²FT", "ZeroQuant-FP", "T-MAC", "Patronus": one word that could be a name */
const NAME = String.raw`[\p{Lu}\p{N}µμα-ω]?[\p{L}\p{N}]*[\p{Lu}][\p{L}\p{N}²³⁺*+.]*(?:-[\p{L}\p{N}²³⁺*+.]+)*`;
/** "T-MAC: …", "KetGPT - …", "PreRoutGNN for …" */
const TITLE_LEAD = new RegExp(String.raw`^(${NAME})(\s*:|\s+[-–—]|\s+for)\s`, 'u');
/** "named GenBaB", "which we call Feynman-Kac Correctors (FKCs)" */
const NAMED = new RegExp(
  String.raw`\b(?:called|named|dubbed|termed|coined|abbreviated as|referred to as|(?:we|and) (?:call|name|term|dub|coin)) (?:it |this \w+ )?(?:the |as )?["“'‘*]*((?:${NAME} ?){1,4})(?:\(([^() ]{2,24})\))?`,
  'gu',
);
const PROPOSE = String.raw`\b(?:propos|present|introduc|develop|devis|design|describ|contribut|releas|unveil|creat|build|offer|construct)(?:e|es|ed|ing|s)?\b`;
/** "proposes, AnalogGenie, a …", "introduce T-MAC, an …", "propose DenseShift network" */
const PROPOSED = new RegExp(String.raw`${PROPOSE},? (?:the |our |both )?["“'‘*]*(${NAME})`, 'gu');
/** "propose a family of Structured Sparse Fine-Tuning (S²FT) methods": no clause in between */
const PROPOSED_SHORT = new RegExp(
  String.raw`${PROPOSE},? ((?:(?!(?:that|which|for|based|using|on|in|via|with|by|to|where|incorporating)\b)[^\s(),.;:]+ ){1,12})\((?:or |rm )?(${NAME})\)`,
  'gu',
);
/** "propose three techniques: statistical quantization (StatsQ) …; annealing (CGA) …" */
const PROPOSED_LIST = new RegExp(
  String.raw`${PROPOSE} (?:the following |two |three |four |five |several |novel |new |key )+[^.:(]{1,60}: ([^.]{1,800})`,
  'gu',
);
const LISTED = new RegExp(String.raw`\((?:rm )?(${NAME})\)`, 'gu');

/** "CityGPT-Powered", "PLs-based" say what something is like */
const PARTICIPLE = /-(?:\p{Ll}+|\p{Lu}\p{Ll}+(?:ed|en|ing|less|like|aware|free))$/u;

const MOST = 6;
/** Abstracts are shorter; what follows is no longer looked at. */
const LONGEST = 20_000;

/**
 * The names that a paper gives to what it proposes, in the order of the text: of the title's
 * beginning (`T-MAC: …`), of the sentences that propose or name something. Names of others' work
 * and common acronyms are left out; rather none than a wrong one.
 */
export function findMethods(titleText: string, abstractText: string): string[] {
  const abstract = abstractText.slice(0, LONGEST);
  const found: [at: number, name: string][] = [];
  const lead = leadOf(titleText, abstract);
  if (lead) found.push([-1, lead]);
  const add = (at: number, name: string | undefined) => {
    const clean = name?.replace(/[.,]+$/, '').trim();
    if (clean && isName(clean)) found.push([at, clean]);
  };
  for (const { index, 1: words, 2: short } of abstract.matchAll(NAMED)) {
    add(index, short && isName(short) ? short : ownName(words!));
  }
  for (const { index, 1: name } of abstract.matchAll(PROPOSED)) add(index, name);
  for (const { index, 2: name } of abstract.matchAll(PROPOSED_SHORT)) add(index, name);
  for (const { index, 1: list } of abstract.matchAll(PROPOSED_LIST)) {
    for (const { 1: name } of list!.matchAll(LISTED)) add(index, name);
  }
  return distinct(found.sort(([one], [other]) => one - other).map(([, name]) => name));
}

function leadOf(titleText: string, abstract: string): string | undefined {
  const [, lead, border] = TITLE_LEAD.exec(titleText.slice(0, 200)) ?? [];
  if (!lead || !border) return undefined;
  if (border.trim() === 'for') return /\p{Ll}\p{Lu}/u.test(lead) && isName(lead) ? lead : undefined;
  const isLead = isName(lead) || isCompoundOfGeneral(lead) || isSaidAgain(lead, abstract);
  return isLead ? lead : undefined;
}

/** Of capitalised words the one that is a name, not a word: the first. */
function ownName(words: string): string | undefined {
  return words.trim().split(' ').find(isName);
}

/** Two capitals, or a capital behind small letters or beside a digit; and no common acronym. */
function isName(word: string): boolean {
  const singular = word.replace(/(?<=[A-Z])s$/, '');
  if (singular.length < 3 || singular.length > 24 || PARTICIPLE.test(word)) return false;
  if (GENERAL_ACRONYMS.has(singular.toUpperCase()) || isCompoundOfGeneral(word)) return false;
  if (!/\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Lu}|\p{L}[\d²³⁺]|\d\p{L}/u.test(word)) return false;
  return !/^\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)+$/u.test(word) && !/^\d+[A-Z]?$/.test(word);
}

/** "LLM-based", "GNN-RL" */
function isCompoundOfGeneral(word: string): boolean {
  const parts = word.split('-');
  return (
    parts.length > 1 &&
    parts.every(
      (part) =>
        /^\p{Ll}+$/u.test(part) || GENERAL_ACRONYMS.has(part.replace(/s$/, '').toUpperCase()),
    )
  );
}

/** "Patronus" is a word like any other, unless the abstract has it within a sentence too. */
function isSaidAgain(word: string, abstract: string): boolean {
  if (!/^\p{Lu}[\p{L}\p{N}]{3,}$/u.test(word)) return false;
  const at = abstract.indexOf(` ${word}`, 1);
  return at > 0 && /[\p{L},]/u.test(abstract[at - 1]!);
}

/** Once each, whatever their case and number: "SNNK" and "SNNKs" are one. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names
    .filter((name) => {
      const key = name.toLowerCase().replace(/s$/, '');
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST);
}

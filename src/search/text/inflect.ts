import { otherSpellings } from './spellings.ts';

/** "matrices", "vertices" */
const LATIN_PLURAL = /^(.{2,})ices$/;
/** Endings after which a final s is no plural: "loss", "analysis", "corpus". */
const NO_PLURAL = /(?:ss|us|is)$/;
/** Endings of one verb and its nouns: "pruned", "pruning", "prunes"; "oscillate", "oscillation". */
const VERB_ENDING = /(?:at(?:ions?|ing|ed|es?|ors?)|ions?|ings?|ers?|ors?|ed|es|e|s|able|ly)$/;
/** "quantize", "quantised", "quantization": the ending from its i on */
const IZE_ENDING = /(?<=i)[sz](?:ations?|e[drs]?|ers?|ing|able)$/;
/** "verify", "verifying", "verification", "certificate", from its f on */
const FY_ENDING = /(?<=f)(?:y|ies|ied|ying|iers?|iable|icat(?:es?|ions?))$/;
/** "symmetrical", "symmetrically" for "symmetric" */
const ADJECTIVE_IN_AL = /(?<=ic)al(?:ly)?$/;
const SHORTEST_STEM = 4;
/** "discovery", "discovering": a noun by a final y, where what is left is long enough to be a verb. */
const NOUN_IN_Y = /^(.{5,}[^aeiou])(?:y|ies)$/;
/** "binary", "summary": what is made so is "binarized", "summarized", from the i on */
const BEFORE_IZE = /^(.{4,}[^aeiou])y$/;
/** "modularity", "sparsity", "monotonicity": of what is modular, sparse, monotonic or monotone */
const NOUN_IN_ITY = /^(.{5,}(?<!or))it(?:y|ies)$/;
/** "transferability", "feasibility" */
const NOUN_IN_BILITY = /^(.{3,}[ai])bilit(?:y|ies)$/;
/** "equivariance", "efficiency": of what is equivariant, efficient */
const NOUN_IN_ANCE = /^(.{5,}[ae]n)c(?:e|y|es|ies)$/;
/** "smoothness" */
const NOUN_IN_NESS = /^(.{4,})ness(?:es)?$/;

/** The singular of a term, or the term: `networks` → `network`, `matrices` → `matrix`. */
export function singular(term: string): string {
  if (term.length < 4 || !term.endsWith('s') || NO_PLURAL.test(term)) return term;
  if (term.endsWith('ies')) return `${term.slice(0, -3)}y`;
  if (LATIN_PLURAL.test(term)) return term.replace(LATIN_PLURAL, '$1ix');
  if (/(?:[sxz]|ch|sh)es$/.test(term)) return term.slice(0, -2);
  return term.slice(0, -1);
}

/** The other number of a term and its other spelling: singular, plurals, British, American. */
export function inflections(term: string): string[] {
  const one = singular(term);
  const forms = new Set([one, `${one}s`]);
  if (one.endsWith('y')) forms.add(`${one.slice(0, -1)}ies`);
  if (/(?:[sxz]|ch|sh)$/.test(one)) forms.add(`${one}es`);
  if (/[ie]x$/.test(one)) forms.add(`${one.slice(0, -2)}ices`);
  if (term.endsWith('es')) forms.add(term.slice(0, -2)).add(term.slice(0, -1));
  for (const form of [...forms, term])
    for (const spelling of otherSpellings(form)) forms.add(spelling);
  forms.delete(term);
  return [...forms];
}

/** What the forms of a verb and its nouns begin with, or undefined where too little is left. */
export function verbStem(term: string): string | undefined {
  const ending = [IZE_ENDING, FY_ENDING].find((one) => one.test(term));
  const stem = ending
    ? term.replace(ending, '')
    : (NOUN_IN_Y.exec(term)?.[1] ?? term.replace(ADJECTIVE_IN_AL, '').replace(VERB_ENDING, ''));
  return stem.length >= SHORTEST_STEM ? stem : undefined;
}

/** What verbs made from a noun begin with: `binari` of `binary`; undefined where there are none. */
export function izeStem(term: string): string | undefined {
  const stem = BEFORE_IZE.exec(term)?.[1];
  return stem && `${stem}i`;
}

/** The adjectives that a noun may be made from: `modular` of `modularity`. Some may be no words. */
export function adjectives(noun: string): string[] {
  const able = NOUN_IN_BILITY.exec(noun)?.[1];
  if (able) return [`${able}ble`];
  const ant = NOUN_IN_ANCE.exec(noun)?.[1];
  if (ant) return [`${ant}t`];
  const stem = NOUN_IN_ITY.exec(noun)?.[1] ?? NOUN_IN_NESS.exec(noun)?.[1];
  if (!stem) return [];
  return [stem, `${stem}e`, ...(stem.endsWith('ic') ? [`${stem.slice(0, -2)}e`] : [])];
}

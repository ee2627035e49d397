/** "matrices", "vertices" */
const LATIN_PLURAL = /^(.{2,})ices$/;
/** Endings after which a final s is no plural: "loss", "analysis", "corpus". */
const NO_PLURAL = /(?:ss|us|is)$/;
/** Endings of one verb and its nouns: "quantize", "quantized", "quantizing", "quantization". */
const VERB_ENDING = /(?:izations?|isations?|ations?|ions?|ings?|ers?|ors?|ed|es|e|s|able)$/;
const SHORTEST_STEM = 4;

/** The singular of a term, or the term: `networks` → `network`, `matrices` → `matrix`. */
export function singular(term: string): string {
  if (term.length < 4 || !term.endsWith('s') || NO_PLURAL.test(term)) return term;
  if (term.endsWith('ies')) return `${term.slice(0, -3)}y`;
  if (LATIN_PLURAL.test(term)) return term.replace(LATIN_PLURAL, '$1ix');
  if (/(?:[sxz]|ch|sh)es$/.test(term)) return term.slice(0, -2);
  return term.slice(0, -1);
}

/** The other number of a term and its other spelling: singular, plurals, `-ise` for `-ize`. */
export function inflections(term: string): string[] {
  const one = singular(term);
  const forms = new Set([one, `${one}s`]);
  if (one.endsWith('y')) forms.add(`${one.slice(0, -1)}ies`);
  if (/(?:[sxz]|ch|sh)$/.test(one)) forms.add(`${one}es`);
  if (/[ie]x$/.test(one)) forms.add(`${one.slice(0, -2)}ices`);
  if (term.endsWith('es')) forms.add(term.slice(0, -2)).add(term.slice(0, -1));
  for (const form of [...forms, term]) {
    if (/i[sz](?:e|ed|er|es|ing|ation|ations)$/.test(form))
      forms.add(
        form.replace(/i([sz])(?=(?:e|ed|er|es|ing|ation|ations)$)/, (_, c: string) =>
          c === 's' ? 'iz' : 'is',
        ),
      );
  }
  forms.delete(term);
  return [...forms];
}

/** What the forms of a verb and its nouns share, or undefined where too little is left. */
export function verbStem(term: string): string | undefined {
  const stem = term.replace(VERB_ENDING, '');
  return stem.length >= SHORTEST_STEM ? stem.replace(/i[sz]$/, 'i') : undefined;
}

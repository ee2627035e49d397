/** "optimize" and "optimise", "analyzing" and "analysing" */
const IZE = /([iy])([sz])(?=(?:e|ed|er|ers|es|ing|ation|ations)$)/;
/** "behaviour" and "behavior" */
const OUR =
  /^(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rig|tum|vap|vig)ou?r(?=s$|al$|ed$|ing$|able$|hood$|hoods$|$)/;
/** "modelling" and "modeling", "labelled" and "labeled" */
const DOUBLED_L = /^(.{2,}[aeu])ll?(?=(?:ed|ing|er|ers)$)/;
/** "centre" and "center" */
const TRE = /^(cent|fib|lit|met|theat)(?:re|er)(?=s$|d$|$)/;
/** "analogue" and "analog" */
const OGUE = /^(anal|catal|dial)og(?:ue)?(?=s$|$)/;
/** "defence" and "defense" */
const ENCE = /^(def|off|lic|pret)en[cs]e(?=s$|$)/;

/** British and American: pairs of endings that stand for one another. */
const PAIRS: readonly (readonly [RegExp, string, string])[] = [
  [OUR, '$1our', '$1or'],
  [DOUBLED_L, '$1ll', '$1l'],
  [TRE, '$1re', '$1er'],
  [OGUE, '$1ogue', '$1og'],
  [ENCE, '$1ence', '$1ense'],
];

/** The same term in the other English: `optimise` for `optimize`, `behavior` for `behaviour`. */
export function otherSpellings(term: string): string[] {
  const swapped = term.replace(
    IZE,
    (_, vowel: string, letter: string) => vowel + (letter === 's' ? 'z' : 's'),
  );
  const paired = PAIRS.flatMap(([ending, british, american]) =>
    ending.test(term) ? [term.replace(ending, british), term.replace(ending, american)] : [],
  );
  return [...new Set([swapped, ...paired])].filter((spelling) => spelling !== term);
}

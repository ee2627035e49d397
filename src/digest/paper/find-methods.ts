/** "Activation-aware Weight Quantization (AWQ)" */
const ACRONYM = /\(([A-Z][A-Za-z0-9²-]{1,11})\)/g;

/** The names that a paper gives to what it proposes. */
export function findMethods(titleText: string, abstractText: string): string[] {
  const lead = /^([A-Z][\w²-]{2,20}):/.exec(titleText)?.[1];
  const acronyms = [...abstractText.matchAll(ACRONYM)].map((match) => match[1]!);
  return [...new Set([...(lead ? [lead] : []), ...acronyms])];
}

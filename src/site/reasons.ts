import type { Evidence, Field } from '../digest/schema.ts';

/** One phrase that decided a topic, with all of its places. */
export interface Reason {
  text: string;
  rule: string;
  /** How often it stands in each field. */
  places: { field: Field; count: number }[];
  /** What all of its places add to the score. */
  weight: number;
}

/** The evidence for a topic by phrase, the weightiest first. */
export function toReasons(evidence: readonly Evidence[]): Reason[] {
  const groups = Map.groupBy(evidence, ({ text, rule }) => `${rule}\n${text.toLowerCase()}`);
  return [...groups.values()]
    .map((held) => ({
      text: held[0]!.text,
      rule: held[0]!.rule,
      places: (['title', 'abstract'] as const)
        .map((field) => ({ field, count: held.filter((one) => one.field === field).length }))
        .filter(({ count }) => count > 0),
      weight: held.reduce((sum, one) => sum + one.weight, 0),
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** `+0.46`, `−1.20` */
export function formatWeight(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
}

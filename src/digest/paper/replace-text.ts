import { applyEdits } from '../latex/apply-edits.ts';
import type { Edit, Phrasing, RepairedText } from '../phrasing.ts';
import { readRepaired, type Reading } from './read-text.ts';

/** The pasted text as a whole read as something else: one edit, so that the page can show it. */
export function replacedBy({ source }: RepairedText, nodes: Phrasing[], rule: string): Reading {
  const edits: Edit[] = [{ start: 0, end: source.length, nodes, rule }];
  return readRepaired({ source, edits, phrasing: nodes });
}

/** The text with other edits. */
export function withEdits({ source }: RepairedText, edits: readonly Edit[]): Reading {
  const ordered = [...edits].sort((one, other) => one.start - other.start);
  return readRepaired({ source, edits: ordered, phrasing: applyEdits(source, ordered) });
}

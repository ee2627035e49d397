import { repairText } from '../latex/repair-text.ts';
import type { RepairedText } from '../phrasing.ts';
import { toMarkdown } from '../render/to-markdown.ts';
import { toPlainText } from '../render/to-plain-text.ts';

/** A text with its repairs and the readings that a record holds. */
export interface Reading {
  repaired: RepairedText;
  markdown: string;
  /** Plain Unicode. */
  text: string;
}

/** The readings of a text with its repairs. Repairs that would leave nothing of it are not made. */
export function readText(source: string): Reading {
  const reading = readRepaired(repairText(source));
  if (reading.text.trim() !== '') return reading;
  return readRepaired({ source, edits: [], phrasing: [{ type: 'text', value: source }] });
}

/** The readings of a text that is repaired already. */
export function readRepaired(repaired: RepairedText): Reading {
  return {
    repaired,
    markdown: toMarkdown(repaired.phrasing),
    text: toPlainText(repaired.phrasing),
  };
}

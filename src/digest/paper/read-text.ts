import { repairText } from '../latex/repair-text.ts';
import type { Edit, Phrasing, RepairedText } from '../phrasing.ts';
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

/**
 * What of a reading its source does not tell: most texts need no repair, and all of their readings are
 * the source once more.
 */
export interface PackedReading {
  edits?: Edit[];
  phrasing?: Phrasing[];
  markdown?: string;
  text?: string;
}

export function packReading({ repaired, markdown, text }: Reading): PackedReading {
  const { source, edits, phrasing } = repaired;
  const [node] = phrasing;
  const isBare = phrasing.length === 1 && node!.type === 'text' && node!.value === source;
  return {
    ...(edits.length > 0 && { edits }),
    ...(!isBare && { phrasing }),
    ...(markdown !== source && { markdown }),
    ...(text !== source && { text }),
  };
}

export function unpackReading(source: string, packed: PackedReading): Reading {
  const { edits = [], phrasing = [{ type: 'text', value: source }] } = packed;
  const { markdown = source, text = source } = packed;
  return { repaired: { source, edits, phrasing }, markdown, text };
}

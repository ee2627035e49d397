import type { Emphasis, InlineCode, Link, Strong, Text } from 'mdast';
import type { InlineMath } from 'mdast-util-math';

/**
 * The text of a title or an abstract as mdast phrasing: the one value that is stored, from which
 * HTML, plain text, Markdown and TeX are readings (`render/`).
 *
 * An `inlineMath` node's `value` is TeX: of a dump what KaTeX accepts, of a correction what a person
 * wrote, which is shown as its source where KaTeX rejects it.
 */
export type Phrasing = Text | InlineMath | Strong | Emphasis | InlineCode | Link;

/** A replacement of `source.slice(start, end)` by `nodes`. Edits of one text never overlap. */
export interface Edit {
  start: number;
  end: number;
  nodes: Phrasing[];
  /** Permanent id of the rule that proposed it: `math`, `bold`, `accent` … */
  rule: string;
  /** Formulas within `nodes` that cannot be set, as they were written. */
  notSet?: string[];
}

/** A text with its repairs: `phrasing` is `source` with every edit applied. */
export interface RepairedText {
  source: string;
  phrasing: Phrasing[];
  edits: Edit[];
}

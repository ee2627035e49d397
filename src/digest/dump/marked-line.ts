import type { Line, PageFacts } from './dump.ts';
import type { Furniture } from './furniture.ts';
import type { Day } from './read-day.ts';

/** A line with what the page around it says about it. */
export interface MarkedLine extends Line {
  furniture?: Furniture;
  /** A label said so: `Title:`, `Abstract:`; `text` is what follows the label. */
  starts?: 'title' | 'abstract';
  facts?: PageFacts;
  day?: Day;
  /** Whether it names who put the paper on the page, or whose paper it is. */
  names?: 'submitter' | 'organization';
}

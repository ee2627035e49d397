import { findContribution } from './contribution.ts';
import { ELLIPSIS, lastBreak, lastEnd, withoutTrailing } from './sentences.ts';

/** Characters of plain text in a lead: about three lines of a list. */
const LONGEST_LEAD = 280;
/** A lead of whole sentences that is shorter says too little: the next sentence is cut instead. */
const SHORTEST_LEAD = 120;

/** A part of an abstract. */
export interface Lead {
  start: number;
  end: number;
  /** Not cut within a sentence. */
  isWhole: boolean;
}

/**
 * The part of an abstract that a list shows, at most 280 characters: from the sentence on that says what
 * the paper does, where a lead from the first one would not hold it. Whole sentences where these are
 * long enough.
 */
export function leadOf(abstract: string): Lead {
  const start = leadStart(abstract);
  const rest = abstract.slice(start);
  if (rest.length <= LONGEST_LEAD) return { start, end: abstract.length, isWhole: true };
  const end = lastEnd(rest, LONGEST_LEAD);
  if (end >= SHORTEST_LEAD) return { start, end: start + end, isWhole: true };
  return { start, end: start + lastBreak(rest, LONGEST_LEAD - ELLIPSIS.length), isWhole: false };
}

function leadStart(abstract: string): number {
  if (abstract.length <= LONGEST_LEAD) return 0;
  const contribution = findContribution(abstract);
  return contribution && contribution.end > LONGEST_LEAD ? contribution.start : 0;
}

/** The lead of a plain text, as `toLead` has it of an abstract with formulae. */
export function toTextLead(text: string): string {
  const { start, end, isWhole } = leadOf(text);
  const lead = text.slice(start, end);
  return isWhole ? lead : withoutTrailing(lead) + ELLIPSIS;
}

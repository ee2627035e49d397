import { sentenceEnds } from './sentences.ts';

const WORKS =
  'paper|work|article|study|letter|report|survey|review|thesis|note|tutorial|chapter|manuscript';
/** After "we": what everybody does or lacks. "we often need" */
const COMMON =
  'are|were|can|cannot|could|know|need|have|lack|live|often|still|rarely|refer|do not|must';
/** "In this paper", "This short survey", "Our work" */
const WORK = `(?:(?:In|With|Through) (?:this|our)|This|The (?:present|current)|Our) (?:\\p{Ll}+ ){0,2}(?:${WORKS})\\b`;
/** "We propose", "Here we show", "To close this gap, we carefully study" */
const WE = `(?:\\p{Lu}[^.]{1,120}, |(?:To|In order to|By|Here) [^.]{1,80} )?(?:[Hh]ere,? )?(?:[Ww]e|I) (?!(?:${COMMON})\\b)\\p{Ll}{3,}`;
/** One of these, in quotes or behind "Purpose:" */
const CONTRIBUTION = new RegExp(`^["'“‘([]{0,3}(?:\\p{Lu}\\p{Ll}+: )?(?:${WORK}|${WE})`, 'u');
/** As much of a sentence as tells. */
const BEGINNING = 200;
const LEADING = /^\s+/;

/**
 * Where the first sentence begins that says what a paper does, and where it ends. Those before it say
 * what is known. Undefined where no sentence begins in such a way.
 */
export function findContribution(abstract: string): { start: number; end: number } | undefined {
  let start = 0;
  for (const end of [...sentenceEnds(abstract), abstract.length]) {
    const beginning = abstract.slice(start, Math.min(end, start + BEGINNING));
    const space = LEADING.exec(beginning)?.[0].length ?? 0;
    if (CONTRIBUTION.test(beginning.slice(space))) return { start: start + space, end };
    start = end;
  }
  return undefined;
}

import { text, type TextRule } from './text-rule.ts';

/** "``the word''", "``the word\"" within a sentence or two */
const DOUBLE = /``([^`]{1,300}?)(?:''|")/g;
/** "`word'", the mark before a letter and after a space */
const SINGLE = /(?<![\w`\\])`([^`'\s](?:[^`'\n]{0,80}[^`'\s])?)'(?![\w'])/g;

/** What is quoted; "`\"'" is the beginning of something else. "x" */
const WORD = /[\p{L}\p{N}]/u;

/** Quotation marks as TeX types them: ` ``x'' ` → “x”, `` `x' `` → ‘x’. */
export const quotes: TextRule = {
  id: 'quote',
  signs: ['`'],
  propose: (source) => [...pairs(source, DOUBLE, '“”'), ...pairs(source, SINGLE, '‘’')],
};

function* pairs(source: string, pattern: RegExp, marks: string) {
  for (const { 0: all, 1: words, index } of source.matchAll(pattern)) {
    if (!WORD.test(words!)) continue;
    const start = index + all.indexOf(words!);
    const end = start + words!.length;
    yield { start: index, end: start, nodes: [text(marks[0]!)] };
    yield { start: end, end: index + all.length, nodes: [text(marks[1]!)] };
  }
}

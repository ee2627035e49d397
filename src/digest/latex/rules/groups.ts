import { findGroups } from './find-groups.ts';
import type { TextRule } from './text-rule.ts';

/** "{", "}", with the backslash that would make it visible */
const BRACE = /\\?[{}]/g;
/** Braces around nothing or around a sign: `{}`, `25{,}605`. */
const EMPTY_OR_SIGN = /^\{[,.:;-]?\}$/;

/**
 * Takes away the braces that TeX would not print: around nothing, around a sign, and those whose
 * partner the page has taken (`\textbf{\textit{x}}` became `\textit{x}`).
 */
export const groups: TextRule = {
  id: 'group',
  propose(source) {
    const found = findGroups(source);
    const paired = new Set(found.flatMap(({ start, end }) => [start, end - 1]));
    const invisible = found.filter(({ start, end }) =>
      EMPTY_OR_SIGN.test(source.slice(start, end)),
    );
    const lone = [...source.matchAll(BRACE)].filter(
      ({ 0: brace, index }) => brace.length === 1 && !paired.has(index),
    );
    return [
      ...invisible.flatMap(({ start, end }) => [start, end - 1]),
      ...lone.map(({ index }) => index),
    ].map((at) => ({ start: at, end: at + 1, nodes: [] }));
  },
};

import { findGroups } from './find-groups.ts';
import type { TextRule } from './text-rule.ts';

/** Braces left over around nothing or around a sign: `{}`, `25{,}605`. */
const EMPTY_OR_SIGN = /^\{[,.\-:;]?\}$/;

/** Takes away the braces that TeX would not print. */
export const groups: TextRule = {
  id: 'group',
  propose: (source) =>
    findGroups(source)
      .filter(({ start, end }) => EMPTY_OR_SIGN.test(source.slice(start, end)))
      .filter(
        ({ start }) =>
          !/[\w\\^_]/.test(source[start - 1] ?? ' ') ||
          /\d/.test(source[start - 1]!) ||
          source[start + 1] === '}',
      )
      .flatMap(({ start, end }) => [
        { start, end: start + 1, nodes: [] },
        { start: end - 1, end, nodes: [] },
      ]),
};

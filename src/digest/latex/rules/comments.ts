import type { TextRule } from './text-rule.ts';

/** "text %TODO: cite\nnext": the comment's end is certain only where the line break is left */
const COMMENT = /(?<=^|\s)%[^\n]*\n/g;

/** Drops a `%` comment where its line end is left to show how far it goes. */
export const comments: TextRule = {
  id: 'comment',
  signs: ['%'],
  // No further than the last line end: the rest would be searched again from each `%`.
  propose: (source) =>
    [...source.slice(0, source.lastIndexOf('\n') + 1).matchAll(COMMENT)].map(
      ({ 0: all, index }) => ({
        start: index,
        end: index + all.length,
        nodes: [],
      }),
    ),
};

import type { TextRule } from './text-rule.ts';
import { findGroups } from './find-groups.ts';
import { text } from './text-rule.ts';

/** " \citep[see][p. 3]{smith2020}", "\label{x}", "~\ref{sec:x}" */
const CITATION =
  /[ ~]?\\(?:[cC]ite(?:p|t|alp|alt|author|year|yearpar|num)?\*?|parencite|textcite|autocite|label|nocite|index|(?:eq|page|auto|[cC])?ref)\s?(?:\[[^\][]{0,80}\]){0,2}\s?\{[^{}]{0,500}\}/g;

/** "~smith2020deep", "~a2024b,c2025d": what the page leaves of a citation */
const CITATION_KEYS =
  /~[a-z]{2,20}(?:19|20)\d\d[a-z]{2,20}(?:,\s?[a-z]{2,20}(?:19|20)\d\d[a-z]{2,20})*\b/g;

/** A citation or a label: nothing to show without its bibliography. */
export const citations: TextRule = {
  id: 'citation',
  signs: ['\\', '~'],
  propose: (source) =>
    [...source.matchAll(CITATION), ...source.matchAll(CITATION_KEYS)].map(({ 0: all, index }) => ({
      start: index,
      end: index + all.length,
      nodes: [],
    })),
};

/** "\footnote" */
const FOOTNOTE = /\s?\\(?:footnote|thanks)\s?$/;

/** A footnote is read where it stands, in parentheses. */
export const footnotes: TextRule = {
  id: 'footnote',
  signs: ['{'],
  propose: (source, inner) =>
    findGroups(source).flatMap(({ start, end, depth }) => {
      const before = FOOTNOTE.exec(source.slice(Math.max(0, start - 12), start))?.[0];
      if (before === undefined || depth > 0) return [];
      const words = source
        .slice(start + 1, end - 1)
        .trim()
        .replace(/\.$/, '');
      return [
        { start: start - before.length, end, nodes: [text(' ('), ...inner(words), text(')')] },
      ];
    }),
};

import { COMMANDS } from '../commands.ts';
import { findGroups, findLoneBraces } from './find-groups.ts';
import type { TextRule } from './text-rule.ts';

/** Braces around nothing, a sign or a letter: `{}`, `25{,}605`, `K{=}6`, `Moussa{ï}d`. */
const EMPTY_OR_SIGN = /^\{(?:[,.:;<>=+/-]|[À-ɏ])?\}$/;
/** Words in braces that TeX does not print: `{quantum machine learning}`, `{T2V-Complexity}`. */
const WORDS = /^\{[A-Za-z][\w-]+(?: [\w-]+){1,30}\}$|^\{[A-Z][\w-]*-[\w-]+\}$/;

/** A text with more lone braces than this is no LaTeX. */
const MOST_HALVES = 3;
/** " {confabulations", "\footnote{Code", "{blue{The" */
const OPENS_WORDS = /(?:^|\s|[\\{][A-Za-z]{1,20})\{[A-Za-z]$/;
/** "reasoning.} Then" */
const CLOSES_WORDS = /\w[\w.,]?\}(?:[\s.,]|$)/;

/**
 * Takes away the braces that TeX would not print: around nothing, around a sign or words, and those
 * whose partner the page has taken (`\textbf{\textit{x}}` became `\textit{x}`).
 */
export const groups: TextRule = {
  id: 'group',
  signs: ['{', '}'],
  propose(source) {
    const unseen = findGroups(source).filter(({ start, end }) => {
      const group = source.slice(start, end);
      return (
        !isBody(source, start) &&
        (EMPTY_OR_SIGN.test(group) || (WORDS.test(group) && isUnseen(source, start, end)))
      );
    });
    return [...unseen.flatMap(({ start, end }) => [start, end - 1]), ...halves(source)].map(
      (at) => ({ start: at, end: at + 1, nodes: [] }),
    );
  },
};

/** "function () {}", "[]{}", "\"{}", "${}": nothing is set off from anything by it. */
function isBody(source: string, start: number): boolean {
  return /(?:[)\]"'|>]\s?|\{\}\s?|\$)$/.test(source.slice(Math.max(0, start - 3), start));
}

/** A brace of a group of words that is cut; any other lone brace is one that the author wrote. */
function halves(source: string): number[] {
  const lone = findLoneBraces(source);
  if (lone.length > MOST_HALVES) return [];
  return lone.filter((at) =>
    source[at] === '{'
      ? OPENS_WORDS.test(source.slice(Math.max(0, at - 21), at + 2))
      : CLOSES_WORDS.test(source.slice(Math.max(0, at - 2), at + 2)),
  );
}

/** Not a template, "a photo of a {class name}", nor mathematics that is past repair, "{cal O}". */
function isUnseen(source: string, start: number, end: number): boolean {
  const around = source.slice(Math.max(0, start - 40), start) + source.slice(end, end + 40);
  const first = /[A-Za-z]+/.exec(source.slice(start, end))![0];
  return !/["'“”‘’`]/.test(around) && !/[_^]/.test(source[start - 1] ?? '') && !COMMANDS.has(first);
}

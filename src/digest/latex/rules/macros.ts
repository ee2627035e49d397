import { COMMANDS } from '../commands.ts';
import { isStyleCommand } from './emphasis.ts';
import { findGroups, findLoneBraces, type Group } from './find-groups.ts';
import { isLetterCommand } from './letters.ts';
import { text, type Inner, type Replacement, type TextRule } from './text-rule.ts';

/** "\textcolor{red}", "\color{blue} ", "\vspace{1em}", "\begin{itemize}": nothing of it is shown. */
const UNSEEN = /\\(?:textcolor|color|vspace|hspace|begin|end|setlength)\*?\{[^{}]{0,60}\}\s?/g;
/** "\rev" right before its group */
const NAME_BEFORE = /\\([A-Za-z]{1,24})\s?$/;
const LONGEST_NAME = 26;
/** "\SI{20}{\micro\meter}" */
const UNIT_COMMANDS = /^(?:SI|qty|SIrange)$/;
const THIN_SPACE = '\u202f';
/** "{\color{red} words}" */
const COLOURED = /^\{\\color\{[^{}]{0,40}\}\s*/;
/** "\verb|x_y|" */
const VERBATIM = /\\verb\*?([^\sA-Za-z*])([^\n]{1,100}?)\1/g;
/** "2", "th", "10+"; not "a_b", which KaTeX sets in no text */
const SHORT_SCRIPT = /^[A-Za-z\d+-]{1,10}$/;

/**
 * Commands that other rules do not know, with their braces: `\rev{words}` → `words`, as the page
 * itself does. Commands that only set colours or distances go, with what is in their braces.
 */
export const macros: TextRule = {
  id: 'macro',
  signs: ['\\'],
  propose: (source, inner) => [
    ...unseen(source),
    ...named(source, inner),
    ...unclosed(source),
    ...verbatim(source),
  ],
};

function unseen(source: string): Replacement[] {
  return [...source.matchAll(UNSEEN)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
    nodes: [],
  }));
}

function named(source: string, inner: Inner): Replacement[] {
  if (!source.includes('\\')) return [];
  const groups = findGroups(source);
  const starts = new Map(groups.map((group) => [group.start, group]));
  const replacements: Replacement[] = [];
  let covered = 0;
  for (const group of groups) {
    if (group.start < covered) continue;
    const found = coloured(source, group, inner) ?? command({ source, group, starts, inner });
    if (found === undefined) continue;
    replacements.push(found);
    covered = found.end;
  }
  return replacements;
}

function coloured(source: string, { start, end }: Group, inner: Inner): Replacement | undefined {
  const match = COLOURED.exec(source.slice(start, Math.min(end, start + LONGEST_NAME * 2)));
  if (match === null) return undefined;
  return { start, end, nodes: inner(source.slice(start + match[0].length, end - 1)) };
}

interface Candidate {
  source: string;
  group: Group;
  /** All groups by the places of their opening braces. */
  starts: ReadonlyMap<number, Group>;
  inner: Inner;
}

function command({ source, group, starts, inner }: Candidate): Replacement | undefined {
  const before = source.slice(Math.max(0, group.start - LONGEST_NAME), group.start);
  const match = NAME_BEFORE.exec(before);
  if (match === null || !isUnknown(match[1]!)) return undefined;
  const start = group.start - match[0].length;
  const unit = UNIT_COMMANDS.test(match[1]!) ? starts.get(group.end) : undefined;
  if (unit !== undefined)
    return { start, end: unit.end, nodes: quantity(source, group, unit, inner) };
  const words = source.slice(group.start + 1, group.end - 1);
  return { start, end: group.end, nodes: toNodes(match[1]!, words, inner) };
}

function verbatim(source: string): Replacement[] {
  return [...source.matchAll(VERBATIM)].map(({ 0: all, 2: value, index }) => ({
    start: index,
    end: index + all.length,
    nodes: [{ type: 'inlineCode', value: value! }],
  }));
}

/** "\footnote{We plan to …" whose end the page has taken: the words stay. */
function unclosed(source: string): Replacement[] {
  return findLoneBraces(source).flatMap((at) => {
    const before = source.slice(Math.max(0, at - LONGEST_NAME), at);
    const match = source[at] === '{' ? NAME_BEFORE.exec(before) : null;
    if (match === null || isLetterCommand(match[1]!) || COMMANDS.has(match[1]!)) return [];
    const start = at - match[0].length;
    const isApart =
      start === 0 || /\s/.test(source[start - 1]!) || /\s/.test(source[at + 1] ?? ' ');
    return [{ start, end: at + 1, nodes: isApart ? [] : [text(' ')] }];
  });
}

function isUnknown(name: string): boolean {
  return !isStyleCommand(name) && !isLetterCommand(name) && !COMMANDS.has(name);
}

function toNodes(name: string, words: string, inner: Inner): Replacement['nodes'] {
  if (!/[\p{L}\d]/u.test(words)) return [text(`\\${name}`), ...inner(words)];
  if (name === 'ensuremath') return inner(`$${words}$`);
  if (SHORT_SCRIPT.test(words)) {
    if (name === 'textsuperscript') return [{ type: 'inlineMath', value: `{}^{\\text{${words}}}` }];
    if (name === 'textsubscript') return [{ type: 'inlineMath', value: `{}_{\\text{${words}}}` }];
  }
  return inner(words);
}

function quantity(source: string, number: Group, unit: Group, inner: Inner): Replacement['nodes'] {
  const words = ({ start, end }: Group): string => source.slice(start + 1, end - 1);
  return [...inner(words(number)), text(THIN_SPACE), ...inner(words(unit))];
}

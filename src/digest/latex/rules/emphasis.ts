import type { Phrasing } from '../../phrasing.ts';
import { findGroups } from './find-groups.ts';
import { text, type Inner, type Replacement, type TextRule } from './text-rule.ts';

type Style = 'strong' | 'emphasis' | 'code' | 'plain';

const COMMAND_STYLES: Readonly<Record<string, Style>> = {
  textbf: 'strong',
  mathbf: 'strong',
  textit: 'emphasis',
  emph: 'emphasis',
  mathit: 'emphasis',
  textsl: 'emphasis',
  texttt: 'code',
  textsc: 'plain',
  textrm: 'plain',
  textsf: 'plain',
  textnormal: 'plain',
  text: 'plain',
  mbox: 'plain',
  underline: 'plain',
  uline: 'plain',
  textmd: 'plain',
  textup: 'plain',
};
const SWITCH_STYLES: Readonly<Record<string, Style>> = {
  bf: 'strong',
  bfseries: 'strong',
  it: 'emphasis',
  em: 'emphasis',
  sl: 'emphasis',
  itshape: 'emphasis',
  tt: 'code',
  ttfamily: 'code',
  sf: 'plain',
  sc: 'plain',
  rm: 'plain',
  scshape: 'plain',
  sffamily: 'plain',
  small: 'plain',
  large: 'plain',
  text: 'plain',
};

/** Whether `\name{…}` sets its words in a style. */
export function isStyleCommand(name: string): boolean {
  return Object.hasOwn(COMMAND_STYLES, name);
}

/** "\textbf" and, where the page took its backslash, "textbf"; "text" needs its own */
const COMMAND_BEFORE =
  /(?:\\(?:text(?:bf|it|sl|tt|sc|rm|sf|normal|md|up)?|emph|mathbf|mbox|underline|uline)|text(?:bf|it|tt|sc)|emph|underline) ?$|(?<=^|\s)(?:text|mathbf|mathit)$/;
/** "\em ", "\bf " right after the brace */
const SWITCH_AFTER =
  /^\{(?:\\(bfseries|bf|itshape|it|em|sl|ttfamily|tt|sffamily|sf|scshape|sc|rm|small|large)(?![A-Za-z])\s*|(bf|it|em|text) )/;
/** "Sink-Aware Pruning" of "{bf Sink-Aware Pruning}", whose dollars and backslash the page took */
const BARE_WORDS = /^[A-Za-z][A-Za-z-]+(?: [A-Za-z-]+)+$/;
/** "{neq better:}" after a bare "mathbf" */
const WORDS_OF_PROSE = /[a-z]{4,}.* |\s.*[a-z]{4,}/;
const LONGEST_COMMAND = 14;

/** `\textbf{x}`, `{\em x}` and, where the page took the backslash, `textbf{x}`. */
export const emphasis: TextRule = {
  id: 'emphasis',
  signs: ['{'],
  propose: (source, inner) => {
    const replacements: Replacement[] = [];
    let covered = 0;
    for (const { start, end } of findGroups(source)) {
      if (start < covered) continue;
      const found =
        commandGroup(source, start, end, inner) ?? switchGroup(source, start, end, inner);
      if (found === undefined || found.start < covered) continue;
      replacements.push(found);
      covered = end;
    }
    return replacements;
  },
};

function commandGroup(
  source: string,
  start: number,
  end: number,
  inner: Inner,
): Replacement | undefined {
  const before = COMMAND_BEFORE.exec(
    source.slice(Math.max(0, start - LONGEST_COMMAND), start),
  )?.[0];
  if (before === undefined) return undefined;
  const isBareMath = before.startsWith('math');
  if (isBareMath && !WORDS_OF_PROSE.test(source.slice(start, end))) return undefined;
  const style = COMMAND_STYLES[before.trim().replace('\\', '')]!;
  return {
    start: start - before.length,
    end,
    nodes: styled(style, source.slice(start + 1, end - 1), inner),
  };
}

function switchGroup(
  source: string,
  start: number,
  end: number,
  inner: Inner,
): Replacement | undefined {
  const match = SWITCH_AFTER.exec(source.slice(start, Math.min(end, start + 20)));
  if (match === null) return undefined;
  const words = source.slice(start + match[0].length, end - 1);
  if (match[1] === undefined) {
    const isProse = BARE_WORDS.test(words) || (match[2] === 'text' && /^[-–,;:/]$/.test(words));
    return isProse
      ? { start, end, nodes: styled(SWITCH_STYLES[match[2]!]!, words, inner) }
      : undefined;
  }
  return { start, end, nodes: styled(SWITCH_STYLES[match[1]!]!, words, inner) };
}

function styled(style: Style, words: string, inner: Inner): Phrasing[] {
  if (words === '') return [];
  if (style === 'code')
    return /[\\${}]/.test(words) ? inner(words) : [{ type: 'inlineCode', value: words }];
  const children = inner(words) as never[];
  if (style === 'plain' || words.trim() === '')
    return words.trim() === '' ? [text(words)] : children;
  return [{ type: style, children }];
}

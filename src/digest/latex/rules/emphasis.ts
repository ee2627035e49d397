import type { Phrasing } from '../../phrasing.ts';
import { findGroups } from './find-groups.ts';
import { text, type Inner, type Replacement, type TextRule } from './text-rule.ts';

type Style = 'strong' | 'emphasis' | 'code' | 'plain';

const COMMAND_STYLES: Readonly<Record<string, Style>> = {
  textbf: 'strong',
  mathbf: 'strong',
  textit: 'emphasis',
  emph: 'emphasis',
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
};

/** "\textbf" and, where the page took its backslash, "textbf"; "text" needs its own */
const COMMAND_BEFORE =
  /(?:\\(?:text(?:bf|it|sl|tt|sc|rm|sf|normal|md|up)?|emph|mathbf|mbox|underline|uline)|text(?:bf|it|tt|sc)|emph|underline) ?$/;
/** "\em ", "\bf " right after the brace */
const SWITCH_AFTER =
  /^\{\\(bfseries|bf|itshape|it|em|sl|ttfamily|tt|sffamily|sf|scshape|sc|rm|small|large)(?![A-Za-z])\s*/;
const LONGEST_COMMAND = 14;

/** `\textbf{x}`, `{\em x}` and, where the page took the backslash, `textbf{x}`. */
export const emphasis: TextRule = {
  id: 'emphasis',
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

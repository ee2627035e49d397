import type { Edit, Phrasing } from '../../phrasing.ts';

/** One kind of damage in the text: finds it and proposes what belongs there. */
export interface TextRule {
  /** Permanent id, in every edit. */
  id: string;
  /** What it finds holds one of these; the rule is not asked about a text without. */
  signs: readonly string[];
  propose(source: string, inner: Inner): Replacement[];
}

/** Repairs what stands inside a construct: the words of `\textbf{…}`. */
export type Inner = (text: string) => Phrasing[];

/** `rule` where it is not the rule's own id. */
export type Replacement = Omit<Edit, 'rule'> & { rule?: string };

export function text(value: string): Phrasing {
  return { type: 'text', value };
}

/** A rule that replaces every match of `pattern`, which holds `sign`, by a text; undefined leaves the match alone. */
export function replaceAll(
  id: string,
  sign: string,
  pattern: RegExp,
  toText: (match: RegExpExecArray, source: string) => string | undefined,
): TextRule {
  return {
    id,
    signs: [sign],
    propose: (source) =>
      [...source.matchAll(pattern)].flatMap((match) => {
        const value = toText(match, source);
        if (value === undefined) return [];
        const { index } = match;
        return [
          { start: index, end: index + match[0].length, nodes: value === '' ? [] : [text(value)] },
        ];
      }),
  };
}

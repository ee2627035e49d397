import { diagnose, type Diagnostic, type Place, type RuleId } from '../diagnostics.ts';
import type { Block, Entry } from '../dump/dump.ts';
import { MATH_NOT_SET } from '../latex/rules/written-math.ts';
import type { RepairedText } from '../phrasing.ts';
import type { Corrections } from '../schema.ts';
import type { Draft } from './to-paper.ts';

/** "unavailable. % We propose": perhaps a comment of TeX, whose end the paste has lost */
const COMMENT = /(?<=(?:^|[a-z.,;:)]) )%\s?[A-Z\\][A-Za-z\\].{0,40}/g;
/** "x_{", "1{K^{1/4}}", "\method": TeX that no rule could read */
const TEX = /[_^]\{.{0,30}|\{[^{}\s]{0,30}[_^\\][^{}]{0,30}\}|\\[A-Za-z]{2,30}/;

/**
 * What a person should look at in the repairs of papers: formulas that could not be set, comments
 * that may still be shown, TeX that is left. `entries` are those that the drafts were read from; what
 * a correction has dealt with is not reported.
 */
export function reportRepairs(
  entries: readonly Entry[],
  drafts: readonly Draft[],
  corrections: Corrections,
): Diagnostic[] {
  const byPlace = new Map(drafts.map((draft) => [keyOf(draft.record.source), draft]));
  return entries.flatMap((entry) => {
    const draft = byPlace.get(keyOf({ dump: entry.dump.file, line: entry.title.line }));
    if (draft === undefined) return [];
    const found = [
      ...reportText(entry, entry.title, draft.title),
      ...reportText(entry, entry.abstract, draft.abstract),
    ];
    if (!isCorrected(corrections, draft)) return found;
    return found.filter(({ rule }) => rule === MATH_NOT_SET);
  });
}

/** A person has read the paper: what TeX is left is meant. */
function isCorrected(corrections: Corrections, { record: { id } }: Draft): boolean {
  if (!Object.hasOwn(corrections, id)) return false;
  const { title, abstract, repairs } = corrections[id]!;
  return title !== undefined || abstract !== undefined || repairs !== undefined;
}

function keyOf({ dump, line }: { dump: string; line: number }): string {
  return `${line} ${dump}`;
}

function reportText({ dump }: Entry, block: Block, text: RepairedText): Diagnostic[] {
  return findingsOf(text).map(({ rule, at, what }) =>
    diagnose(rule, { file: dump.file, ...placeOf(dump.text, block, text.source, at) }, what),
  );
}

interface Finding {
  rule: RuleId;
  /** Offset in the text as pasted. */
  at: number;
  what: string;
}

function findingsOf({ source, edits }: RepairedText): Finding[] {
  const isEdited = (at: number): boolean => edits.some(({ start, end }) => start <= at && at < end);
  const notSet = edits
    .filter(({ rule }) => rule === MATH_NOT_SET)
    .map(({ start, end }): Finding => ({
      rule: MATH_NOT_SET,
      at: start,
      what: source.slice(start, end),
    }));
  const comments = [...source.matchAll(COMMENT)]
    .filter(({ index }) => !isEdited(index))
    .map(({ 0: what, index }): Finding => ({ rule: 'comment-kept', at: index, what }));
  return [...notSet, ...comments, ...leftIn(source, edits)];
}

/** The first TeX that stands between the edits. */
function leftIn(source: string, edits: RepairedText['edits']): Finding[] {
  let from = 0;
  for (const { start, end } of [...edits, { start: source.length, end: source.length }]) {
    const match = TEX.exec(source.slice(from, start));
    if (match !== null) return [{ rule: 'tex-left', at: from + match.index, what: match[0] }];
    from = end;
  }
  return [];
}

/**
 * Where the character at `at` of a block stands in its dump: the block's words are those of the
 * dump, white space aside.
 */
function placeOf(
  ...[dump, block, source, at]: [string, Block, string, number]
): Omit<Place, 'file'> {
  let { line, column } = block;
  let offset = startOfLine(dump, line) + column - 1;
  for (let i = 0; i < at; i++) {
    if (/\s/.test(source[i]!)) continue;
    while (offset < dump.length && dump[offset] !== source[i]) offset++;
    offset++;
  }
  while (offset < dump.length && dump[offset] !== source[at]) offset++;
  const before = dump.slice(startOfLine(dump, line), offset).split(LINE_END);
  line += before.length - 1;
  column = before.at(-1)!.length + 1;
  return { line, column };
}

/** "\r\n", an old Mac's "\r", "\n" */
const LINE_END = /\r\n|\r|\n/;

function startOfLine(dump: string, line: number): number {
  const ends = new RegExp(LINE_END, 'g');
  for (let number = 1; number < line && ends.exec(dump) !== null; number++);
  return ends.lastIndex;
}

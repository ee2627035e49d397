import { diagnose, type Diagnostic, type Place, type RuleId } from '../diagnostics.ts';
import type { Block, Dump, Entry } from '../dump/dump.ts';
import { lineEndOf } from '../dump/line-ends.ts';
import { MATH_NOT_SET } from '../latex/rules/written-math.ts';
import type { Edit, RepairedText } from '../phrasing.ts';
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
  const found = findingsOf(text).sort((one, other) => one.at - other.at);
  const places = placesOf({ dump, block, source: text.source }, found);
  return found.map(({ rule, what }, index) =>
    diagnose(rule, { file: dump.file, ...places[index]! }, what),
  );
}

interface Finding {
  rule: RuleId;
  /** Offset in the text as pasted. */
  at: number;
  what: string;
}

/** So many of a kind are told of one text; a person who looks at these sees the others. */
const MOST_FINDINGS = 20;

function findingsOf({ source, edits }: RepairedText): Finding[] {
  const notSet = edits.flatMap((edit) => notSetIn(source, edit)).slice(0, MOST_FINDINGS);
  return [...notSet, ...commentsIn(source, edits), ...leftIn(source, edits)];
}

/** The formula that an edit shows as its source, or those inside its construct. */
function notSetIn(source: string, { start, end, rule, notSet = [] }: Edit): Finding[] {
  if (rule === MATH_NOT_SET) return [{ rule, at: start, what: source.slice(start, end) }];
  let from = start;
  return notSet.map((what) => {
    const at = source.indexOf(what, from);
    // `\ensuremath{x}` is read as `$x$`, which the text does not hold.
    if (at < 0 || at >= end) return { rule: MATH_NOT_SET, at: from, what };
    from = at + what.length;
    return { rule: MATH_NOT_SET, at, what };
  });
}

/** What may be comments, outside of the edits, which come in order. */
function commentsIn(source: string, edits: RepairedText['edits']): Finding[] {
  const found: Finding[] = [];
  let next = 0;
  for (const { 0: what, index } of source.matchAll(COMMENT)) {
    while (next < edits.length && edits[next]!.end <= index) next += 1;
    if (next < edits.length && edits[next]!.start <= index) continue;
    found.push({ rule: 'comment-kept', at: index, what });
    if (found.length === MOST_FINDINGS) break;
  }
  return found;
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

/** Between two lines of a block may stand what is none of it; further on, nothing of it is. */
const LONGEST_GAP = 2000;

/**
 * Where findings of a block, in order, stand in its dump: the block's letters are those of the dump,
 * white space, marks and what cannot be shown aside. One walk along both for all of them; what is not
 * found is reported where the block begins.
 */
function placesOf(
  { dump, block, source }: { dump: Dump; block: Block; source: string },
  found: readonly Finding[],
): Omit<Place, 'file'>[] {
  if (found.length === 0) return [];
  const starts = lineStarts(dump);
  let { line } = block;
  let offset = starts[line - 1]! + block.column - 1;
  let read = 0;
  return found.map(({ at }) => {
    for (; read < at && offset >= 0; read++) {
      if (!isCompared(source, read)) continue;
      offset = placeOf(source, read, dump.text, offset);
      if (offset >= 0) offset++;
    }
    if (offset >= 0) offset = placeOf(source, at, dump.text, offset);
    if (offset < 0) return { line: block.line, column: block.column };
    while (line < starts.length && starts[line]! <= offset) line += 1;
    return { line, column: offset - starts[line - 1]! + 1 };
  });
}

/** Where a letter of a source stands next in a text; -1 if not near. */
function placeOf(source: string, at: number, text: string, from: number): number {
  const letter = source[at]!;
  const end = Math.min(text.length, from + LONGEST_GAP);
  for (let offset = from; offset < end; offset++)
    if (text[offset] === letter || baseOf(text[offset]!) === baseOf(letter)) return offset;
  return -1;
}

/** "e" of "\u00e9", which the dump may have as "e" and its accent. */
function baseOf(letter: string): string {
  return letter < '\u0080' ? letter : letter.normalize('NFD')[0]!;
}

const MARK_OR_LOST = /\p{M}|\ufffd/u;

/** Not white space; of what is no ASCII, no accent, whose order may be another, and nothing replaced. */
function isCompared(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return !isSpace(code) && (code < 128 || !MARK_OR_LOST.test(source[at]!));
}

const SPACE = /\s/;

const isSpace = (code: number) =>
  code === 32 || (code < 14 && code > 8) || (code > 127 && SPACE.test(String.fromCharCode(code)));

const known = new WeakMap<Dump, number[]>();

/** Where each line of a dump begins; read once, however many findings there are. */
function lineStarts(dump: Dump): number[] {
  let starts = known.get(dump);
  if (!starts) {
    const ends = Array.from(
      dump.text.matchAll(lineEndOf(dump.text)),
      (end) => end.index + end[0].length,
    );
    known.set(dump, (starts = [0, ...ends]));
  }
  return starts;
}

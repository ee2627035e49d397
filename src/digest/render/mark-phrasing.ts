import type { Element } from 'hast';
import type { Phrasing } from '../phrasing.ts';
import { nodeText } from './to-plain-text.ts';

/** A range of the plain text to be marked: offsets as `toPlainText` counts. */
export interface Mark {
  start: number;
  end: number;
  className: string;
  /** Stands on the first element of the mark. */
  id?: string;
  /** Stands in `data-topic`; where marks overlap, all of theirs. */
  topic?: string;
}

/** Nodes under a `mark` element. */
export interface Marked {
  type: 'marked';
  properties: Element['properties'];
  children: (Phrasing | Marked)[];
}

/**
 * The phrasing with its marks as nodes. Text is cut where a mark begins or ends, a formula never:
 * it is marked whole. Where marks overlap, one element carries the classes of all.
 */
export function markPhrasing(
  phrasing: readonly Phrasing[],
  marks: readonly Mark[],
): (Phrasing | Marked)[] {
  const ranges = marks
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ranges.length === 0
    ? [...phrasing]
    : nameOnce(group(cutAll(phrasing, 0, ranges)), new Set());
}

/** A node all of which lies under the same marks; a container with several is cut inside. */
interface Piece {
  node: Phrasing | Marked;
  marks: readonly Mark[];
}

function cutAll(nodes: readonly Phrasing[], start: number, marks: readonly Mark[]): Piece[] {
  let at = start;
  return nodes.flatMap((node) => {
    const from = at;
    at += nodeText(node).length;
    const over = marks.filter((mark) => mark.start < at && mark.end > from);
    return over.length === 0 ? [{ node, marks: over }] : cut(node, from, at, over);
  });
}

function cut(node: Phrasing, from: number, to: number, marks: readonly Mark[]): Piece[] {
  const whole = marks.every((mark) => mark.start <= from && mark.end >= to);
  if (whole || node.type === 'inlineMath') return [{ node, marks }];
  if ('children' in node) {
    const children = group(cutAll(node.children as Phrasing[], from, marks));
    return [{ node: { ...node, children } as Phrasing, marks: [] }];
  }
  const inside = marks
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > from && at < to);
  const places = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index]!;
    return {
      node: { ...node, value: node.value.slice(start - from, end - from) },
      marks: marks.filter((mark) => mark.start < end && mark.end > start),
    };
  });
}

function group(pieces: readonly Piece[]): (Phrasing | Marked)[] {
  const grouped: (Phrasing | Marked)[] = [];
  let before: readonly Mark[] = [];
  for (const { node, marks } of pieces) {
    const last = grouped.at(-1);
    if (marks.length === 0) grouped.push(node);
    else if (last?.type === 'marked' && isSame(before, marks)) last.children.push(node);
    else grouped.push({ type: 'marked', properties: propertiesOf(marks), children: [node] });
    before = marks;
  }
  return grouped;
}

const isSame = (a: readonly Mark[], b: readonly Mark[]) =>
  a.length === b.length && a.every((mark, index) => mark === b[index]);

function propertiesOf(marks: readonly Mark[]): Element['properties'] {
  const topics = [...new Set(marks.flatMap(({ topic }) => topic ?? []))];
  const id = marks.find((mark) => mark.id !== undefined)?.id;
  return {
    className: [...new Set(marks.map(({ className }) => className))],
    ...(id === undefined ? {} : { id }),
    ...(topics.length === 0 ? {} : { dataTopic: topics.join(' ') }),
  };
}

/** An id stands on the first of its elements. */
function nameOnce(nodes: (Phrasing | Marked)[], named: Set<unknown>): (Phrasing | Marked)[] {
  for (const node of nodes) {
    if (node.type === 'marked') {
      const { id } = node.properties;
      if (named.has(id)) delete node.properties['id'];
      named.add(id);
    }
    if ('children' in node) nameOnce(node.children as (Phrasing | Marked)[], named);
  }
  return nodes;
}

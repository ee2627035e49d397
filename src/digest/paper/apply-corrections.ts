import { firstLineOf, type PlaceOf } from '../content/places.ts';
import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { Edit, Phrasing, RepairedText } from '../phrasing.ts';
import { fromMarkdown } from '../render/from-markdown.ts';
import type { Corrections } from '../schema.ts';
import type { Applied } from './apply-metadata.ts';
import { extractLinks } from './extract-links.ts';
import { readRepaired, type Reading } from './read-text.ts';
import { replacedBy, withEdits } from './replace-text.ts';
import { withTexts, type Draft } from './to-paper.ts';

type Correction = Corrections[string];
type RepairCorrection = NonNullable<Correction['repairs']>[number];

/** Hears of a correction that does nothing: where it stands, what it says. */
type Report = (
  rule: 'correction-not-needed' | 'correction-without-effect' | 'correction-empties-title',
  path: (string | number)[],
  what: string,
) => void;

/**
 * The drafts with the titles, abstracts and repairs that a person has set; they have the last word.
 * A correction that changes nothing is reported, so that the file holds no dead wood.
 */
export function applyCorrections(
  drafts: readonly Draft[],
  corrections: Corrections,
  placeOf: PlaceOf = firstLineOf('corrections.yaml'),
): Applied {
  const messages: Diagnostic[] = [];
  const corrected = drafts.map((draft) => {
    const { id } = draft.record;
    if (!Object.hasOwn(corrections, id)) return draft;
    return correct(draft, corrections[id]!, (rule, path, what) =>
      messages.push(diagnose(rule, placeOf(id, ...path), what)),
    );
  });
  return { drafts: corrected, messages };
}

function correct(draft: Draft, correction: Correction, report: Report): Draft {
  const repaired = correctRepairs(draft, correction.repairs ?? [], report);
  const title = correctWhole(repaired.title, correction.title, 'title', report);
  const abstract = correctWhole(repaired.abstract, correction.abstract, 'abstract', report);
  const corrected =
    title || abstract
      ? withTexts(repaired, { ...(title && { title }), ...(abstract && { abstract }) })
      : repaired;
  return corrected.abstract === draft.abstract ? corrected : withLinksOf(corrected);
}

/** The links of an abstract that a person has corrected, in place of those that its paste had. */
function withLinksOf(draft: Draft): Draft {
  const { abstract, links, source } = draft.record;
  const pasted = new Set(extractLinks(source.abstract).map(({ url }) => url));
  const named = extractLinks(abstract);
  const urls = new Set(named.map(({ url }) => url));
  const others = links.filter(({ url }) => !pasted.has(url) && !urls.has(url));
  return { ...draft, record: { ...draft.record, links: [...named, ...others] } };
}

function correctWhole(
  text: RepairedText,
  markdown: string | undefined,
  field: 'title' | 'abstract',
  report: Report,
): Reading | undefined {
  if (markdown === undefined) return undefined;
  const corrected = replacedBy(text, fromMarkdown(markdown), 'by-hand');
  if (corrected.markdown === readRepaired(text).markdown) {
    report('correction-not-needed', [field], markdown);
    return undefined;
  }
  if (corrected.text.trim() === '') {
    report('correction-without-effect', [field], markdown);
    return undefined;
  }
  return corrected;
}

function correctRepairs(draft: Draft, repairs: readonly RepairCorrection[], report: Report): Draft {
  let { title, abstract } = draft;
  for (const [at, repair] of repairs.entries()) {
    const changed = [correctRepair(title, repair), correctRepair(abstract, repair)] as const;
    if (changed[0] && withEdits(title, changed[0]).text.trim() === '') {
      report('correction-empties-title', ['repairs', at], repair.from);
      continue;
    }
    if (changed.every((edits) => edits === undefined)) {
      const isThere = [title, abstract].some((text) => openPlaces(text, repair.from).length > 0);
      const rule = isThere ? 'correction-not-needed' : 'correction-without-effect';
      report(rule, ['repairs', at], repair.from);
    }
    if (changed[0]) title = withEdits(title, changed[0]).repaired;
    if (changed[1]) abstract = withEdits(abstract, changed[1]).repaired;
  }
  if (title === draft.title && abstract === draft.abstract) return draft;
  return withTexts(draft, { title: readRepaired(title), abstract: readRepaired(abstract) });
}

/** The edits of a text after one correction, or undefined where it changes nothing. */
function correctRepair(text: RepairedText, { from, to }: RepairCorrection): Edit[] | undefined {
  const { source, edits } = text;
  const kept = edits.filter(({ start, end }) => source.slice(start, end) !== from);
  if (to === undefined) return kept.length < edits.length ? kept : undefined;
  // A space alone is no Markdown.
  const nodes: Phrasing[] = /^ +$/.test(to) ? [{ type: 'text', value: ' ' }] : fromMarkdown(to);
  const added = openPlaces(text, from).map((start): Edit => ({
    start,
    end: start + from.length,
    nodes,
    rule: 'by-hand',
  }));
  if (added.every((edit) => isMade(edit, edits))) return undefined;
  const others = kept.filter((edit) => !added.some((place) => isWithin(edit, place)));
  return [...others, ...added];
}

/** Whether the same is read there already. */
function isMade({ start, end, nodes }: Edit, edits: readonly Edit[]): boolean {
  const made = edits.find((edit) => edit.start === start && edit.end === end);
  return JSON.stringify(made?.nodes) === JSON.stringify(nodes);
}

/**
 * Where these characters stand, but within another repair: that one has to be named as a whole.
 * Repairs within them give way.
 */
function openPlaces({ source, edits }: RepairedText, from: string): number[] {
  const places: number[] = [];
  for (let at = source.indexOf(from); at >= 0; at = source.indexOf(from, at + from.length)) {
    const place = { start: at, end: at + from.length };
    if (edits.every((edit) => isApart(edit, place) || isWithin(edit, place))) places.push(at);
  }
  return places;
}

type Range = Pick<Edit, 'start' | 'end'>;

const isApart = (one: Range, other: Range) => one.end <= other.start || one.start >= other.end;

const isWithin = (inner: Range, outer: Range) =>
  inner.start >= outer.start && inner.end <= outer.end;

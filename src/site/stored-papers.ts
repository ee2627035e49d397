import type { PaperPage as RenderedPaper } from '../digest/render/paper-page.ts';
import type { Paper } from '../digest/schema.ts';
import { charactersOf } from './fonts/characters.ts';
import { hashOfText } from './hash-of.ts';
import { LineFile, type Span } from './line-file.ts';
import { briefOf, type PaperBrief } from './paper-brief.ts';

/** A paper of the published digest. */
export interface PaperPage extends RenderedPaper {
  /** Of all the rest: two with the same hash are the same. */
  hash: string;
  brief: PaperBrief;
}

/** What many pages show. */
const EARLY_OF_PAGE: ReadonlySet<string> = new Set<keyof EarlyParts>([
  'paper',
  'titleHtml',
  'leadHtml',
]);
/**
 * What only a paper's own page and files show: two thirds of the digest. It is read when it is asked
 * for, so that a rebuild, which makes few of them, does without, and no build holds that of all papers.
 */
const LATE_OF_PAPER: ReadonlySet<keyof Paper> = new Set(['abstract', 'source', 'repairs']);
const TAB = 9;

type EarlyParts = Pick<RenderedPaper, 'paper' | 'titleHtml' | 'leadHtml'>;

interface LateParts {
  paper: Partial<Paper>;
  page: Partial<RenderedPaper>;
}

/**
 * A paper as a line of `papers.ndjson`: what it is in brief, what many pages show, and the rest; with
 * its brief.
 */
export function toStoredLine(
  hash: string,
  page: RenderedPaper,
): { line: string; brief: PaperBrief } {
  const [paper, latePaper] = parted(page.paper, (key) => LATE_OF_PAPER.has(key));
  const [, rest] = parted(page, (key) => !EARLY_OF_PAGE.has(key));
  const [names] = parted(page, () => true);
  const { titleHtml, leadHtml } = page;
  const early = { paper: paper as Paper, titleHtml, leadHtml } satisfies EarlyParts;
  const late = JSON.stringify({ paper: latePaper, page: rest } satisfies LateParts);
  const own = JSON.stringify({ ...early, paper: { ...early.paper, related: [] } }) + late;
  const record = `${JSON.stringify(early)}\t${late}`;
  const brief = briefOf(page, { ownHash: hashOfText(own), characters: charactersOf(record) });
  return { line: `${JSON.stringify({ hash, ...names, brief })}\t${record}\n`, brief };
}

/** The first part of such a line in a file: what needs none of the rest. */
export const headIn = (file: LineFile, line: Span): Pick<PaperPage, 'hash' | 'brief'> =>
  JSON.parse(file.text(file.cut(line, TAB)[0])) as PaperPage;

/** The papers of a file of such lines, in its order. */
export function readStoredPapers(path: string): PaperPage[] {
  const file = new LineFile(path);
  let last: { line: Span; parts: LateParts } | undefined;
  const lateParts = (line: Span, span: () => Span): LateParts => {
    if (last?.line !== line) last = { line, parts: JSON.parse(file.text(span())) as LateParts };
    return last.parts;
  };
  return Array.from(file.spans(), (line) => {
    const [head, rest] = file.cut(line, TAB);
    const late = () => lateParts(line, () => file.cut(rest, TAB)[1]);
    let early: EarlyParts | undefined;
    const earlyParts = (): EarlyParts => {
      if (early) return early;
      early = JSON.parse(file.text(file.cut(rest, TAB)[0])) as EarlyParts;
      early.paper = whole(early.paper, () => late().paper);
      return early;
    };
    const page = JSON.parse(file.text(head)) as PaperPage;
    return whole<PaperPage>(page, (key) => (EARLY_OF_PAGE.has(key) ? earlyParts() : late().page));
  });
}

/** An object with null in place of its late values, and these; the keys keep their order. */
function parted<Whole extends object>(
  object: Whole,
  isLate: (key: keyof Whole) => boolean,
): [early: object, late: Partial<Whole>] {
  const [early, late]: [Partial<Record<keyof Whole, unknown>>, Partial<Whole>] = [{}, {}];
  for (const key of Object.keys(object) as (keyof Whole)[]) {
    if (isLate(key)) late[key] = object[key];
    early[key] = isLate(key) ? null : object[key];
  }
  return [early, late];
}

/** For each object with late values the way to them. */
const sources = new WeakMap<object, (key: string) => object>();
const accessors = new Map<string, PropertyDescriptor>();

/** The object with accessors in place of nulls: own properties, as the late values would be. */
function whole<Whole extends object>(early: Whole, source: (key: string) => Partial<Whole>): Whole {
  const object: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(early)) {
    if (value === null) Object.defineProperty(object, key, accessorOf(key));
    else object[key] = value;
  }
  sources.set(object, source);
  return object as Whole;
}

/** One for all objects: with the same accessors they share one shape. */
function accessorOf(key: string): PropertyDescriptor {
  let known = accessors.get(key);
  if (!known) {
    known = {
      enumerable: true,
      configurable: true,
      get(this: object) {
        return (sources.get(this)!(key) as Record<string, unknown>)[key];
      },
    };
    accessors.set(key, known);
  }
  return known;
}

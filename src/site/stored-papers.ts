import type { PaperPage as RenderedPaper } from '../digest/render/paper-page.ts';
import type { Paper } from '../digest/schema.ts';
import { LineFile, type Span } from './line-file.ts';

/** A paper of the published digest. */
export interface PaperPage extends RenderedPaper {
  /** Of all the rest: two with the same hash are the same. */
  hash: string;
}

/**
 * What only a paper's own page and files show: two thirds of the digest. It is read when it is asked
 * for, so that a rebuild, which makes few of them, does without, and no build holds that of all papers.
 */
const LATE_OF_PAPER: readonly (keyof Paper)[] = ['abstract', 'source', 'repairs'];
const LATE_OF_PAGE: readonly (keyof RenderedPaper)[] = [
  'markedTitleHtml',
  'abstractHtml',
  'pastedTitleHtml',
  'pastedAbstractHtml',
  'repairsHtml',
];
const TAB = 9;

interface LateParts {
  paper: Partial<Paper>;
  page: Partial<RenderedPaper>;
}

/** A paper as a line of `papers.ndjson`: what many pages show, a tab, and the rest. */
export function toStoredLine(hash: string, page: RenderedPaper): string {
  const [paper, paperRest] = parted(page.paper, LATE_OF_PAPER);
  const [early, rest] = parted(page, LATE_OF_PAGE);
  const late: LateParts = { paper: paperRest, page: rest };
  return `${JSON.stringify({ hash, ...early, paper })}\t${JSON.stringify(late)}\n`;
}

/** The papers of a file of such lines, in its order. */
export function readStoredPapers(path: string): PaperPage[] {
  const file = new LineFile(path);
  let last: { span: Span; parts: LateParts } | undefined;
  const lateParts = (span: Span): LateParts => {
    if (last?.span !== span) last = { span, parts: JSON.parse(file.text(span)) as LateParts };
    return last.parts;
  };
  return Array.from(file.spans(), (line) => {
    const [head, rest] = file.cut(line, TAB);
    const early = JSON.parse(file.text(head)) as PaperPage;
    const paper = whole(early.paper, LATE_OF_PAPER, () => lateParts(rest).paper);
    return whole<PaperPage>({ ...early, paper }, LATE_OF_PAGE, () => lateParts(rest).page);
  });
}

/** An object with null in place of its late values, and these; the keys keep their order. */
function parted<Whole extends object>(
  object: Whole,
  late: readonly (keyof Whole)[],
): [early: object, late: Partial<Whole>] {
  const rest: Partial<Whole> = {};
  const early = Object.entries(object).map(([key, value]) => {
    const isLate = late.includes(key as keyof Whole);
    if (isLate) rest[key as keyof Whole] = value as Whole[keyof Whole];
    return [key, isLate ? null : value];
  });
  return [Object.fromEntries(early) as object, rest];
}

/** For each object with late values the way to them. */
const sources = new WeakMap<object, () => object>();
const accessors = new Map<string, PropertyDescriptor>();

/** The object with accessors in place of its late values: own properties, as the values would be. */
function whole<Whole extends object>(
  early: Whole,
  late: readonly (keyof Whole)[],
  source: () => Partial<Whole>,
): Whole {
  const object: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(early)) {
    if (late.includes(key as keyof Whole)) Object.defineProperty(object, key, accessorOf(key));
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
        return (sources.get(this)!() as Record<string, unknown>)[key];
      },
    };
    accessors.set(key, known);
  }
  return known;
}

import { hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Draft } from '../src/digest/paper/to-paper.ts';
import { packReading } from '../src/digest/paper/read-text.ts';
import { toPaperPage } from '../src/digest/render/paper-page.ts';
import type { Paper } from '../src/digest/schema.ts';
import { LineFile, type Span } from '../src/site/line-file.ts';
import { toStoredLine } from '../src/site/stored-papers.ts';
import { versionOfCode } from './kept-results.ts';

const FILE = 'papers.ndjson';
/** `{"hash":"` */
const BEFORE_HASH = 9;
const HASH_LENGTH = 22;

/** Of each draft a hash of all that its line is made of, but its neighbours. */
export function hashDrafts(drafts: readonly Draft[]): string[] {
  return drafts.map((draft) => hash('sha256', JSON.stringify(toFacts(draft)), 'base64url'));
}

/** All of a draft, each text once: most readings are their source once more. */
function toFacts({ record, title, abstract }: Draft): unknown[] {
  const { title: titleMarkdown, titleText, abstract: markdown, abstractText, ...rest } = record;
  return [
    rest,
    title.source === rest.source.title ? 0 : title.source,
    packReading({ repaired: title, markdown: titleMarkdown, text: titleText }),
    abstract.source === rest.source.abstract ? 0 : abstract.source,
    packReading({ repaired: abstract, markdown, text: abstractText }),
  ];
}

/** The lines of a published digest by their hash. */
export interface KnownLines {
  file: LineFile;
  spans: ReadonlyMap<string, Span>;
}

/**
 * Writes the papers with their HTML into a digest folder, one a line behind the hash of all that it
 * was made of. The line of a paper that has not changed is taken from those that are `known`. `hashes`
 * are those of the drafts before they knew their neighbours.
 */
export function writePapers(
  folder: string,
  drafts: readonly Draft[],
  hashes: readonly string[],
  known: KnownLines | undefined,
  watch: (done: number, total: number) => void,
): void {
  const target = openSync(path.join(folder, FILE), 'w');
  let unchanged: Span[] = [];
  const copyUnchanged = () => {
    known?.file.copy(unchanged, target);
    unchanged = [];
  };
  for (const [at, draft] of drafts.entries()) {
    watch(at, drafts.length);
    const name = lineHash(hashes[at]!, draft.record.related);
    const span = known?.spans.get(name);
    if (span) unchanged.push(span);
    else {
      copyUnchanged();
      writeSync(target, toStoredLine(name, toPaperPage(draft)));
    }
  }
  copyUnchanged();
  closeSync(target);
}

function lineHash(hashed: string, related: Paper['related']): string {
  return hash('sha256', versionOfCode() + hashed + JSON.stringify(related), 'base64url').slice(
    0,
    HASH_LENGTH,
  );
}

/** The lines of a published digest; undefined where there is none. */
export function knownLines(folder: string): KnownLines | undefined {
  let file: LineFile;
  try {
    file = new LineFile(path.join(folder, FILE));
  } catch {
    return undefined;
  }
  const hashOfLine = (span: Span) =>
    file.text({ start: span.start + BEFORE_HASH, end: span.start + BEFORE_HASH + HASH_LENGTH });
  return { file, spans: new Map(Array.from(file.spans(), (span) => [hashOfLine(span), span])) };
}

import { hash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Draft } from '../src/digest/paper/to-paper.ts';
import { packReading } from '../src/digest/paper/read-text.ts';
import { toPaperPage } from '../src/digest/render/paper-page.ts';
import type { Paper } from '../src/digest/schema.ts';
import { LineFile, type Span } from '../src/site/line-file.ts';
import { UsedCharacters, type Characters } from '../src/site/fonts/characters.ts';
import { headIn, toStoredLine } from '../src/site/stored-papers.ts';
import { versionOfCode } from './kept-results.ts';

const FILE = 'papers.ndjson';
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

/** The lines of a published digest by their hash, each with what fonts must have for its paper. */
export interface KnownLines {
  file: LineFile;
  lines: ReadonlyMap<string, { span: Span; characters: Characters }>;
}

/**
 * Writes the papers with their HTML into a digest folder, one a line behind the hash of all that it
 * was made of. The line of a paper that has not changed is taken from those that are `known`. `hashes`
 * are those of the drafts before they knew their neighbours. Returns what fonts must have for them.
 */
export function writePapers(
  folder: string,
  drafts: readonly Draft[],
  hashes: readonly string[],
  known: KnownLines | undefined,
  watch: (done: number, total: number) => void,
): UsedCharacters {
  const used = new UsedCharacters();
  const target = openSync(path.join(folder, FILE), 'w');
  let unchanged: Span[] = [];
  const copyUnchanged = () => {
    known?.file.copy(unchanged, target);
    unchanged = [];
  };
  for (const [at, draft] of drafts.entries()) {
    watch(at, drafts.length);
    const name = lineHash(hashes[at]!, draft.record.related);
    const line = known?.lines.get(name);
    if (line) {
      unchanged.push(line.span);
      used.add(line.characters);
    } else {
      copyUnchanged();
      const fresh = toStoredLine(name, toPaperPage(draft));
      writeFileSync(target, fresh.line);
      used.add(fresh.brief.characters);
    }
  }
  copyUnchanged();
  closeSync(target);
  return used;
}

function lineHash(hashed: string, related: Paper['related']): string {
  return hash('sha256', versionOfCode() + hashed + JSON.stringify(related), 'base64url').slice(
    0,
    HASH_LENGTH,
  );
}

/** The lines of a published digest; undefined where there is none that can be read. */
export function knownLines(folder: string): KnownLines | undefined {
  try {
    const file = new LineFile(path.join(folder, FILE));
    const lines = Array.from(file.spans(), (span) => {
      const { hash, brief } = headIn(file, span);
      return [hash, { span, characters: brief.characters }] as const;
    });
    return { file, lines: new Map(lines) };
  } catch {
    return undefined;
  }
}

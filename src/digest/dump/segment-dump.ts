import { diagnose, type Diagnostic, type RuleId } from '../diagnostics.ts';
import { checkDay } from './check-day.ts';
import type { Block, Dump, Entry, LedgerLine, Line, LineRole, PageFacts } from './dump.ts';
import { markLines } from './mark-lines.ts';
import type { MarkedLine } from './marked-line.ts';
import { placeLines, type Placement } from './place-lines.ts';
import { recogniseFormat } from './recognise-format.ts';
import { reportDirt } from './report-dirt.ts';
import { splitLines } from './split-lines.ts';

export interface Segments {
  entries: Entry[];
  ledger: LedgerLine[];
  messages: Diagnostic[];
}

/**
 * Splits a dump into furniture and entries. Every non-blank line is accounted for in the ledger;
 * what cannot be placed is reported, never dropped. Linear in the length of the text.
 */
export function segmentDump(dump: Dump): Segments {
  const { lines, dirt } = splitLines(dump.text);
  const format = recogniseFormat(dump.text);
  if (format) return refuse(dump, format, lines);
  const marked = markLines(lines);
  const open = spaceAroundFurniture(marked);
  const placements = placeLines(open);
  const blocks = toBlocks(marked, open, placements);
  const { entries, ledger, messages } = pairUp(dump, blocks);
  if (ledger.every(({ role }) => role === 'furniture')) {
    const rule = ledger.length === 0 ? 'dump-empty' : 'dump-without-papers';
    messages.push(diagnose(rule, { file: dump.file, line: 1, column: 1 }));
  }
  return { entries, ledger, messages: [...reportDirt(dump.file, dirt), ...messages] };
}

/** Nothing is read of another format; every line of it is reported. */
function refuse({ file }: Dump, format: string, lines: readonly Line[]): Segments {
  return {
    entries: [],
    ledger: lines.map(({ line }) => ({ file, line, role: 'reported' })),
    messages: [diagnose('dump-other-format', { file, line: 1, column: 1 }, format)],
  };
}

/** The lines to be placed: all but certain furniture, which parts its neighbours as a blank does. */
function spaceAroundFurniture(marked: readonly MarkedLine[]): MarkedLine[] {
  const open: MarkedLine[] = [];
  let parted = false;
  for (const line of marked) {
    if (line.furniture === 'certain') {
      parted = true;
      continue;
    }
    open.push(parted && !line.spaced ? { ...line, spaced: true } : line);
    parted = line.furniture !== undefined && (line.spaced || !line.facts?.authors);
  }
  return open;
}

/** A paragraph with its lines, or one line of furniture. */
interface PlacedBlock {
  kind: Exclude<Placement, 'continuation'>;
  lines: MarkedLine[];
}

function toBlocks(
  marked: readonly MarkedLine[],
  open: readonly MarkedLine[],
  placements: readonly Placement[],
): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let paragraph: PlacedBlock | undefined;
  let at = 0;
  for (const line of marked) {
    const placement = open[at]?.line === line.line ? placements[at++]! : 'furniture';
    if (placement === 'continuation') {
      paragraph!.lines.push(line);
      continue;
    }
    const block: PlacedBlock = { kind: placement, lines: [line] };
    blocks.push(block);
    if (placement !== 'furniture') paragraph = block;
  }
  return blocks;
}

/** Titles with their abstracts; titles and abstracts that stand alone are reported. */
function pairUp(dump: Dump, blocks: readonly PlacedBlock[]): Segments {
  const entries: Entry[] = [];
  const roles = new Map<number, LineRole>();
  const messages: Diagnostic[] = [];
  let title: PlacedBlock | undefined;
  let facts: PageFacts = {};
  const account = (block: PlacedBlock, role: LineRole) => {
    for (const { line } of block.lines) roles.set(line, role);
  };
  const leaveOut = (block: PlacedBlock, rule: RuleId) => {
    account(block, 'reported');
    const { line, column, text } = block.lines[0]!;
    messages.push(diagnose(rule, { file: dump.file, line, column }, text));
  };
  for (const block of blocks) {
    const [first] = block.lines;
    if (block.kind === 'furniture') {
      account(block, 'furniture');
      if (first!.day) messages.push(...checkDay(dump, first!));
      const written = title || facts.arxiv ? undefined : entries.at(-1);
      if (written && first!.facts?.published) addPublished(written, first!.facts);
      else facts = addFacts(facts, first!.facts);
    } else if (block.kind === 'title') {
      if (title) leaveOut(title, 'title-without-abstract');
      if (first!.furniture && !first!.facts && first!.names !== 'organization')
        messages.push(doubt(dump, first!));
      title = block;
    } else if (block.kind === 'abstract') {
      account(title!, 'title');
      account(block, 'abstract');
      entries.push(toEntry(dump, title!, block, facts));
      title = undefined;
      facts = {};
    } else {
      leaveOut(block, 'abstract-without-title');
    }
  }
  if (title) leaveOut(title, 'title-without-abstract');
  return {
    entries,
    messages,
    ledger: [...roles]
      .sort(([one], [other]) => one - other)
      .map(([line, role]) => ({ file: dump.file, line, role })),
  };
}

function doubt(dump: Dump, { line, column, text }: MarkedLine): Diagnostic {
  return diagnose('title-like-furniture', { file: dump.file, line, column }, text);
}

function toEntry(dump: Dump, title: PlacedBlock, abstract: PlacedBlock, facts: PageFacts): Entry {
  return {
    dump,
    title: toBlock(title),
    abstract: toBlock(abstract),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

function toBlock({ lines }: PlacedBlock): Block {
  const { line, column } = lines[0]!;
  return { text: lines.map(({ text }) => text).join(' '), line, column };
}

/** A card prints the day of publication below its abstract. */
function addPublished(entry: Entry, { published }: PageFacts): void {
  if (published) entry.facts = { published, ...entry.facts };
}

/** Authors are added in place: to copy those before for each line of a long list would never end. */
function addFacts(facts: PageFacts, more: PageFacts | undefined): PageFacts {
  if (!more) return facts;
  const { authors = [] } = facts;
  for (const author of more.authors ?? []) authors.push(author);
  return { ...facts, ...more, ...(authors.length > 0 && { authors }) };
}

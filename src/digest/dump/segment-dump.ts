import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { Block, Dump, Entry, LedgerLine, LineRole } from './dump.ts';

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** "Mar 14" */
const DATE_LINE = new RegExp(`^(?:${MONTHS})[a-z]* \\d{1,2}$`);
/** Lines that the page prints around papers. */
const FURNITURE = new Set(['new', 'Subscribe', 'Get trending papers in your email inbox!']);
/** "byAK and the research community" */
const BYLINE = /^by\s?AK and the research community$/;

export interface Segments {
  entries: Entry[];
  ledger: LedgerLine[];
  messages: Diagnostic[];
}

/**
 * Splits a dump into furniture and entries. Every non-blank line is accounted for in the ledger;
 * what cannot be placed is reported, never dropped.
 */
export function segmentDump(dump: Dump): Segments {
  const entries: Entry[] = [];
  const ledger: LedgerLine[] = [];
  const messages: Diagnostic[] = [];
  let title: Block | undefined;
  const account = (line: number, role: LineRole) => ledger.push({ file: dump.file, line, role });
  dump.text.split(/\r?\n/).forEach((text, index) => {
    const line = index + 1;
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (FURNITURE.has(trimmed) || BYLINE.test(trimmed) || DATE_LINE.test(trimmed)) {
      account(line, 'furniture');
    } else if (title) {
      entries.push({ dump, title, abstract: { text: trimmed, line, column: 1 } });
      account(title.line, 'title');
      account(line, 'abstract');
      title = undefined;
    } else {
      title = { text: trimmed, line, column: 1 };
    }
  });
  if (title) {
    account(title.line, 'reported');
    messages.push(
      diagnose(
        'title-without-abstract',
        { file: dump.file, line: title.line, column: 1 },
        title.text,
      ),
    );
  }
  return { entries, ledger, messages };
}

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { diagnose, type Diagnostic } from '../src/digest/diagnostics.ts';
import { decodeDump } from '../src/digest/dump/decode-dump.ts';
import { isCalendarDay } from '../src/digest/dump/read-day.ts';
import { segmentDump } from '../src/digest/dump/segment-dump.ts';
import { ContentFault } from './content-fault.ts';
import { pageDay } from './page-day.ts';
import { namedPath } from './named-path.ts';
import { contentDir } from './read-content.ts';
import { dateOfName, namesIn, readBytes, refuseMoreLines } from './read-dump.ts';
import { hasFatal, reportMessages } from './report-messages.ts';
import { runScript } from './run-script.ts';

const USAGE = `Usage: npm run new-dump -- [--date 2025-03-14] [--name quantum] [FILE]

Checks a pasted page and puts it, byte for byte, among the dumps. Without FILE, or with -, it is
read from standard input: pbpaste | npm run new-dump
--date  the day of the page; else the day that FILE's name begins with, else the one that the page
        gives, else today
--name  a word that tells it from other dumps of the day`;

/** "quantum", "morning-2" */
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `npm run new-dump`: a paste into `content/dumps/`, under a right name. */
await runScript(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { date: { type: 'string' }, name: { type: 'string' } },
  });
  const [source = '-', ...others] = positionals;
  if (others.length > 0 || (values.name && !NAME.test(values.name))) {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  if (values.date !== undefined && !isCalendarDay(values.date)) {
    console.error(`Unexpected date \`${values.date}\`, expected a day of the calendar: 2025-03-14`);
    process.exitCode = 1;
    return;
  }
  const bytes = source === '-' ? await readInput() : readBytes(namedPath(source), source);
  const date = values.date ?? dayOf(source, bytes);
  addDump(bytes, date, values.name);
});

async function readInput(): Promise<Uint8Array> {
  // What comes through a pipe may take its time, for which `readFileSync` does not wait.
  if (!process.stdin.isTTY) return buffer(process.stdin);
  console.error('Paste the page, then press Ctrl-D (Windows: Ctrl-Z, Enter).');
  return readFileSync(0);
}

function addDump(bytes: Uint8Array, date: string, name: string | undefined): void {
  const folder = path.join(contentDir(), 'dumps');
  const same = namesIn(folder, folder).find((name) => isSame(path.join(folder, name), bytes));
  if (same) {
    console.error(`The same paste is there already: dumps/${same}. Nothing was written.`);
    if (!same.startsWith(date)) console.error('To move it to another day, rename that file.');
    return;
  }
  const file = freeName(folder, date, name);
  const { text, messages: found } = decodeDump(bytes, `dumps/${file}`);
  refuseMoreLines(text, `dumps/${file}`);
  const segments = segmentDump({ file: `dumps/${file}`, date, text });
  const messages: Diagnostic[] = [...found, ...(hasFatal(found) ? [] : segments.messages)];
  reportMessages(messages);
  if (hasFatal(messages) || segments.entries.length === 0) {
    console.error('Nothing was written.');
    process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), bytes, { flag: 'wx' });
  const papers = `${segments.entries.length} paper${segments.entries.length === 1 ? '' : 's'}`;
  console.error(`${papers} in ${path.join(folder, file)}. Now: npm start`);
}

/** The day that a file's name begins with, else that of the page, else today in this time zone. */
function dayOf(source: string, bytes: Uint8Array): string {
  const base = path.basename(source);
  if (/^\d{4}-\d{2}-\d{2}/.test(base)) return dateOfName(base);
  const now = new Date();
  const given = pageDay(decodeDump(bytes, base).text, now);
  if (given) return given;
  console.error('The page does not say of which day it is: today is taken. --date says another.');
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${now.getFullYear()}-${month}-${day}`;
}

/** "2025-03-14.txt", "2025-03-14-quantum.txt", "2025-03-14-2.txt": one that no file has. */
function freeName(folder: string, date: string, name: string | undefined): string {
  const base = name ? `${date}-${name}` : date;
  // Some disks take both cases for one.
  const taken = new Set(namesIn(folder, folder).map((file) => file.toLowerCase()));
  if (!taken.has(`${base}.txt`)) return `${base}.txt`;
  for (let number = 2; number < 100; number++) {
    if (!taken.has(`${base}-${number}.txt`)) return `${base}-${number}.txt`;
  }
  const place = { file: `dumps/${base}.txt`, line: 1, column: 1 };
  throw new ContentFault([diagnose('file-missing', place, base, 'a day with fewer dumps')]);
}

/** Not of what is no file, or cannot be read: the next build says so. */
function isSame(file: string, bytes: Uint8Array): boolean {
  if (!file.endsWith('.txt')) return false;
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size === bytes.length && readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

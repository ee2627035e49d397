import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { diagnose, type Diagnostic, type RuleId } from '../src/digest/diagnostics.ts';
import { decodeDump } from '../src/digest/dump/decode-dump.ts';
import type { Dump } from '../src/digest/dump/dump.ts';
import { isCalendarDay } from '../src/digest/dump/read-day.ts';
import { ContentFault } from './content-fault.ts';
import { causeOf } from './system-fault.ts';

/** "2025-03-14.txt", "2025-03-14-quantum.txt" */
const DATED = /^(\d{4}-\d{2}-\d{2})(?!\d)/;

export interface ReadDump {
  dump: Dump;
  messages: Diagnostic[];
}

/**
 * A dump file; `file` is its name in messages. Throws a ContentFault where the name holds no day,
 * or the file is missing or no text.
 */
export function readDump(filePath: string, file = withSlashes(filePath)): ReadDump {
  if (isPipe(filePath)) throw missing(file, file, 'a file, not a pipe or a device');
  const bytes = readBytes(filePath, file);
  const date = dateOfName(path.basename(filePath), file);
  const { text, messages } = decodeDump(bytes, file);
  const fatal = messages.filter(({ severity }) => severity === 'fatal');
  if (fatal.length > 0) throw new ContentFault(fatal);
  refuseMoreLines(text, file);
  return { dump: { file, date, text }, messages };
}

/** The day at the beginning of a dump's name. */
export function dateOfName(name: string, file = name): string {
  const date = DATED.exec(name)?.[1];
  const place = { file, line: 1, column: 1 };
  if (!date) throw new ContentFault([diagnose('dump-name-without-date', place, name)]);
  if (!isCalendarDay(date)) throw new ContentFault([diagnose('dump-date-impossible', place, name)]);
  return date;
}

/** Reading one would wait for somebody to write, maybe for ever. */
function isPipe(filePath: string): boolean {
  if (!existsSync(filePath)) return false;
  const kind = statSync(filePath);
  return !kind.isFile() && !kind.isDirectory();
}

/** No page is so large; texts of twice its size are more than JavaScript can hold. */
const LARGEST = 256 * 2 ** 20;

/** Not blank; 100,000 papers have fewer, and each line is remembered with its place. */
const MOST_LINES = 500_000;
const MOST_LINES_SAID = `${MOST_LINES.toLocaleString('en')} lines`;
/** What a line may begin with, up to its first sign; "\n x" */
const LINE = /(?:^|[\r\n])[\t ]*\S/g;

/** Throws a ContentFault where a dump has more lines than any page. */
export function refuseMoreLines(text: string, file: string): void {
  if (text.length < 2 * MOST_LINES) return;
  let lines = 0;
  LINE.lastIndex = 0;
  while (LINE.test(text)) lines += 1;
  if (lines > MOST_LINES) throw fault(file, 'file-too-large', MOST_LINES_SAID);
}

/** A file's bytes. Throws a ContentFault that names the cause. */
export function readBytes(filePath: string, file: string): Uint8Array {
  const { size } = reading(file, () => statSync(filePath));
  if (size > LARGEST) throw fault(file, 'file-too-large', `${LARGEST / 2 ** 20} MB`);
  return reading(file, () => readFileSync(filePath));
}

/** The names in a folder, sorted; none where it is not there. Throws a ContentFault that names the cause. */
export function namesIn(folder: string, name: string): string[] {
  if (!existsSync(folder)) return [];
  return reading(name, () => readdirSync(folder)).sort();
}

function reading<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw missing(file, file, 'a file that exists');
    if (code === 'EISDIR') throw missing(file, file, 'a file, not a folder');
    if (code === 'ENOTDIR') throw missing(file, file, 'a folder, not a file');
    const cause = causeOf(code);
    throw fault(file, 'file-unreadable', cause ? `${cause} (${code})` : code);
  }
}

const missing = (file: string, ...words: string[]) => fault(file, 'file-missing', ...words);

function fault(file: string, rule: RuleId, ...words: string[]): ContentFault {
  return new ContentFault([diagnose(rule, { file, line: 1, column: 1 }, ...words)]);
}

export function withSlashes(filePath: string): string {
  return filePath.replaceAll('\\', '/');
}

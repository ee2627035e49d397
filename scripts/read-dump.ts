import { readFileSync } from 'node:fs';
import path from 'node:path';
import { diagnose, type Diagnostic } from '../src/digest/diagnostics.ts';
import { decodeDump } from '../src/digest/dump/decode-dump.ts';
import type { Dump } from '../src/digest/dump/dump.ts';
import { isCalendarDay } from '../src/digest/dump/read-day.ts';
import { ContentFault } from './content-fault.ts';

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
  const bytes = readBytes(filePath, file);
  const date = dateOfName(path.basename(filePath), file);
  const { text, messages } = decodeDump(bytes, file);
  const fatal = messages.filter(({ severity }) => severity === 'fatal');
  if (fatal.length > 0) throw new ContentFault(fatal);
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

/** A file's bytes. Throws a ContentFault that names the cause. */
export function readBytes(filePath: string, file: string): Uint8Array {
  try {
    return readFileSync(filePath);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const place = { file, line: 1, column: 1 };
    if (code === 'ENOENT')
      throw new ContentFault([diagnose('file-missing', place, file, 'a file that exists')]);
    if (code === 'EISDIR')
      throw new ContentFault([diagnose('file-missing', place, file, 'a file, not a folder')]);
    throw new ContentFault([diagnose('file-unreadable', place, code)]);
  }
}

function withSlashes(filePath: string): string {
  return filePath.replaceAll('\\', '/');
}

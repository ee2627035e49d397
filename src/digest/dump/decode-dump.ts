import { diagnose, type Diagnostic } from '../diagnostics.ts';
import { lineEndOf } from './line-ends.ts';
import { isUtf32, wideEncoding, type WideEncoding } from './wide-encoding.ts';

/** What files that are no text begin with, and what to call them. */
const SIGNATURES: [name: string, bytes: string][] = [
  ['PDF file', '%PDF-'],
  ['Word, Excel or zip file', 'PK\u0003\u0004'],
  ['Word or Excel file', '\u00d0\u00cf\u0011\u00e0'],
  ['rich text file', '{\\rtf'],
  ['gzip file', '\u001f\u008b'],
  ['PNG image', '\u0089PNG'],
  ['JPEG image', '\u00ff\u00d8\u00ff'],
];

export interface DecodedText {
  text: string;
  /** A fatal one says that the bytes are no text at all. */
  messages: Diagnostic[];
}

/**
 * The text of a dump's bytes: UTF-8 or UTF-16, with or without a byte order mark. Bytes that are no
 * UTF-8 become U+FFFD and are reported; a file full of single ones is read as Windows-1252.
 */
export function decodeDump(bytes: Uint8Array, file: string): DecodedText {
  const start = { file, line: 1, column: 1 };
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const signature = SIGNATURES.find(([, magic]) => head.startsWith(magic));
  if (signature) return { text: '', messages: [diagnose('dump-not-text', start, signature[0])] };
  if (isUtf32(bytes))
    return { text: '', messages: [diagnose('dump-not-text', start, 'text in UTF-32')] };
  const wide = wideEncoding(bytes);
  if (wide) return decodeWide(bytes, wide, file);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), messages: [] };
  } catch {
    return isWindows1252(bytes) ? decodeWindows(bytes, start) : decodeDamaged(bytes, file);
  }
}

function decodeWide(bytes: Uint8Array, encoding: WideEncoding, file: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const start = { file, line: 1, column: 1 };
  const messages = [diagnose('dump-utf-16', start, encoding.toUpperCase())];
  const { count, place } = lostCharacters(text, file);
  if (count > 0)
    messages.push(
      diagnose('broken-character', place, `${count} lost character${count === 1 ? '' : 's'}`),
    );
  return { text, messages };
}

/** Accented letters of one byte each stand alone among plain ones; broken UTF-8 comes in runs. */
function isWindows1252(bytes: Uint8Array): boolean {
  let single = 0;
  let longer = 0;
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      run += 1;
      continue;
    }
    if (run === 1) single += 1;
    else if (run > 1) longer += 1;
    run = 0;
  }
  return single >= 2 && longer <= single / 10;
}

function decodeWindows(bytes: Uint8Array, start: Diagnostic['place']): DecodedText {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return { text, messages: [diagnose('dump-windows-1252', start)] };
}

/** More lost characters than this, and more than one in ten, are no damage: it never was text. */
const MOST_LOST = 20;

function decodeDamaged(bytes: Uint8Array, file: string): DecodedText {
  const text = new TextDecoder().decode(bytes);
  const { count, place } = lostCharacters(text, file);
  if (count > MOST_LOST && count > text.length / 10) {
    const start = { file, line: 1, column: 1 };
    return { text: '', messages: [diagnose('dump-not-text', start, 'binary file')] };
  }
  const places = `${count} place${count === 1 ? '' : 's'}`;
  return { text, messages: [diagnose('dump-not-utf-8', place, places)] };
}

/** How many U+FFFD a text holds, and where the first stands. */
function lostCharacters(text: string, file: string): { count: number; place: Diagnostic['place'] } {
  const first = text.indexOf('\ufffd');
  const lines = text.slice(0, Math.max(first, 0)).split(lineEndOf(text));
  return {
    count: text.split('\ufffd').length - 1,
    place: { file, line: lines.length, column: lines.at(-1)!.length + 1 },
  };
}

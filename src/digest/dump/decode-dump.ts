import { diagnose, type Diagnostic } from '../diagnostics.ts';

/** What files that are no text begin with, and what to call them. */
const SIGNATURES: [name: string, bytes: string][] = [
  ['PDF file', '%PDF-'],
  ['Word, Excel or zip file', 'PK\u0003\u0004'],
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
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    const messages = [diagnose('dump-utf-16', start, wide.toUpperCase())];
    const { count, place } = lostCharacters(text, file);
    if (count > 0)
      messages.push(
        diagnose('broken-character', place, `${count} lost character${count === 1 ? '' : 's'}`),
      );
    return { text, messages };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), messages: [] };
  } catch {
    return isWindows1252(bytes) ? decodeWindows(bytes, start) : decodeDamaged(bytes, file);
  }
}

/** By its byte order mark, or by the zero bytes that it puts beside every plain letter. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const most = sample.length / 2;
  if (sample.length < 8) return undefined;
  if (zeros[1]! > most * 0.7 && zeros[0]! < most * 0.1) return 'utf-16le';
  if (zeros[0]! > most * 0.7 && zeros[1]! < most * 0.1) return 'utf-16be';
  return undefined;
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
  const lines = text.slice(0, Math.max(first, 0)).split(/\r\n|\r|\n/);
  return {
    count: text.split('\ufffd').length - 1,
    place: { file, line: lines.length, column: lines.at(-1)!.length + 1 },
  };
}

export type WideEncoding = 'utf-16le' | 'utf-16be';

/**
 * UTF-16, by its byte order mark, by the zero bytes that it puts beside every plain letter, or by what
 * its code units say.
 */
export function wideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const most = sample.length / 2;
  if (sample.length < 8) return undefined;
  if (zeros[1]! > most * 0.7 && zeros[0]! < most * 0.1) return 'utf-16le';
  if (zeros[0]! > most * 0.7 && zeros[1]! < most * 0.1) return 'utf-16be';
  // A line end has a zero byte in any script.
  return bytes.includes(0) ? byUnits(bytes) : undefined;
}

/**
 * UTF-32: four bytes a character, of which the highest is always zero and the next nearly always.
 * Its byte order mark is that of UTF-16 with two zero bytes.
 */
export function isUtf32(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 8) return false;
  const zeros = [0, 0, 0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 4]! += 1;
  const all = Math.floor(sample.length / 4);
  // Not a text of zeros alone.
  const isWide = (highest: number, next: number, lowest: number) =>
    zeros[highest]! >= all && zeros[next]! > all * 0.8 && zeros[lowest]! < all * 0.2;
  return isWide(3, 2, 0) || isWide(0, 1, 3);
}

/** In bytes. */
const SAMPLE = 1 << 16;
/** Code units that no text holds, of all. */
const MOST_STRANGE = 0.01;

/**
 * The byte order of a script that has few zero bytes, such as Chinese: one in which there are line
 * ends, and nearly every code unit is one that texts hold. Latin letters, read in pairs, pass for
 * Chinese too, but not their spaces and line ends.
 */
function byUnits(bytes: Uint8Array): WideEncoding | undefined {
  if (readsAsText(bytes, 0)) return 'utf-16le';
  return readsAsText(bytes, 1) ? 'utf-16be' : undefined;
}

/** `low`: where in a pair its low byte stands, first or second. */
function readsAsText(bytes: Uint8Array, low: 0 | 1): boolean {
  const units = Math.min(bytes.length, SAMPLE) >> 1;
  let lineEnds = 0;
  let strange = 0;
  let isHalf = false;
  for (let at = 0; at < units; at++) {
    const unit = bytes[at * 2 + low]! | (bytes[at * 2 + 1 - low]! << 8);
    const isEnd = unit >= 0xdc00 && unit <= 0xdfff;
    if (isHalf !== isEnd || isStrange(unit)) strange += 1;
    isHalf = unit >= 0xd800 && unit <= 0xdbff;
    if (unit === 0x0a || unit === 0x0d) lineEnds += 1;
  }
  return lineEnds > 0 && strange <= units * MOST_STRANGE;
}

/** Controls, private characters, noncharacters, and what "a " and "z " look like in pairs. */
function isStrange(unit: number): boolean {
  if (unit < 0x20) return unit < 0x09 || unit > 0x0d;
  if (unit < 0xa0) return unit > 0x7e;
  return (unit >= 0x2060 && unit < 0x2080) || (unit >= 0xe000 && unit < 0xf900) || unit > 0xfffd;
}

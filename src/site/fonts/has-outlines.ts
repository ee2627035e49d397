/** WOFF2, 4.1: the directory of tables begins here, its count stands here. */
const [DIRECTORY, COUNT] = [48, 12];
/** WOFF2, 4.1: what the lower bits of an entry say of its table. */
const [GLYF, LOCA, OTHER] = [10, 11, 63];

/**
 * Whether a WOFF2 file draws anything. One that was cut to characters that its font lacks does not:
 * its outlines are a table of no bytes, for which browsers refuse the file.
 */
export function hasOutlines(woff2: Uint8Array): boolean {
  const view = new DataView(woff2.buffer, woff2.byteOffset, woff2.byteLength);
  let at = DIRECTORY;
  /** UIntBase128: seven bits a byte, the last has no eighth. */
  const readNumber = () => {
    let number = 0;
    for (let more = true; more;) {
      const byte = view.getUint8(at++);
      number = number * 128 + (byte & 127);
      more = byte > 127;
    }
    return number;
  };
  for (let table = 0; table < view.getUint16(COUNT); table++) {
    const flags = view.getUint8(at++);
    const [tag, transform] = [flags & 63, flags >> 6];
    if (tag === OTHER) at += 4;
    const length = readNumber();
    if (tag === GLYF) return length > 0;
    if (tag === LOCA ? transform === 0 : transform !== 0) readNumber();
  }
  return true;
}

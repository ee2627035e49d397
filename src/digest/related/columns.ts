/** A column of numbers; they grow by doubling. */
type Column = Float64Array | Int32Array | Uint16Array | Uint8Array;

const FIRST_ROOM = 1 << 12;

/** The column itself where so many numbers have room in it, else a longer one with the same, then zeros. */
export function withRoom<Numbers extends Column>(column: Numbers, needed: number): Numbers {
  if (column.length >= needed) return column;
  const room = Math.max(FIRST_ROOM, needed, 2 * column.length);
  const longer = new (column.constructor as new (length: number) => Numbers)(room);
  longer.set(column);
  return longer;
}

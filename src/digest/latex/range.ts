/** A stretch of a text: offsets, the end outside. */
export interface Range {
  start: number;
  end: number;
}

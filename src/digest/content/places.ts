import type { Place } from '../diagnostics.ts';

/** Where in a content file something stands: by its keys, from the top. */
export type PlaceOf = (...path: (string | number)[]) => Place;

/** For content that came from no file: the file's first line. */
export function firstLineOf(file: string): PlaceOf {
  return () => ({ file, line: 1, column: 1 });
}

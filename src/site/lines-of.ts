import { LineFile } from './line-file.ts';

/** The lines of a UTF-8 file as texts. */
export function* linesOf(file: string, atOnce?: number): Generator<string> {
  const source = new LineFile(file, atOnce);
  try {
    for (const span of source.spans()) yield source.text(span);
  } finally {
    source.close();
  }
}

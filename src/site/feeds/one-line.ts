import { stripForbidden } from './xml.ts';

/** Plain text in one line, without what XML forbids. */
export function oneLine(text: string): string {
  return stripForbidden(text).replace(/\s+/g, ' ').trim();
}

import { shortTitle } from '../../digest/render/sentences.ts';
import { stripForbidden } from './xml.ts';

/** Plain text in one line, without what XML forbids. */
export function oneLine(text: string): string {
  return stripForbidden(text).replace(/\s+/g, ' ').trim();
}

/** The title of a paper as feeds have it: in one line of a length that a reader can use. */
export const titleLine = (titleText: string): string => shortTitle(oneLine(titleText));

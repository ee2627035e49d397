import path from 'node:path';
import { digestDir } from '../output/places.ts';
import { subsetFonts } from './subset-fonts.ts';
import { usedCharacters } from './used-characters.ts';

let folder: Promise<string> | undefined;

/** The folder of the fonts, cut to the characters of the digest; made once a process. */
export function fontFolder(): Promise<string> {
  folder ??= subsetFonts(usedCharacters(digestDir()), path.resolve('.cache/fonts'));
  return folder;
}

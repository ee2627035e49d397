import { getSystemErrorMap } from 'node:util';

/** What the system's codes mean for the person who ran the command. */
const CAUSES: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota of disk space is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EMFILE: 'too many files are open',
  EIO: 'the disk fails',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of this name is in the way',
  EBUSY: 'another program is using it',
  ELOOP: 'links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** Node: `ENOSPC: no space left on device, copyfile '/a/x.png' -> '/b/x.png'`; a write names no file. */
const SAID_BY_NODE = /\b(E[A-Z]+)[:,] [A-Za-z ,-]+(?:'([^'\n]*)'(?: -> '([^'\n]*)')?)?/;
/** Vite's bundler: `Failed to write file in /b/x.js … No space left on device (os error 28)` */
const SAID_BY_BUNDLER = /^Failed to write file in (\S.*)$[^]*?\(os error (\d+)\)/m;

/** Node's `rm` of what it has no code for: `Error: , Unknown error: Read-only file system '/a/x'` */
const SAID_BY_RM = /Unknown error: ([A-Za-z -]+) '([^'\n]*)'/;
/**
 * Of a disk that can only be read, where the folders above are made too: `ENOENT: no such file or
 * directory, mkdir '/b/_astro'`
 */
const FOLDER_NOT_MADE = /ENOENT[:,] [A-Za-z ,-]+, mkdir '([^'\n]*)'/;

/** What a build makes and removes: `Cannot find module '/site/dist/.prerender/chunks/about.mjs'` */
const TAKEN_AWAY = /(?:Cannot find module|ENOENT).*[\\/]\.prerender[\\/]/;

/**
 * One sentence for a fault of the system, or undefined for another error. Build tools quote in
 * their error the one that they met, so messages are read. `place` is what the command writes: a
 * full disk does not say it.
 */
export function describeSystemFault(error: unknown, place: string): string | undefined {
  const message = String(error);
  if (TAKEN_AWAY.test(message)) {
    return 'Another build has removed the files of this one. Run one at a time: start it again.';
  }
  const [, file, number] = SAID_BY_BUNDLER.exec(message) ?? [];
  if (number) return describe(getSystemErrorMap().get(-Number(number))?.[0] ?? '', file!);
  const [, words, removed] = SAID_BY_RM.exec(message) ?? [];
  if (words) return describe(codeOf(words), removed!);
  const [, folder] = FOLDER_NOT_MADE.exec(message) ?? [];
  if (folder) {
    return `Cannot make ${folder}: the disk can only be read, or a folder above it is missing (ENOENT).`;
  }
  const [, code = '', source, target] = SAID_BY_NODE.exec(message) ?? [];
  return describe(code, target ?? source ?? place);
}

/** What a code of the system means, in words; undefined for one that people seldom meet. */
export const causeOf = (code: string): string | undefined => CAUSES[code];

/** "Read-only file system" → "EROFS" */
function codeOf(words: string): string {
  const known = [...getSystemErrorMap().values()];
  return known.find(([, said]) => said === words.toLowerCase())?.[0] ?? '';
}

function describe(code: string, file: string): string | undefined {
  const cause = causeOf(code);
  return cause && `Cannot write ${file}: ${cause} (${code}).`;
}

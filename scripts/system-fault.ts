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
  const [, code = '', source, target] = SAID_BY_NODE.exec(message) ?? [];
  return describe(code, target ?? source ?? place);
}

/** What a code of the system means, in words; undefined for one that people seldom meet. */
export const causeOf = (code: string): string | undefined => CAUSES[code];

function describe(code: string, file: string): string | undefined {
  const cause = causeOf(code);
  return cause && `Cannot write ${file}: ${cause} (${code}).`;
}

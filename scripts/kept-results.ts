import { hash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Keep, Stage } from '../src/digest/keep.ts';
import { codeVersion } from '../src/site/output/code-version.ts';
import { KeptLines, toLine } from '../src/site/output/kept-lines.ts';
import { cacheDir } from '../src/site/output/places.ts';
import type { WordsFile } from './kept-words.ts';
import type { KeepFound } from './run-searches.ts';

/** Where the words of papers are kept, which neighbours are found by. */
export function wordsFile(): WordsFile {
  const version = `${versionOfCode()} ${versionOf(WORDS_SOURCES)}`;
  return { path: path.join(cacheDir(), 'words.parts'), version };
}

/** What a result, and the line of a paper, depend on besides their keys: of what they import, all. */
export const SOURCES = [
  'src/digest',
  'src/site/stored-papers.ts',
  'src/site/paper-brief.ts',
  'src/site/fonts/characters.ts',
  'src/site/hash-of.ts',
  'src/site/line-file.ts',
  'package-lock.json',
];

/** What a file of words depends on, besides. */
export const WORDS_SOURCES = [
  'scripts/kept-words.ts',
  'src/site/output/kept-parts.ts',
  'src/site/output/replace-file.ts',
];

/** What finds papers, besides. */
export const SEARCH_SOURCES = ['src/search', 'scripts/run-searches.ts'];

/**
 * What came of the work on papers, remembered between builds by the hash of all that it depends on:
 * most of a build is spent on papers that have not changed.
 */
export class KeptResults {
  private readonly lines = new KeptLines(path.join(cacheDir(), 'readings.ndjson'), versionOfCode());

  readonly keep: Keep = (stage, key, make) => this.lines.keep(nameOf(stage, key), make);

  /** The same of a search, which takes its time and is made by a part of the program of its own. */
  readonly keepFound: KeepFound = async (key, make) => {
    const name = nameOf('searches', `${versionOfSearch()} ${key}`);
    const known = this.lines.known<string[][]>(name);
    if (known) return known.result;
    const result = await make();
    return this.lines.keep(name, () => result);
  };

  has(stage: Stage, key: string): boolean {
    return this.lines.has(nameOf(stage, key));
  }

  /** Takes up what another thread has gathered. */
  add(lines: Buffer): void {
    this.lines.add(lines);
  }

  /** For the next build. */
  save(): void {
    this.lines.save();
  }
}

/** Gathers results for `KeptResults` in another thread, as the lines of its file. */
export class GatheredResults {
  private readonly lines: string[] = [];

  readonly keep: Keep = (stage, key, make) => {
    const result = make();
    this.lines.push(toLine(nameOf(stage, key), result));
    return result;
  };

  bytes(): Buffer {
    return Buffer.from(this.lines.join(''));
  }
}

function nameOf(stage: Stage | 'searches', key: string): string {
  return hash('sha256', `${stage} ${key}`, 'base64url');
}

let version: string | undefined;

/** A hash of the program that makes them. */
export function versionOfCode(): string {
  return (version ??= versionOf(SOURCES));
}

function versionOfSearch(): string {
  return versionOf(SEARCH_SOURCES);
}

function versionOf(sources: readonly string[]): string {
  return codeVersion(fileURLToPath(new URL('..', import.meta.url)), sources);
}

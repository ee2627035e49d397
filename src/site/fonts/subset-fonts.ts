import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FALLBACKS, MATH_FACE, TEXT_FACES, type Face } from './faces.ts';
import { CORE, MATH, TEXT } from './fixed-characters.ts';
import { hasOutlines } from './has-outlines.ts';
import { inRange, toRange } from './unicode-range.ts';
import type { UsedCharacters } from './characters.ts';

const require = createRequire(import.meta.url);

/** A file to be made, and the rule by which pages load it. */
interface Part {
  face: Face;
  source: string;
  characters: string;
  fileName: string;
  /** The text that a file beside the core is loaded for. */
  range?: string;
}

/**
 * The site's fonts with the characters that it uses, and those that it always has, as WOFF2 in a
 * folder below `cache`, with `fonts.css` that says which text each is for. The folder's name is a
 * hash of all that goes into it: a second build finds it ready. Returns the folder.
 */
export async function subsetFonts(used: UsedCharacters, cache: string): Promise<string> {
  const parts = [
    ...TEXT_FACES.flatMap((face) => textParts(face, used.text)),
    toPart(MATH_FACE, 'latin', new Set([...MATH, ...used.math])),
  ];
  const folder = path.join(cache, hashOf(parts));
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}.tmp`;
  mkdirSync(fresh, { recursive: true });
  const made: Part[] = [];
  for (const part of parts) {
    const cut = await cutOnce(part, path.join(cache, 'parts'));
    // The packages say which characters a part is for, not which of these it has.
    if (!hasOutlines(cut)) continue;
    writeFileSync(path.join(fresh, part.fileName), cut);
    made.push(part);
  }
  writeFileSync(path.join(fresh, 'fonts.css'), toCss(made));
  publish(fresh, folder);
  return folder;
}

/** A part, once it is cut: where one character is new, most parts are as they were. */
async function cutOnce(part: Part, cache: string): Promise<Buffer> {
  const file = path.join(cache, `${hashOf([part])}.woff2`);
  if (existsSync(file)) return readFileSync(file);
  const cut = await subset(part);
  const fresh = `${file}.${process.pid}.tmp`;
  mkdirSync(cache, { recursive: true });
  writeFileSync(fresh, cut);
  renameSync(fresh, file);
  return cut;
}

/**
 * A text face in parts: the core, then what else there is of each part of Unicode that it has. Of
 * two rules for one character the later one counts, so the core needs no range.
 */
function textParts(face: Face, used: ReadonlySet<string>): Part[] {
  const ranges = Object.entries(
    JSON.parse(readFileSync(require.resolve(`${face.package}/unicode.json`), 'utf8')) as Record<
      string,
      string
    >,
  );
  const all = new Set([...CORE, ...TEXT, ...used]);
  const rest = all.difference(new Set(CORE));
  const parts = [toPart(face, 'latin', CORE)];
  for (const [name, list] of ranges.toReversed()) {
    const own = [...rest].filter(inRange(list));
    for (const character of own) rest.delete(character);
    if (own.length > 0)
      parts.push({ ...toPart(face, name, own, `-${name}`), range: toRange(own, all) });
  }
  return parts;
}

function toPart(face: Face, part: string, characters: Iterable<string>, suffix = ''): Part {
  return {
    face,
    source: require.resolve(`${face.package}/files/${face.file(part)}`),
    characters: [...characters].sort().join(''),
    fileName: `${face.name}${suffix}.woff2`,
  };
}

/** What cuts fonts is large, and seldom needed: it is not loaded before. */
async function subset({ face, source, characters }: Part): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(readFileSync(source), characters, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: [...face.features],
    ...(face !== MATH_FACE && { variationAxes: { wght: face.weight } }),
  });
}

function toCss(parts: readonly Part[]): string {
  const faces = parts.map(({ face, fileName, range }) =>
    rule({
      'font-family': `'${face.family}'`,
      src: `url('./${fileName}') format('woff2')`,
      'font-weight':
        typeof face.weight === 'number'
          ? `${face.weight}`
          : `${face.weight.min} ${face.weight.max}`,
      ...(face.style && { 'font-style': face.style }),
      // A font that comes late is for the next page: text that is being read does not move.
      'font-display': face.isEmphasis ? 'swap' : 'optional',
      ...(range && { 'unicode-range': range }),
    }),
  );
  const fallbacks = FALLBACKS.map(({ family, local, sizeAdjust, ascent, descent }) =>
    rule({
      'font-family': `'${family}'`,
      src: `local('${local}')`,
      'size-adjust': `${sizeAdjust}%`,
      'ascent-override': `${ascent}%`,
      'descent-override': `${descent}%`,
      'line-gap-override': '0%',
    }),
  );
  return [...faces, ...fallbacks].join('\n');
}

const rule = (descriptors: Record<string, string>) =>
  `@font-face {\n${Object.entries(descriptors)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n`;

function hashOf(parts: readonly Part[]): string {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const { source, ...part } of parts)
    hash.update(JSON.stringify(part)).update(readFileSync(source));
  return hash.digest('hex').slice(0, 16);
}

/** Two builds at once make the same folder: the first to finish publishes it. */
function publish(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

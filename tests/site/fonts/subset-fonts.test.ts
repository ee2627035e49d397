import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import subsetFont from 'subset-font';
import { UsedCharacters } from '../../../src/site/fonts/characters.ts';
import { subsetFonts } from '../../../src/site/fonts/subset-fonts.ts';
import { inRange, toRange } from '../../../src/site/fonts/unicode-range.ts';
import { usedCharacters } from '../../../src/site/fonts/used-characters.ts';
import { toStoredLine } from '../../../src/site/stored-papers.ts';
import { shippedPages } from '../../search/shipped-search.ts';

const temporary = () => mkdtempSync(path.join(tmpdir(), 'offprint-fonts-'));

/** A digest folder with one title. */
function digestWith(html: string): string {
  const folder = temporary();
  writeFileSync(path.join(folder, 'topics.json'), JSON.stringify({ titleHtml: html }));
  return folder;
}

/** The names of a font's tables. */
async function tablesOf(file: string): Promise<string[]> {
  const font = await subsetFont(readFileSync(file), 'x', { targetFormat: 'truetype' });
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
    font.toString('latin1', 12 + 16 * index, 16 + 16 * index),
  );
}

test('the characters of formulae are found, lone letters slanted', () => {
  const { math, text } = usedCharacters(
    digestWith(
      'ö<math aria-label="x"><mi>x</mi><mi mathvariant="normal">Δ</mi><mo>≤</mo><mi>𝒪</mi></math>',
    ),
  );
  for (const character of ['𝑥', '≤', '𝒪', 'Δ']) assert.ok(math.has(character), character);
  assert.ok(!math.has('ö'));
  assert.ok(text.has('ö'));
});

test('stored papers say which characters are in them', () => {
  const pages = shippedPages();
  const [stored, read] = [temporary(), temporary()];
  const characters = new UsedCharacters();
  for (const page of pages) characters.add(toStoredLine('hash', page).brief.characters);
  writeFileSync(path.join(stored, 'characters.json'), JSON.stringify(characters));
  writeFileSync(path.join(read, 'papers.json'), JSON.stringify(pages));
  const used = usedCharacters(stored);
  assert.deepEqual(used.toJSON(), usedCharacters(read).toJSON());
  assert.ok(used.math.has('𝑥'));
});

test('a file without a glyph, which browsers refuse, is not made', async () => {
  // A letter of a part of Unicode that the package has, but not the font.
  const folder = await subsetFonts(usedCharacters(digestWith('Ѩ, ж')), temporary());
  const files = readdirSync(folder);
  assert.ok(files.includes('serif-cyrillic.woff2'));
  assert.ok(!files.includes('serif-cyrillic-ext.woff2'));
  assert.doesNotMatch(readFileSync(path.join(folder, 'fonts.css'), 'utf8'), /cyrillic-ext/);
});

test('a folder that is not there uses nothing', () => {
  assert.equal(usedCharacters('no-such-folder').text.size, 0);
});

test('the fonts hold what is used, once made they are found again, and math keeps its table', async () => {
  const used = usedCharacters(digestWith('Gödel, α, ğ <math><mo>∑</mo></math>'));
  const cache = temporary();
  const folder = await subsetFonts(used, cache);
  const files = readdirSync(folder);
  for (const name of [
    'serif.woff2',
    'serif-latin.woff2',
    'serif-greek.woff2',
    'serif-latin-ext.woff2',
    'sans.woff2',
    'mono.woff2',
    'math.woff2',
    'fonts.css',
  ])
    assert.ok(files.includes(name), name);
  assert.ok(!files.includes('serif-cyrillic.woff2'));
  assert.ok((await tablesOf(path.join(folder, 'math.woff2'))).includes('MATH'));
  assert.match(
    readFileSync(path.join(folder, 'fonts.css'), 'utf8'),
    /serif-greek\.woff2[^}]*unicode-range: U\+393-3F5;/,
  );
  assert.equal(await subsetFonts(used, cache), folder);
  const again = await subsetFonts(used, temporary());
  for (const name of files)
    assert.deepEqual(
      readFileSync(path.join(again, name)),
      readFileSync(path.join(folder, name)),
      name,
    );
});

test('what a first page loads of text fonts is small', async () => {
  const folder = await subsetFonts(usedCharacters('no-such-folder'), temporary());
  const size = (name: string) => readFileSync(path.join(folder, name)).length;
  assert.ok(size('serif.woff2') + size('sans.woff2') < 19_000);
});

test('lists of characters', () => {
  assert.equal(toRange('bcaxß', 'xyz'), 'U+61-78, U+DF');
  assert.equal(toRange('bcax', 'em'), 'U+61-63, U+78');
  assert.equal(toRange('aα'), 'U+61, U+3B1');
  const isIn = inRange('U+0000-00FF,U+2212');
  assert.deepEqual(['a', 'ÿ', '−', 'Ā', '→'].map(isIn), [true, true, true, false, false]);
});

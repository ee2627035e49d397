import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ContentFault } from '../../scripts/content-fault.ts';
import { readContent, readFirstTaxonomy, readYaml } from '../../scripts/read-content.ts';
import { runSearches } from '../../scripts/run-searches.ts';
import { readDump } from '../../scripts/read-dump.ts';
import { buildDigest, type DigestInput } from '../../src/digest/build-digest.ts';
import { firstLineOf } from '../../src/digest/content/places.ts';
import { RULES, toVFileMessage, type Diagnostic } from '../../src/digest/diagnostics.ts';
import { CorrectionsSchema, SiteSettingsSchema } from '../../src/digest/schema.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const A = 'We study the circuits of models, and find that few of them carry all of the work.';
const B = 'Nothing but birds is treated here, at length and with their songs and their seasons.';
const root = temporaryFolder();

/** For every rule a case that triggers it. */
const CASES: Record<
  keyof typeof RULES,
  () => readonly Diagnostic[] | Promise<readonly Diagnostic[]>
> = {
  'dump-name-without-date': () => ofFile('march.txt', A),
  'dump-date-impossible': () => ofFile('2025-02-30.txt', A),
  'dump-not-read': () => ofContent({ 'dumps/2025-03-14.doc': A }),
  'dumps-missing': () => ofContent({}),
  'topics-missing': () => readFirstTaxonomy([path.join(root, 'none')]).notes,
  'file-missing': () => faultsOf(() => readDump(path.join(root, '2025-01-01-none.txt'))),
  'file-unreadable': () => faultsOf(() => readDump(path.join(root, `2025${'x'.repeat(999)}`))),
  'file-too-large': () => {
    const file = path.join(root, '2025-03-14-large.txt');
    writeFileSync(file, '');
    truncateSync(file, 2 ** 28 + 1);
    return faultsOf(() => readDump(file));
  },
  'dump-empty': () => ofText(' \n'),
  'dump-without-papers': () => ofText('Subscribe\n'),
  'dump-other-format': () => ofText('[{"title": "On Circuits"}]'),
  'dump-not-text': () => ofFile('2025-03-14-a.txt', '%PDF-1.7'),
  'dump-not-utf-8': () => ofFile('2025-03-14-b.txt', Buffer.from([0xf0, 0x9f, 0x98, 10])),
  'dump-utf-16': () => ofFile('2025-03-14-c.txt', Buffer.from(`\ufeff${A}`, 'utf16le')),
  'dump-windows-1252': () =>
    ofFile('2025-03-14-d.txt', Buffer.from('Caf\u00e9, na\u00efve', 'latin1')),
  'date-contradicts-name': () => ofText(`Mar 15\n\nOn Circuits\n\n${A}\n`),
  'date-impossible': () => ofText(`Feb 30\n\nOn Circuits\n\n${A}\n`),
  'characters-removed': () => ofText(`On\u202e Circuits\n\n${A}\n`),
  'broken-character': () => ofText(`On \ud800 Circuits\n\n${A}\n`),
  'title-like-furniture': () => ofText(`Mar 14\n\n${A}\n`),
  'title-without-abstract': () => ofText('On Circuits\n'),
  'abstract-without-title': () => ofText(`Upvote 3\n\n${A} ${B} ${A}\n`),
  'paper-twice': () => ofText(`On Circuits\n\n${A}\n\nOn Circuits\n\n${A}\n`),
  'papers-alike': () => ofText(`On Circuits\n\n${A}\n\nOn Circuits\n\n${B}\n`),
  'math-not-set': () => ofText(`On Circuits\n\nWe use $\\nosuch{x}$. ${A}\n`),
  'comment-kept': () => ofText(`On Circuits\n\nIt is cheap. % Say more here. ${A}\n`),
  'tex-left': () => ofText(`On Circuits\n\nWe propose \\ours, a method. ${A}\n`),
  'metadata-unknown-paper': () => ofInput({ metadata: { 'on-birds': {} } }),
  'correction-unknown-paper': () => ofInput({ corrections: { 'on-birds': {} } }),
  'correction-unknown-topic': () =>
    ofInput({ corrections: { 'on-circuits': { topics: { add: { fish: 'Why not.' } } } } }),
  'correction-merge-target': () =>
    ofInput({ corrections: { 'on-circuits': { mergeInto: 'on-birds' } } }),
  'correction-of-merged': () =>
    ofInput({
      dumps: [
        {
          file: 'dumps/2025-03-14.txt',
          date: '2025-03-14',
          text: `On Circuits\n\n${A}\n\nOn Birds\n\n${B}\n`,
        },
      ],
      corrections: { 'on-birds': { mergeInto: 'on-circuits', title: 'On Birds and Circuits' } },
    }),
  'correction-not-needed': () =>
    ofInput({ corrections: { 'on-circuits': { title: 'On Circuits' } } }),
  'correction-without-effect': () =>
    ofInput({ corrections: { 'on-circuits': { repairs: [{ from: 'birds' }] } } }),
  'correction-empties-title': () =>
    ofInput({ corrections: { 'on-circuits': { repairs: [{ from: 'On Circuits', to: '' }] } } }),
  'search-query-invalid': () => ofSearch('tag:quantum'),
  'search-finds-nothing': () => ofSearch('photosynthesis'),
  'content-invalid': () => {
    const file = path.join(root, 'corrections.yaml');
    writeFileSync(file, '- x\n');
    return faultsOf(() => readYaml(file, CorrectionsSchema));
  },
};

for (const [rule, find] of Object.entries(CASES)) {
  test(rule, async () => {
    const found = (await find()).find((finding) => finding.rule === rule);
    assert.ok(found, `expected a finding of ${rule}`);
    assert.ok(found.place.line >= 1 && found.place.column >= 1 && found.place.file !== '');
    assert.doesNotMatch(found.reason, /\{\d\}|undefined/);
    assert.equal(found.severity, RULES[rule as keyof typeof RULES].severity);
    assert.equal(toVFileMessage(found).ruleId, rule);
  });
}

test('a file name cannot command the terminal', () => {
  const [found] = faultsOf(() => readDump(path.join(root, 'a\u001b[31m\nb')));
  assert.match(found!.reason, /a \[31m b/);
  assert.doesNotMatch(String(toVFileMessage(found!).file), /\p{Cc}/u);
});

function ofText(text: string): Diagnostic[] {
  return ofInput({ dumps: [{ file: 'dumps/2025-03-14.txt', date: '2025-03-14', text }] });
}

function ofInput(input: Partial<DigestInput>): Diagnostic[] {
  const text = `On Circuits\n\n${A}\n`;
  return buildDigest({
    dumps: [{ file: 'dumps/2025-03-14.txt', date: '2025-03-14', text }],
    taxonomy: { topics: [] },
    metadata: {},
    corrections: {},
    ...input,
  }).messages;
}

function ofFile(name: string, bytes: string | Buffer): readonly Diagnostic[] {
  const file = path.join(root, name);
  writeFileSync(file, bytes);
  let messages: Diagnostic[] = [];
  const faults = faultsOf(() => {
    messages = readDump(file).messages;
  });
  return [...faults, ...messages];
}

async function ofSearch(query: string): Promise<readonly Diagnostic[]> {
  const site = SiteSettingsSchema.parse({
    title: 'X',
    description: 'Y.',
    searches: { mine: { title: 'Mine', query } },
  });
  const placeOfSite = firstLineOf('site.yaml');
  const content = { site, taxonomy: { topics: [] }, placeOfSite };
  return (await runSearches(content, [], () => [])).messages;
}

function ofContent(files: Record<string, string>): readonly Diagnostic[] {
  const folder = mkdtempSync(path.join(root, 'content-'));
  mkdirSync(path.join(folder, 'dumps'));
  writeFileSync(path.join(folder, 'topics.yaml'), 'topics: []\n');
  writeFileSync(path.join(folder, 'site.yaml'), 'title: X\ndescription: Y.\n');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return readContent(folder).notes;
}

function faultsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof ContentFault) return error.messages;
    throw error;
  }
}

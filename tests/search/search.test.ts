import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Search, SearchResponse } from '../../src/search/search.ts';
import { describeResult } from '../../src/search/browser/wording.ts';
import { buildIndex } from '../../src/search/index/build-index.ts';
import { largeFiles, searchOver, shippedDocuments, shippedFiles } from './shipped-search.ts';

let search: Search;
before(async () => {
  search = await searchOver(shippedFiles());
});

const find = (text: string) => search.find({ text });
const idsOf = ({ hits }: SearchResponse) => hits.map(({ id }) => id);

test('an exact phrase stands word for word in every hit', async () => {
  const words = await find('circuit analysis');
  const phrase = await find('"circuit analysis"');
  assert.ok(phrase.total > 0 && phrase.total < words.total);
  assert.match(idsOf(phrase)[0]!, /^transcoders/);
  assert.equal((await find('"analysis circuit"')).total, 0);
});

test('a title of small words alone is found by them, and no other paper', async () => {
  const { documents, topics } = shippedDocuments();
  const titled = (title: string, id: string) => ({ ...documents[0]!, id, titleText: title });
  const files = buildIndex(
    [...documents, titled('Then', 'small'), titled('Then what', 'smaller')],
    topics,
  );
  const over = await searchOver(files);
  assert.deepEqual(
    new Set(idsOf(await over.find({ text: 'then' }))),
    new Set(['small', 'smaller']),
  );
  assert.equal(idsOf(await over.find({ text: 'then' }))[0], 'small');
});

test('a product is found as it is written, with a star', async () => {
  const { documents, topics } = shippedDocuments();
  const titled = (titleText: string, id: string) => ({ ...documents[0]!, id, titleText });
  const over = await searchOver(
    buildIndex([...documents, titled('{{7*7}}', 'tight'), titled('3 * 4', 'loose')], topics),
  );
  assert.deepEqual(idsOf(await over.find({ text: '{{7*7}}' })), ['tight']);
  assert.equal(idsOf(await over.find({ text: '3 * 4' }))[0], 'loose');
});

test('an excluded word takes its papers away', async () => {
  const all = await search.find({ text: 'circuits', limit: 50 });
  const without = await search.find({ text: 'circuits -quantum', limit: 50 });
  const both = await search.find({ text: 'circuits quantum', limit: 50 });
  assert.equal(without.total + both.total, all.total);
});

test('topic: narrows to a topic by id, label and the start of either', async () => {
  const ids = idsOf(await find('topic:graph-neural-networks'));
  assert.ok(ids.length >= 4);
  assert.deepEqual(idsOf(await find('topic:"Graph neural networks"')), ids);
  assert.deepEqual(idsOf(await find('topic:graph')), ids);
  assert.equal((await find('topic:no-such-topic')).total, 0);
  assert.equal((await find('wafer topic:quantum')).total, 0);
});

test('has:code and has:math narrow to papers with code, with formulae', async () => {
  const code = await search.find({ text: 'has:code', limit: 60 });
  assert.ok(code.total > 10 && code.hits.every(({ hasCode }) => hasCode));
  assert.ok(idsOf(await find('has:math s2ft')).length === 1);
});

test('facets count what each value would leave', async () => {
  const { facets, total } = await search.find({ text: 'circuits' });
  for (const { value, count } of facets.topic) {
    const narrowed = await search.find({ text: 'circuits', filters: { topic: [value] } });
    assert.equal(narrowed.total, count, value);
    assert.ok(count <= total);
  }
});

test('sorted by date, the hits are the same', async () => {
  const byScore = await search.find({ text: 'quantization', limit: 60 });
  const byDate = await search.find({ text: 'quantization', limit: 60, sort: 'date' });
  assert.deepEqual(idsOf(byDate).sort(), idsOf(byScore).sort());
});

test('the reason is said where it is not plain', async () => {
  assert.match(describeResult(await find('PTQ')), /acronym: PTQ = post training quantization/);
  assert.match(
    describeResult(await find('quantizaton oscilation')),
    /results for quantization oscillation/,
  );
  assert.equal(describeResult(await find('wafer')), '1 paper');
  assert.equal(describeResult(await find('photosynthesis')), 'No papers found.');
});

test('few hits are filled up from other forms, below them', async () => {
  const response = await find('annealed');
  assert.match(idsOf(response)[0]!, /^feynman-kac/);
  assert.ok(idsOf(response).some((id) => id.startsWith('oscillation-free')));
  assert.match(describeResult(response), /last, other forms of annealed/);
});

test('a word is not corrected when it is one, unless it stands as one in a known pair', async () => {
  assert.equal((await find('neutral')).total, 0);
  assert.ok((await find('neutral')).suggestions.some(({ word }) => word === 'neural'));
  assert.match(describeResult(await find('neutral network')), /results for neural/);
  assert.equal((await find('optical flow')).total, 0);
});

test('an empty list offers words that look like the typed one, or the known words alone', async () => {
  const suggested = async (text: string) => (await find(text)).suggestions.map(({ word }) => word);
  assert.ok((await suggested('stability')).includes('instability'));
  assert.deepEqual(await suggested('bayes'), []);
  assert.deepEqual((await find('neuromorphic hardware')).alone, ['neuromorphic', 'hardware']);
  assert.deepEqual((await find('photosynthesis')).alone, []);
  assert.deepEqual((await find('wafer')).alone, []);
});

test('a word written together is taken apart only where its parts stand side by side', async () => {
  assert.match(describeResult(await find('graphneural networks')), /results for graph neural/);
  assert.match(idsOf(await find('neuralarchitecturesearch')).join(), /rethinking-architecture/);
  assert.equal((await find('powerpoint')).total, 0);
});

test('a word that one paper binds finds the paper that writes it apart, below it', async () => {
  const response = await find('lowrank');
  assert.equal(response.total, 2);
  assert.match(describeResult(response), /last, results for low rank/);
});

test('a long query that no paper answers in full says which word it leaves out', async () => {
  const response = await find(
    'wafer defect classification techniques semiconductor manufacturing zebra',
  );
  assert.deepEqual(response.reasons, [{ kind: 'most', missing: ['zebra'] }]);
});

test('the snippet is a whole sentence with the words marked, formulae whole', async () => {
  const [hit] = (await find('kappa subgradient')).hits;
  assert.ok(hit!.snippet.some((piece) => 'math' in piece));
  assert.ok(
    hit!.snippet.some((piece) => 'text' in piece && piece.marked && piece.text === 'subgradient'),
  );
  const text = hit!.snippet.map((piece) => ('text' in piece ? piece.text : '')).join('');
  assert.match(text.trim(), /^[A-Z].*\.$/s);
});

test('strange queries are answered', async () => {
  for (const text of [
    '',
    ' ',
    '"',
    '""',
    '-',
    '--',
    'topic:',
    'topic:""',
    ':',
    '-topic:x',
    '\\',
    '$$',
    '()',
    '%00',
    '\ud800',
    'constructor',
    '__proto__',
    'toString valueOf',
    '<img src=x onerror=alert(1)>',
    '"unclosed phrase',
    'a'.repeat(5000),
    `${'quantizaton '.repeat(200)}`,
    '= ! | ^ $ \' "',
  ])
    assert.ok((await find(text)).total >= 0, text);
});

test('an index of no papers answers', async () => {
  const empty = await searchOver(buildIndex([], []));
  for (const text of ['', 'quantum', '"lookup table" -x topic:y', 'kolmogrov lookuptable'])
    assert.equal((await empty.find({ text })).total, 0, text);
});

test('a short beginning finds its words wherever the files of the index are cut', async () => {
  const { documents, topics } = shippedDocuments();
  const split = await searchOver(buildIndex(documents, topics, { termsFileSize: 200 }));
  for (const text of ['def', 'qua', 'wafer def', 'tr'])
    assert.deepEqual(idsOf(await split.find({ text })), idsOf(await find(text)), text);
});

test('a lone query loads few files; nothing of the words until a word is unknown', async () => {
  const loaded: string[] = [];
  const fresh = await searchOver(shippedFiles(), loaded);
  await fresh.find({ text: 'wafer' });
  assert.ok(!loaded.some((path) => path.includes('words.json') || path.includes('/places/')));
  assert.ok(loaded.length <= 6, loaded.join(' '));
});

test('while a query is typed into a large index only the first hits are read, the same ones', async () => {
  const loaded: string[] = [];
  const large = await searchOver(largeFiles(), loaded);
  const typed = await large.find({ text: 'quantum circuits', isTyped: true });
  const cards = new Set(loaded.filter((path) => path.includes('/papers/')));
  assert.ok(cards.size <= typed.hits.length, [...cards].join(' '));
  const whole = await large.find({ text: 'quantum circuits' });
  assert.ok(typed.hits.length < whole.hits.length);
  assert.deepEqual(typed, { ...whole, hits: whole.hits.slice(0, typed.hits.length) });
  const small = await find('quantum circuits');
  const { hits } = await search.find({ text: 'quantum circuits', isTyped: true });
  assert.deepEqual(hits, small.hits);
});

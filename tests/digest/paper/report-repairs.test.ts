import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDigest } from '../../../src/digest/build-digest.ts';
import type { Corrections } from '../../../src/digest/schema.ts';

const FILE = 'dumps/2025-03-14.txt';
const WORDS = 'We study the circuits of models, and find that few of them carry all of the work';

test('a formula that cannot be set is reported where it stands', () => {
  const text = `On Birds\n\n${WORDS}.\n\nOn Circuits\n\n  ${WORDS} of\n  $x$ and  $\\nosuch{x}$ here.\n`;
  assert.deepEqual(placesOf(text), ['math-not-set 8:12']);
});

test('a formula that stands twice is reported twice', () => {
  const text = `On Circuits\n\n${WORDS}: $\\no{x}$ and $\\no{x}$.\n`;
  const at = WORDS.length + 3;
  assert.deepEqual(placesOf(text), [`math-not-set 3:${at}`, `math-not-set 3:${at + 13}`]);
});

test('a place is right after letters that the dump has in parts, and in no other block', () => {
  const words = `Poincare\u0301 and \ud800 x\u0302\u0323 \u1112\u1161\u11ab: ${WORDS}`;
  const block = `On Circuits\n\n${words} of $\\no{x}$.\n\n`;
  const birds = block.replace('Circuits', 'Birds').replace('find', 'show');
  const at = words.length + 5;
  assert.deepEqual(
    placesOf(block + birds).filter((place) => place.startsWith('math')),
    [`math-not-set 3:${at}`, `math-not-set 7:${at}`],
  );
});

test('formulas that cannot be set are reported inside a construct, too', () => {
  const inside = '\\textbf{a $\\no{x}$ and \\emph{$\\no{x}$}}';
  const text = `On Circuits\n\n${WORDS}: ${inside} and $x$.\n`;
  const at = WORDS.length + 3;
  assert.deepEqual(placesOf(text), [
    `math-not-set 3:${at + inside.indexOf('$')}`,
    `math-not-set 3:${at + inside.lastIndexOf('$\\no')}`,
  ]);
});

test('what a correction has dealt with is not reported', () => {
  const text = `On Circuits\n\n${WORDS} of $\\nosuch{x}$ here.\n`;
  const repairs = [{ from: '$\\nosuch{x}$', to: '$x$' }];
  assert.deepEqual(placesOf(text, { 'on-circuits': { repairs } }), []);
});

test('of TeX that is left the first place is reported', () => {
  const text = `On Circuits\n\n${WORDS} of \\ours and \\theirs, and $x_1$.\n`;
  assert.deepEqual(placesOf(text), [`tex-left 3:${WORDS.length + 5}`]);
});

test('a percentage is no comment', () => {
  assert.deepEqual(placesOf(`On Circuits\n\n${WORDS} by 90 % Accuracy and 5% more.\n`), []);
});

function placesOf(text: string, corrections: Corrections = {}): string[] {
  const dumps = [{ file: FILE, date: '2025-03-14', text }];
  const { messages } = buildDigest({ dumps, taxonomy: { topics: [] }, metadata: {}, corrections });
  return messages.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}

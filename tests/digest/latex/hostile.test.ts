import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptTex } from '../../../src/digest/latex/accept-tex.ts';
import { repairText } from '../../../src/digest/latex/repair-text.ts';
import { toFormula } from '../../../src/digest/render/formula.ts';
import { toPlainText } from '../../../src/digest/render/to-plain-text.ts';

const SIZE = 100_000;
const REPEATED = [
  'a_',
  '{',
  '}',
  '$',
  '\\',
  '*a_',
  '^',
  '(',
  '[',
  '|',
  '``',
  "'",
  '~',
  '-',
  'times',
  'x_{',
  '\\textbf{',
  '$x$',
  '$a\\$ ',
  '\\(',
  '\\[',
  'http://',
  '\\href{',
  'a.',
  'a@',
  '#a',
  'x in [',
  'alpha ',
  'log_2',
  '{a}',
  '\\a{',
  '\\verb|',
  '\\begin{equation}',
  'x to ',
  '{\\color{a}',
  'http://a{http://a',
  '% ',
  'in case (xi) ',
];

for (const piece of REPEATED) {
  test(`100 kB of ${piece} come out with at most one edit a character`, () => {
    const source = piece.repeat(SIZE / piece.length);
    const { edits, phrasing } = repairText(source);
    assert.ok(edits.length <= source.length && phrasing.length <= 2 * source.length + 1);
  });
}

for (const piece of ['in case (xi) ', '\\\\(', '\\\\[']) {
  test(`four times as much of ${piece} takes no more than some four times as long`, () => {
    const [some, more] = [25_000, 100_000].map((size) => timeOf(piece.repeat(size / piece.length)));
    assert.ok(more! < 10 * some! + 100_000, `${some} and ${more} microseconds`);
  });
}

/** Processor time of the faster of two readings. */
function timeOf(source: string): number {
  const times = [1, 2].map(() => {
    const start = process.cpuUsage();
    repairText(source);
    return process.cpuUsage(start).user;
  });
  return Math.min(...times);
}

test('a text with more repairs than any abstract needs stays as it is', () => {
  assert.deepEqual(repairText('$x$ '.repeat(2100)).edits, []);
  assert.equal(repairText('$x$ '.repeat(100)).edits.length, 100);
});

test('a line of 10 MB stays as it is', () => {
  const source = 'x_1 leq '.repeat(1_250_000);
  assert.deepEqual(repairText(source).edits, []);
});

test('formulas that load, link, define or paint outside their place are refused', () => {
  for (const tex of [
    '\\rule{9em}{9em}',
    '\\kern9em x',
    '\\hspace{9em}',
    '\\raisebox{9em}{x}',
    '\\href{javascript:a}{b}',
    '\\url{a}',
    '\\htmlClass{a}{b}',
    '\\includegraphics{a}',
    '\\def\\a{b}\\a',
    '\\newcommand{\\a}{b}\\a',
    '{'.repeat(40) + '}'.repeat(40),
    'x'.repeat(2000),
    '\\frac{1}',
    'x^2^3',
  ]) {
    assert.equal(acceptTex(tex), false, tex.slice(0, 40));
  }
});

test('no formula prints anything, and one that would is text', (t) => {
  const printed = (['log', 'error', 'warn', 'info'] as const).map((name) =>
    t.mock.method(console, name, () => {}),
  );
  for (const tex of ['\\message{a}', '\\errmessage{a}', '\\show\\a', '\\let\\a\\message\\a{b}']) {
    const text = `On $${tex}$ and so on.`;
    assert.equal(toPlainText(repairText(text).phrasing), text);
    assert.equal(toFormula(tex).isSet, false);
  }
  assert.ok(toFormula('\\mathrm{message}').isSet);
  assert.deepEqual(
    printed.map(({ mock }) => mock.callCount()),
    [0, 0, 0, 0],
  );
});

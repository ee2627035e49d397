import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cleanText } from '../../../src/digest/dump/clean-text.ts';
import { segmentDump } from '../../../src/digest/dump/segment-dump.ts';

/** Words as papers use them; a sentence is never so odd that it reads as furniture. */
const word = fc.constantFrom(
  ...'circuits models bits weights learn prune noisy graphs low-bit of the in for with we'.split(
    ' ',
  ),
);
const capital = fc.constantFrom(...'Circuits Models Bits Weights Learning Pruned Noise'.split(' '));
const title = fc
  .array(capital, { minLength: 2, maxLength: 9 })
  .map((words) => `On ${words.join(' ')}`);
const sentence = fc
  .array(word, { minLength: 6, maxLength: 24 })
  .map((words) => `This ${words.join(' ')}.`);
const abstract = fc.array(sentence, { minLength: 3, maxLength: 9 }).map((all) => all.join(' '));
const paper = fc.tuple(title, abstract);
const papers = fc.array(paper, { minLength: 1, maxLength: 8 });

const furniture = fc.constantFrom(
  'Subscribe',
  'Get trending papers in your email inbox!',
  'byAK and the research community',
  'Mar 14',
  'Submitted by',
  '· 12 authors',
  'Published on Mar 13, 2025',
  'Upvote',
);

test('no non-blank line is lost, whatever the text', () => {
  const line = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), title, sentence, furniture);
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(line, lineEnd)), (lines) => {
      const text = lines.flat().join('');
      const { ledger } = segment(text);
      const numbers = ledger.map(({ line }) => line);
      assert.deepEqual(numbers, visibleLines(text));
    }),
  );
});

test('papers are found again under furniture, wrapping, line ends and joined pastes', () => {
  const layout = fc.record({
    width: fc.constantFrom(0, 60, 72, 80, 100, 120),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    gap: fc.integer({ min: 2, max: 5 }),
    margin: fc.constantFrom('', '  ', '\t', '\u00a0'),
    furniture: fc.array(furniture, { minLength: 1, maxLength: 4 }),
    every: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(papers, layout, (wanted, { width, end, gap, margin, furniture, every }) => {
      const blank = end.repeat(gap);
      const text = wanted
        .map(([title, abstract], at) => {
          const around = at % every === 0 ? `${furniture.join(blank)}${blank}` : '';
          return `${around}${margin}${title}${margin}${blank}${wrap(abstract, width).join(end)}${margin}`;
        })
        .join(blank);
      const { entries, messages } = segment(text);
      assert.deepEqual(
        entries.map(({ title, abstract }) => [title.text, abstract.text]),
        wanted,
      );
      assert.deepEqual(messages, []);
    }),
  );
});

test('a paragraph of a line each needs no blank lines', () => {
  const long = fc.tuple(
    title,
    fc.array(sentence, { minLength: 8, maxLength: 9 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(fc.array(long, { minLength: 1, maxLength: 6 }), fc.boolean(), (wanted, between) => {
      const text = wanted.map((pair) => pair.join('\n')).join(between ? '\n\n' : '\n');
      assert.deepEqual(
        segment(text).entries.map(({ title, abstract }) => [title.text, abstract.text]),
        wanted,
      );
    }),
  );
});

test('two pastes joined give what each gives alone', () => {
  fc.assert(
    fc.property(papers, papers, (one, other) => {
      const paste = (pairs: typeof one) =>
        ['new', 'Subscribe', 'Mar 14', ...pairs.flat()].join('\n\n') + '\n';
      const alone = [one, other].flatMap((pairs) => segment(paste(pairs)).entries.map(texts));
      assert.deepEqual(segment(paste(one) + paste(other)).entries.map(texts), alone);
    }),
  );
});

test('no line keeps the spaces around it', () => {
  for (const margin of [' ', '  ', '\t', '\u00a0', ' \u3000 '])
    for (const line of [`${margin}A b c`, `A b c${margin}`, `A${margin}b${margin}c`])
      assert.equal(
        cleanText(line, () => {}),
        'A b c',
      );
});

test('marks beyond four on a letter go, however many they are', () => {
  for (const count of [4, 5, 3000, 6_000_000])
    assert.equal(
      cleanText(`q${'\u0301'.repeat(count)}r`, () => {}),
      `q${'\u0301'.repeat(4)}r`,
    );
});

test('what stands alone is reported with its place and what to do', () => {
  const { entries, messages } = segment('A Title of Its Own\n');
  assert.equal(entries.length, 0);
  assert.deepEqual(
    messages.map(({ rule, place }) => [rule, place]),
    [['title-without-abstract', { file: 'dumps/2025-03-14.txt', line: 1, column: 1 }]],
  );
  assert.match(messages[0]!.todo, /Paste its abstract/);
});

test('a title of which nothing is seen is none', () => {
  for (const title of ['\u200b', '\u0000', '\ufe0f', '\u2800\u2800', '\u034f', '\u3164 \u00ad']) {
    const { entries, messages } = segment(`${title}\n\n${'We study circuits. '.repeat(20)}\n`);
    assert.equal(entries.length, 0);
    assert.ok(messages.some(({ rule }) => rule === 'abstract-without-title'));
  }
});

test('hostile lines take linear time', () => {
  for (const unit of [
    '{',
    '$',
    '_',
    '*a_',
    '> ',
    ' ',
    '\u200d',
    '\u0301',
    'Ada Lovelace, ',
    '. A',
  ]) {
    const text = `On Circuits\n\n${unit.repeat(100_000)} end of an abstract.\n`;
    assert.equal(segment(text).entries.length, 1, JSON.stringify(unit));
  }
  assert.equal(segment(`On Circuits\n\n${'x'.repeat(10_000_000)}\n`).entries.length, 1);
});

test('a list of authors of any length takes linear time', { timeout: 20_000 }, () => {
  const names = 'Ada Lovelace\n'.repeat(100_000);
  const { entries } = segment(`Authors:\n${names}Abstract\n\nOn Circuits\n\nWe study them.\n`);
  assert.equal(entries[0]?.facts?.authors?.length, 100_000);
});

function segment(text: string) {
  return segmentDump({ file: 'dumps/2025-03-14.txt', date: '2025-03-14', text });
}

function texts({ title, abstract }: ReturnType<typeof segment>['entries'][number]) {
  return [title.text, abstract.text];
}

/** 1-based numbers of the lines that show anything. */
function visibleLines(text: string): number[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, at) => (cleanText(line, () => {}) ? [at + 1] : []));
}

function wrap(text: string, width: number): string[] {
  if (width === 0) return [text];
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Dump } from '../../../src/digest/dump/dump.ts';
import { mergeTwins } from '../../../src/digest/paper/merge-twins.ts';
import { toPaper } from '../../../src/digest/paper/to-paper.ts';

const LONG = 'We study circuits of many kinds and show how they behave when the weights are cut.';
const OTHER =
  'A wholly different text about birds, their songs, and the seasons in which they sing.';

function draft(title: string, abstract: string, date = '2025-03-14', line = 1) {
  const dump: Dump = { file: `dumps/${date}.txt`, date, text: '' };
  return toPaper({
    dump,
    title: { text: title, line, column: 1 },
    abstract: { text: abstract, line: line + 2, column: 1 },
  });
}

const CASES: {
  name: string;
  papers: [title: string, abstract: string, date?: string][];
  ids: string[];
  rules: string[];
}[] = [
  {
    name: 'the same paper on two days is one, with both dates',
    papers: [
      ['On Circuits', LONG, '2025-03-20'],
      ['On Circuits', LONG, '2025-03-14'],
    ],
    ids: ['on-circuits'],
    rules: ['paper-twice'],
  },
  {
    name: 'another case and punctuation of the title, the same abstract: one paper',
    papers: [
      ['On Circuits', LONG],
      ['ON CIRCUITS.', LONG],
    ],
    ids: ['on-circuits'],
    rules: ['paper-twice'],
  },
  {
    name: 'a revised abstract under the same title is the same paper',
    papers: [
      ['On Circuits', LONG],
      ['On Circuits', `${LONG} Code is public.`, '2025-04-01'],
    ],
    ids: ['on-circuits'],
    rules: ['paper-twice'],
  },
  {
    name: 'one title, two papers: the earlier keeps the id, a person is told',
    papers: [
      ['On Circuits', LONG, '2025-03-20'],
      ['On Circuits', OTHER, '2025-03-14'],
    ],
    ids: ['on-circuits-1lg7qm', 'on-circuits'],
    rules: ['papers-alike'],
  },
  {
    name: 'symbols tell titles apart although their words are the same',
    papers: [
      ['C for Circuits', `${LONG} One.`],
      ['C# for Circuits', `${LONG} Two.`],
      ['C++ for Circuits', `${LONG} Three.`],
    ],
    ids: ['c-for-circuits', 'c-for-circuits-d0kung', 'c-for-circuits-zhphmu'],
    rules: ['papers-alike', 'papers-alike'],
  },
];

for (const { name, papers, ids, rules } of CASES) {
  test(name, () => {
    const merged = mergeTwins(papers.map(([title, text, date]) => draft(title, text, date)));
    assert.deepEqual(
      merged.drafts.map(({ record }) => record.id),
      ids,
    );
    assert.deepEqual(
      merged.messages.map(({ rule }) => rule),
      rules,
    );
  });
}

test('the first date is kept, every date is listed', () => {
  const { drafts } = mergeTwins([
    draft('On Circuits', LONG, '2025-03-20'),
    draft('On Circuits', LONG, '2025-03-14'),
  ]);
  assert.equal(drafts[0]!.record.date, '2025-03-14');
  assert.deepEqual(drafts[0]!.record.dates, ['2025-03-14', '2025-03-20']);
});

test('what comes in later moves no id that a paper has, and ids are distinct', () => {
  const title = fc.constantFrom('On Circuits', 'on circuits', 'On circuits?', 'On Circuits!', '🚀');
  const paper = fc.tuple(title, fc.constantFrom(LONG, OTHER, 'Short.', '…'));
  const list = fc.array(paper, { maxLength: 8 });
  const day = fc.constantFrom('2025-03-14', '2025-03-15');
  fc.assert(
    fc.property(list, list, day, (before, added, date) => {
      const first = before.map(([one, text], at) => draft(one, text, undefined, at * 4 + 1));
      const later = added.map(([one, text], at) => draft(one, text, date, (at + 8) * 4 + 1));
      const idsOf = (drafts: typeof first) => {
        const ids = mergeTwins(drafts).drafts.map(({ record }) => record.id);
        assert.equal(new Set(ids).size, ids.length);
        return ids;
      };
      const had = idsOf(first);
      assert.deepEqual(idsOf([...first, ...later]).slice(0, had.length), had);
    }),
  );
});

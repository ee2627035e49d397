import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../scripts/read-content.ts';
import { buildDigest, type DigestInput } from '../../src/digest/build-digest.ts';
import type { Dump } from '../../src/digest/dump/dump.ts';
import { PaperSchema } from '../../src/digest/schema.ts';

const ABSTRACT =
  'We study the circuits of models, and find that few of them carry all of the work.';
const OTHER =
  'Nothing but birds is treated here, at length and with their songs and their seasons.';

test('the shipped dump: 56 papers, every line accounted for', () => {
  const digest = buildDigest(readContent('content'));
  assert.equal(digest.papers.length, 56);
  assert.equal(digest.ledger.length, 117);
  assert.equal(digest.ledger.filter(({ role }) => role === 'furniture').length, 5);
  const said = digest.messages.map(({ rule, place }) => `${rule} ${place.line}`);
  assert.deepEqual(
    said,
    Array.from({ length: 3 }, () => 'comment-kept 53'),
  );
  const arxiv = digest.papers.filter(({ record }) => record.identifiers.arxiv);
  assert.equal(arxiv.length, 55);
  for (const { record } of digest.papers) assert.deepEqual(PaperSchema.parse(record), record);
});

test('the same dumps in any order give the same digest', () => {
  const dumps = [
    dump('2025-03-15', ['On Birds', OTHER], ['On Circuits', ABSTRACT]),
    dump('2025-03-14', ['On Circuits', `${ABSTRACT} Code is public.`]),
    dump('2025-03-14-b', ['On circuits!', OTHER]),
  ];
  const one = build({ dumps });
  assert.deepEqual(build({ dumps: dumps.toReversed() }), one);
  assert.deepEqual(
    one.papers.map(({ record }) => record.id),
    ['on-circuits', 'on-circuits-pdbu0y', 'on-birds'],
  );
});

test('metadata: facts, and originals that take the place of the pasted text', () => {
  const { papers, messages } = build({
    metadata: {
      'on-circuits': {
        arxiv: '2406.11944',
        authors: ['Ada Lovelace'],
        published: '2024-06-17',
        title: 'On $\\Omega$ Circuits',
        links: [{ kind: 'project', url: 'https://example.org/' }],
      },
      'no-such-paper': { arxiv: '2406.11945' },
    },
  });
  const { record } = papers[0]!;
  assert.deepEqual(record.identifiers, { arxiv: '2406.11944' });
  assert.deepEqual(record.authors, ['Ada Lovelace']);
  assert.equal(record.title, 'On $\\Omega$ Circuits');
  assert.equal(record.titleText, 'On Ω Circuits');
  assert.equal(record.source.title, 'On Circuits');
  assert.equal(record.repairs[0]!.rule, 'original');
  assert.deepEqual(record.links, [{ kind: 'project', url: 'https://example.org/' }]);
  assert.deepEqual(rulesOf(messages), ['metadata-unknown-paper no-such-paper']);
});

test('metadata: a comment of TeX ends with its line; a percentage is none', () => {
  const abstract =
    'Circuits % see https://example.org/todo\ncarry 20 %\nof the work, or 20\\% % TODO cite\n% more\nat most.\n';
  const { papers } = build({ metadata: { 'on-circuits': { abstract } } });
  const { record } = papers[0]!;
  assert.equal(record.abstractText, 'Circuits carry 20 % of the work, or 20% at most.');
  assert.deepEqual(record.links, []);
});

test('dumps that are added to a day stand behind those that were there', () => {
  const names = ['2025-03-14', '2025-03-14-2', '2025-03-14-9', '2025-03-14-10', '2025-03-15'];
  const dumps = names.map((name) => dump(name, [`Paper of ${name}`, ABSTRACT]));
  const { papers } = build({ dumps: dumps.toReversed() });
  assert.deepEqual(
    papers.map(({ record }) => record.titleText),
    names.map((name) => `Paper of ${name}`),
  );
});

test('corrections: title, abstract, repairs refused and replaced', () => {
  const dumps = [dump('2025-03-14', ['S^{2}FT for models', `${ABSTRACT} It costs 3times more.`])];
  const read = (correction: DigestInput['corrections'][string]) =>
    build({ dumps, corrections: { 's2ft-for-models': correction } });
  const plain = read({}).papers[0]!.record;
  assert.equal(plain.titleText, 'S²FT for models');

  const refused = read({ repairs: [{ from: plain.repairs[0]!.from }] });
  assert.equal(refused.papers[0]!.record.titleText, 'S^{2}FT for models');
  assert.deepEqual(refused.messages, []);

  const replaced = read({ repairs: [{ from: 'models', to: '$\\mu$' }] });
  assert.equal(replaced.papers[0]!.record.titleText, 'S²FT for μ');
  assert.ok(replaced.papers[0]!.record.repairs.some(({ rule }) => rule === 'by-hand'));

  const around = read({ repairs: [{ from: 'S^{2}FT for', to: 'Tuning of' }] });
  assert.equal(around.papers[0]!.record.titleText, 'Tuning of models');
  assert.deepEqual(around.messages, []);

  const spaced = read({ repairs: [{ from: 'for', to: ' ' }] });
  assert.equal(spaced.papers[0]!.record.titleText, 'S²FT   models');

  const emptied = read({ repairs: [{ from: 'S^{2}FT for models', to: '' }] });
  assert.equal(emptied.papers[0]!.record.titleText, 'S²FT for models');
  assert.deepEqual(rulesOf(emptied.messages), ['correction-empties-title S^{2}FT for models']);

  const whole = read({ title: 'Sparse $\\beta$ tuning', abstract: '*New.*' });
  assert.equal(whole.papers[0]!.record.titleText, 'Sparse β tuning');
  assert.equal(whole.papers[0]!.record.abstractText, 'New.');
  assert.equal(whole.papers[0]!.record.id, 's2ft-for-models');

  const idle = read({ title: plain.title, repairs: [{ from: 'costs' }, { from: 'nowhere' }] });
  assert.deepEqual(idle.messages.map(({ rule }) => rule).sort(), [
    'correction-not-needed',
    'correction-not-needed',
    'correction-without-effect',
  ]);
});

test('corrections: topics added and removed, with the reason; merges lead on', () => {
  const topic = { label: 'T', description: 'T.', aliases: [], for: [], ambiguous: [], hint: [] };
  const taxonomy = {
    topics: ['circuits', 'birds'].map((id) => ({
      ...topic,
      id,
      strong: [id],
      context: [],
      against: [],
      ignore: [],
    })),
  };
  const dumps = [
    dump('2025-03-14', ['On Circuits', ABSTRACT], ['On Birds', OTHER]),
    dump('2025-03-20', ['Birds, Again', `${OTHER} They sing.`]),
  ];
  const { papers, messages, redirects } = build({
    dumps,
    taxonomy,
    corrections: {
      'on-circuits': {
        topics: { add: { birds: 'They fly.', fish: 'They swim.' }, remove: { circuits: 'No.' } },
      },
      'on-birds': { topics: { add: { birds: 'Said already.' } } },
      'birds-again': { mergeInto: 'on-birds', title: 'On Birds, Again' },
    },
  });
  assert.deepEqual(
    papers.map(({ record: { id, topics } }) => [id, topics.map((tag) => tag.id)]),
    [
      ['on-circuits', ['birds']],
      ['on-birds', ['birds']],
    ],
  );
  assert.equal(papers[0]!.record.topics[0]!.byHand, 'They fly.');
  assert.deepEqual(papers[1]!.record.dates, ['2025-03-14', '2025-03-20']);
  assert.deepEqual(redirects, [{ from: 'birds-again', to: 'on-birds' }]);
  assert.deepEqual(messages.map(({ rule }) => rule).sort(), [
    'correction-not-needed',
    'correction-of-merged',
    'correction-unknown-topic',
  ]);
});

test('merges in a circle or into nothing are reported, and nothing is lost', () => {
  const dumps = [dump('2025-03-14', ['On Circuits', ABSTRACT], ['On Birds', OTHER])];
  const { papers, messages } = build({
    dumps,
    corrections: {
      'on-circuits': { mergeInto: 'on-birds' },
      'on-birds': { mergeInto: 'on-circuits' },
    },
  });
  assert.equal(papers.length, 2);
  assert.equal(messages.filter(({ rule }) => rule === 'correction-merge-target').length, 2);
});

test('a paper found under an older spelling leads on from the younger one', () => {
  const long =
    'A Very Long Title of a Paper on Circuits and on Many Other Things that Fill a Line Up';
  const { papers, redirects } = build({
    dumps: [
      dump('2025-03-14', [long, ABSTRACT]),
      dump('2025-03-20', [long.toUpperCase(), ABSTRACT]),
    ],
  });
  assert.equal(papers.length, 1);
  assert.equal(redirects.length, 1);
  assert.equal(redirects[0]!.to, papers[0]!.record.id);
});

test('a title that repairs would empty is kept as pasted', () => {
  const { papers } = build({ dumps: [dump('2025-03-14', ['%20comment', ABSTRACT])] });
  assert.equal(papers[0]!.record.titleText, '%20comment');
});

function dump(name: string, ...papers: [title: string, abstract: string][]): Dump {
  return {
    file: `dumps/${name}.txt`,
    date: name.slice(0, 10),
    text: papers.map(([title, abstract]) => `${title}\n\n${abstract}\n`).join('\n'),
  };
}

function build(input: Partial<DigestInput>) {
  return buildDigest({
    dumps: [dump('2025-03-14', ['On Circuits', ABSTRACT])],
    taxonomy: { topics: [] },
    metadata: {},
    corrections: {},
    ...input,
  });
}

function rulesOf(messages: ReturnType<typeof build>['messages']): string[] {
  return messages.map(({ rule, reason }) => `${rule} ${/`([^`]*)`/.exec(reason)?.[1]}`);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { toBarePaper } from '../../../scripts/eval/bare-paper.ts';
import type { Paper } from '../../../src/digest/schema.ts';
import { fromMarkdown } from '../../../src/digest/render/from-markdown.ts';
import { toBibtex } from '../../../src/digest/render/to-bibtex.ts';
import { toMarkdown } from '../../../src/digest/render/to-markdown.ts';
import { toRis } from '../../../src/digest/render/to-ris.ts';
import { toTitleTex } from '../../../src/digest/render/to-title-tex.ts';
import { cleanText } from '../../../src/digest/render/clean-text.ts';
import { hostileText } from './arbitraries.ts';

const paper: Paper = {
  ...toBarePaper('s2ft-tuning', 'S$^{2}$FT: Tuning GPT-4 on iPads', 'We save 50%.'),
  titleText: 'S²FT: Tuning GPT-4 on iPads',
};

const bibtexOf = (record: Paper) => toBibtex(record, toTitleTex(fromMarkdown(record.title)));

test('BibTeX says what the record knows, names and formulae kept in their case', () => {
  assert.equal(
    bibtexOf({
      ...paper,
      authors: ['Ada Lovelace', 'Research and Development'],
      identifiers: { arxiv: '2503.01234' },
    }),
    `@misc{s2ft-tuning,
  title = {{S$^{2}$FT}: Tuning {GPT-4} on {iPads}},
  author = {Ada Lovelace and {Research and Development}},
  year = {2025},
  month = mar,
  eprint = {2503.01234},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2503.01234},
  abstract = {We save 50\\%.},
}
`,
  );
});

test('a paper of which only the text is known has no year, author or address', () => {
  assert.equal(
    bibtexOf(paper),
    '@misc{s2ft-tuning,\n  title = {{S$^{2}$FT}: Tuning {GPT-4} on {iPads}},\n  abstract = {We save 50\\%.},\n}\n',
  );
  assert.equal(
    toRis(paper),
    'TY  - UNPB\r\nID  - s2ft-tuning\r\nTI  - S²FT: Tuning GPT-4 on iPads\r\nAB  - We save 50%.\r\nER  - \r\n',
  );
});

test('RIS has one field a line', () => {
  assert.equal(
    toRis({
      ...paper,
      published: '2025-02-28',
      authors: ['Ada Lovelace', 'Alan Turing'],
      identifiers: { doi: '10.1234/x' },
    }),
    [
      'TY  - UNPB',
      'ID  - s2ft-tuning',
      'TI  - S²FT: Tuning GPT-4 on iPads',
      'AU  - Ada Lovelace',
      'AU  - Alan Turing',
      'PY  - 2025',
      'DA  - 2025/02/28/',
      'DO  - 10.1234/x',
      'UR  - https://doi.org/10.1234/x',
      'AB  - We save 50%.',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});

const years: [arxiv: string, year: string, month: string][] = [
  ['2503.01234', '2025', 'mar'],
  ['0704.0001', '2007', 'apr'],
  ['math/0309136', '2003', 'sep'],
  ['hep-th/9901001', '1999', 'jan'],
];

for (const [arxiv, year, month] of years)
  test(`arXiv:${arxiv} is of ${month} ${year}`, () => {
    const bibtex = bibtexOf({ ...paper, identifiers: { arxiv } });
    assert.ok(bibtex.includes(`  year = {${year}},\n  month = ${month},\n`), bibtex);
  });

const hostilePaper = fc
  .tuple(hostileText, hostileText, fc.array(hostileText, { maxLength: 3 }))
  .map(([title, abstract, authors]) => withTexts(title, abstract, authors));

function withTexts(title: string, abstract: string, authors: string[]): Paper {
  return {
    ...paper,
    authors,
    title: toMarkdown([{ type: 'text', value: title }]),
    titleText: title,
    abstractText: abstract,
  };
}

test('whatever a record holds, its BibTeX is one entry', () => {
  fc.assert(
    fc.property(hostilePaper, (hostile) => {
      const bibtex = bibtexOf(hostile);
      let depth = 0;
      for (const character of bibtex.trimEnd().slice(0, -1)) {
        depth += character === '{' ? 1 : character === '}' ? -1 : 0;
        assert.ok(depth > 0 || bibtex.startsWith('@misc'), bibtex);
      }
      assert.equal(depth, 1);
      for (const line of bibtex.split('\n').slice(1, -2))
        assert.match(line, /^ {2}[a-zA-Z]+ = .*,$/);
    }),
    { numRuns: 500 },
  );
});

/** The title's text back from its TeX. */
function readTitle(bibtex: string): string {
  const [, tex] = /^ {2}title = \{(.*)\},$/m.exec(bibtex) ?? [];
  const names: Record<string, string> = {
    textbackslash: '\\',
    textbraceleft: '\u0001',
    textbraceright: '\u0002',
    textasciitilde: '~',
    textasciicircum: '^',
    textless: '<',
    textgreater: '>',
    textbar: '|',
  };
  return tex!
    .replace(
      /\\([a-z]+)\{\}|\\(.)|[{}]/g,
      (_, name?: string, character?: string) => names[name ?? ''] ?? character ?? '',
    )
    .replaceAll('\u0001', '{')
    .replaceAll('\u0002', '}');
}

test('whatever a title holds, BibTeX gives it back', () => {
  fc.assert(
    fc.property(hostilePaper, (hostile) => {
      assert.equal(readTitle(bibtexOf(hostile)), cleanText(hostile.titleText));
    }),
    { numRuns: 500 },
  );
});

test('whatever a record holds, its RIS is one record of known fields', () => {
  fc.assert(
    fc.property(hostilePaper, (hostile) => {
      const lines = toRis(hostile).split('\r\n');
      assert.equal(lines.pop(), '');
      assert.equal(lines.pop(), 'ER  - ');
      assert.equal(lines.shift(), 'TY  - UNPB');
      for (const line of lines) assert.match(line, /^(?:ID|TI|AU|AB) {2}- [^\r\n]+$/);
    }),
    { numRuns: 500 },
  );
});

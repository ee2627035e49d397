import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractLinks } from '../../../src/digest/paper/extract-links.ts';

const CASES: [text: string, ...links: string[]][] = [
  [
    'Code: https://anonymous.4open.science/r/TangleNAS-527C{here}.',
    'code https://anonymous.4open.science/r/TangleNAS-527C',
  ],
  ['Our code is at https://github.com/a/b_c.', 'code https://github.com/a/b_c'],
  ['at https://github.com/a/b\\_c}.', 'code https://github.com/a/b_c'],
  ['(https://github.com/a/b) and github.com/a/b', 'code https://github.com/a/b'],
  ['see github.com/a/b, too', 'code https://github.com/a/b'],
  ['https://huggingface.co/datasets/a/b', 'data https://huggingface.co/datasets/a/b'],
  ['https://huggingface.co/a/b;', 'model https://huggingface.co/a/b'],
  ['https://huggingface.co/spaces/a/b', 'project https://huggingface.co/spaces/a/b'],
  ['https://doi.org/10.5281/zenodo.1', 'data https://doi.org/10.5281/zenodo.1'],
  ['arxiv.org/abs/2401.00001', 'paper https://arxiv.org/abs/2401.00001'],
  ['The code: https://example.org/x', 'code https://example.org/x'],
  ['The dataset (https://example.org/x)', 'data https://example.org/x'],
  ['Project page: https://a.github.io/b/', 'project https://a.github.io/b/'],
  ['https://en.wikipedia.org/wiki/A_(b)).', 'project https://en.wikipedia.org/wiki/A_(b)'],
  [
    'two: https://a.org/1 https://a.org/2 https://a.org/1',
    'project https://a.org/1',
    'project https://a.org/2',
  ],
  ['[x](javascript:alert(1)) data:text/html,x ftp://a.org/ //evil.example mailto:a@b.org'],
  ['http://user:pass@evil.example/ and http://localhost/x'],
  ['<https://evil.example/"onmouseover="alert(1)>', 'project https://evil.example/'],
  ['https:// github and http://'],
];

for (const [text, ...links] of CASES) {
  test(text, () => {
    assert.deepEqual(
      extractLinks(text).map(({ kind, url }) => `${kind} ${url}`),
      links,
    );
  });
}

test('hostile texts take linear time and give few links', () => {
  for (const unit of ['http://', 'https://github.com/', '[a](', 'https://a.org/(', 'www.']) {
    assert.ok(extractLinks(unit.repeat(20_000)).length <= 50);
  }
});

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { buildSite } from '../harness/built-site.ts';
import { PAGE_TYPES, readPage } from './page-types.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // HTML as it is written by machines: `<br>` and `<br/>`, either case of doctype.
    'void-style': 'off',
    'doctype-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // A formula has a name.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
});
let dist: string;
before(async () => {
  dist = await buildSite('nested');
});

for (const [type, address] of Object.entries(PAGE_TYPES)) {
  test(`the HTML of ${type} is valid`, async () => {
    const report = await validator.validateString(readPage(dist, address));
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
      ),
    );
    assert.deepEqual(faults, []);
  });
}

test('no page holds an inline script, a style attribute or a handler', () => {
  for (const [type, address] of Object.entries(PAGE_TYPES)) {
    const html = readPage(dist, address);
    assert.doesNotMatch(html, /<script(?![^>]*(\ssrc=|type="application\/ld\+json"))/, type);
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+="/, type);
    assert.match(html, /<head>\s*<meta http-equiv="Content-Security-Policy"/, type);
  }
});

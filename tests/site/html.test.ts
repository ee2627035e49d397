import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { buildSite, type SiteName } from '../harness/built-site.ts';
import { readPage } from './page-types.ts';

/** What an attribute holds, `="a <script>"`, but for the one that tells data from scripts. */
const VALUE = /="(?!application\/ld\+json")[^"]*"/g;
/** `<link rel="preload" href="/_astro/math.x1.woff2" as="font"` */
const PRELOADED_MATH = /<link rel="preload" href="[^"]*\/math\.[^"]*\.woff2"/;

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

for (const name of ['nested', 'hostile'] as const) {
  test(`the HTML of every page of the ${name} site is valid`, async () => {
    const faults: string[] = [];
    for (const [page, html] of await pagesOf(name)) {
      const { results } = await validator.validateString(html);
      for (const { ruleId, message, line, column } of results.flatMap((result) => result.messages))
        faults.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
    }
    assert.deepEqual(faults, []);
  });

  test(`a page of the ${name} site asks at once for the font of formulae where it holds one`, async () => {
    for (const [page, html] of await pagesOf(name)) {
      const hasFormula = html.replace(VALUE, '=""').includes('<math');
      assert.equal(PRELOADED_MATH.test(html), hasFormula, page);
    }
  });

  test(`no page of the ${name} site holds an inline script, a style attribute or a handler`, async () => {
    for (const [page, html] of await pagesOf(name)) {
      const markup = html.replace(VALUE, '=""');
      assert.doesNotMatch(markup, /<script(?![^>]*(\ssrc=|type="application\/ld\+json"))/, page);
      assert.doesNotMatch(markup, /<style|<[^>]*\s(?:style|on[a-z]+)=/, page);
      assert.match(html, /<head>\s*<meta http-equiv="Content-Security-Policy"/, page);
    }
  });
}

async function pagesOf(name: SiteName): Promise<[page: string, html: string][]> {
  const dist = await buildSite(name);
  return globSync('**/*.html', { cwd: dist }).map((page) => [page, readPage(dist, page)]);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Phrasing } from '../../../src/digest/phrasing.ts';
import { linkAddresses } from '../../../src/digest/render/link-addresses.ts';
import { tidyPhrasing } from '../../../src/digest/render/tidy-phrasing.ts';
import { toHtml } from '../../../src/digest/render/to-html.ts';
import { toPlainText } from '../../../src/digest/render/to-plain-text.ts';
import { phrasing } from './arbitraries.ts';

const text = (value: string): Phrasing => ({ type: 'text', value });
const anchor = (href: string, shown = href) =>
  `<a href="${href}" rel="nofollow noopener">${shown}</a>`;

const CASES: [text: string, html: string][] = [
  ['at https://a.org/b_c.', `at ${anchor('https://a.org/b_c')}.`],
  [
    '(https://a.org/b), https://a.org/b',
    `(${anchor('https://a.org/b')}), ${anchor('https://a.org/b')}`,
  ],
  ['see github.com/a/b, too', `see ${anchor('https://github.com/a/b', 'github.com/a/b')}, too`],
  ['https://a.org/b', anchor('https://a.org/b')],
  ['https://a.org/b{here}', `${anchor('https://a.org/b')}{here}`],
  ['at https://a.org/b\\_c', 'at https://a.org/b\\_c'],
  ['javascript:alert(1) and ftp://a.org/', 'javascript:alert(1) and ftp://a.org/'],
];

for (const [source, html] of CASES) {
  test(source, () => {
    assert.equal(toHtml(linkAddresses([text(source)])), html);
  });
}

test('an address in emphasis is a link, one in a link is none', () => {
  const address = 'https://a.org/b';
  assert.equal(
    toHtml(linkAddresses([{ type: 'emphasis', children: [{ type: 'text', value: address }] }])),
    `<em>${anchor(address)}</em>`,
  );
  const link: Phrasing = {
    type: 'link',
    url: 'https://c.org/',
    children: [{ type: 'text', value: address }],
  };
  assert.deepEqual(linkAddresses([link]), [link]);
});

test('the plain text stays the same', () => {
  const address = fc.constantFrom('https://a.org/b', 'https://a.org/b_c.', 'github.com/a/b');
  const written = fc.oneof(
    phrasing,
    address.map((value) => [text(value)]),
  );
  fc.assert(
    fc.property(fc.array(written), (parts) => {
      const tidy = tidyPhrasing(parts.flat());
      assert.equal(toPlainText(linkAddresses(tidy)), toPlainText(tidy));
    }),
  );
});

import * as fc from 'fast-check';
import type { Phrasing } from '../../../src/digest/phrasing.ts';

const shards = [
  Array.from('#*_`~$|<>[](){}!&;:\\/-+=.,\'"%^@ \t\n'),
  ['\u0000', '\uD800', '\uDC00', '\uFFFF', '\uFDD0', '\u{1FFFE}', '\u202E', '\u2066', '\uFEFF'],
  ['\u2028', '\u0085', '\u00A0', '\r\n', '\r\nER  - '],
  ['1.', '- ', '> ', '    ', '---', '===', '&amp;', '&#65;', '<b>', '</script>', '<!--', ']]>'],
  ['](x)', 'www.x.org', 'https://x.org', 'a@b.org', '\\textbf{', '\\end', '@string{x="y"}'],
  ['a', 'b', 'A', '1', 'é', '𝒪', '日', '👩‍👩‍👧', 'word', 'Word', 'and'],
].flat();

/** Text of everything that some format takes for structure. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...shards), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const tex = fc.constantFrom(
  'x',
  '^{2}',
  '\\alpha_i',
  '\\frac{1}{2}',
  'a \\$ b',
  '\\$',
  'x\\',
  ' y ',
  '{',
  '\\mathcal{O}(n)',
  '<',
  '`',
);

const leaf: fc.Arbitrary<Phrasing> = fc.oneof(
  hostileText.map((value): Phrasing => ({ type: 'text', value })),
  tex.map((value): Phrasing => ({ type: 'inlineMath', value })),
  hostileText.map((value): Phrasing => ({ type: 'inlineCode', value })),
);

const url = fc.constantFrom(
  'https://x.org/a_(b)?c=d&e#f',
  'http://x.org',
  'mailto:a@b.org',
  'javascript:alert(1)',
  'data:text/html,x',
  '//x.org',
  ' javascript:x',
);

function within(child: fc.Arbitrary<Phrasing[]>): fc.Arbitrary<Phrasing> {
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    child.map((children): Phrasing => ({ type: 'strong', children })),
    child.map((children): Phrasing => ({ type: 'emphasis', children })),
    fc
      .tuple(url, child)
      .map(([to, children]): Phrasing => ({ type: 'link', url: to, children: children as never })),
  );
}

const few = (node: fc.Arbitrary<Phrasing>) => fc.array(node, { maxLength: 4 });

/** Any phrasing, two levels deep, sane or not. */
export const phrasing: fc.Arbitrary<Phrasing[]> = few(within(few(within(few(leaf)))));

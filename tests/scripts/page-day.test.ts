import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageDay } from '../../scripts/page-day.ts';

const NOW = new Date('2025-06-30T12:00:00Z');

const PAGES: [why: string, text: string, day: string | undefined][] = [
  ['a day of this year', 'Daily Papers\r\nApr 7\r\n\r\nA Title', '2025-04-07'],
  ['a day that this year has not had', 'Dec 24\n', '2024-12-24'],
  ['tomorrow, which it may be elsewhere', 'Jul 1\n', '2025-07-01'],
  ['a day with its year', 'Friday, March 14, 2014', '2014-03-14'],
  ['a leap day', 'Feb 29', '2024-02-29'],
  ['the same day twice', 'Apr 7\n14 papers\nApril 7, 2025', '2025-04-07'],
  ['several days', 'Apr 7\nApr 8', undefined],
  ['no day', 'A Title\n\nIn an abstract, Apr 7 is a day.', undefined],
  ['an impossible day', 'Feb 30', undefined],
];

for (const [why, text, day] of PAGES) {
  test(`the day of a page: ${why}`, () => assert.equal(pageDay(text, NOW), day));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportMessages } from '../../scripts/report-messages.ts';
import { diagnose } from '../../src/digest/diagnostics.ts';

test('of very many findings the first are shown, the weightiest before others', (context) => {
  const said: string[] = [];
  context.mock.method(console, 'error', (text: string) => said.push(text));
  const place = { file: '2025-03-14.txt', line: 1, column: 1 };
  const info = diagnose('dump-utf-16', place, 'UTF-16');
  const warning = diagnose('title-without-abstract', place, 'A title');
  const fatal = diagnose('dump-not-text', place, 'PDF file');
  reportMessages([...Array.from({ length: 200_000 }, () => info), warning, fatal]);
  const all = said.join('\n');
  assert.match(all, /Unexpected PDF file/);
  assert.match(all, /`A title`/);
  assert.equal(all.split('dump-utf-16').length - 1, 998);
  assert.match(all, /And 199,002 more/);
});

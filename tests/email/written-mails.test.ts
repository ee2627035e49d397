import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { STACK } from '../harness/run-script.ts';
import { folder, runEmail, subscribe } from './email-runs.ts';

test('without --send nothing is sent; without a server it says so in one line', async () => {
  subscribe('dry', 2);
  const out = path.join(folder, 'dry', 'out');
  const dry = await runEmail('dry', 1, { args: ['--out', out] });
  assert.equal(dry.code, 0, dry.text);
  assert.match(dry.text, /2 \.eml files in .*2025-03-14\/\nNothing was sent\./);
  assert.match(readFileSync(path.join(out, '2025-03-14', '0002.eml'), 'utf8'), /reader-1@example/);
  const unreachable = await runEmail('dry', 1);
  assert.equal(unreachable.code, 1);
  assert.match(unreachable.text, /\nNo mail server at 127\.0\.0\.1:1 [^\n]*ECONNREFUSED[^\n]*\n$/);
});

test('wrong arguments, and a port that is taken, are told in words', async () => {
  subscribe('wrong', 1);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  for (const [args, said] of [
    [['--frobnicate'], /^Unknown option '--frobnicate'.*\n\nUsage: /],
    [['--date', 'today'], /^Unexpected date `today`, expected a day: 2025-03-14\n$/],
    [['--since-last', '--date', '2025-03-14'], /^Give --date or --since-last, not both\.\n$/],
    [
      ['--preview', '--out', path.join(folder, 'wrong')],
      /on port \d+: .*EADDRINUSE.* PORT=8080\.\n$/,
    ],
  ] as const) {
    const { code, text } = await runEmail('wrong', 1, { args, env: { PORT: String(port) } });
    assert.equal(code, 1, text);
    assert.match(text, said);
    assert.doesNotMatch(text, STACK);
  }
  taken.close();
});

test('written mails take the place of earlier ones alone; a folder is no list of subscribers', async () => {
  const out = path.join(folder, 'written');
  const mails = path.join(out, '2025-03-14');
  mkdirSync(mails, { recursive: true });
  for (const name of ['0001.eml', '0099.eml', 'thesis.txt'])
    writeFileSync(path.join(mails, name), 'old');
  subscribe('written', 2);
  const { code, text } = await runEmail('written', 1, { args: ['--out', out] });
  assert.equal(code, 0, text);
  assert.deepEqual(readdirSync(mails), ['0001.eml', '0002.eml', 'thesis.txt']);
  assert.notEqual(readFileSync(path.join(mails, '0001.eml'), 'utf8'), 'old');

  const refused = await runEmail('written', 1, { args: ['--out', out, '--to', folder] });
  assert.equal(refused.code, 1);
  assert.match(refused.text, /expected a file, not a folder/);
});

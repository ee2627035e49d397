import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folder, oneDay, reader, runEmail, subscribe, twoDays } from './email-runs.ts';
import { startServer } from './mail-server.ts';

test('since the last one: nothing goes out twice', async () => {
  subscribe('since', 1);
  const server = await startServer({});
  await runEmail('since', server.port, { args: ['--send', '--since-last'] });
  const second = await runEmail('since', server.port, { args: ['--send', '--since-last'] });
  await server.close();
  assert.equal(second.text, 'Nothing new since the last one.\n');
  assert.equal(server.inbox.get(reader(0))?.length, 1);
});

test('one mailbox that is full for good keeps nobody from the next digest', async () => {
  subscribe('full', 2);
  const server = await startServer({
    atRecipient: (address) => (address === reader(1) ? 452 : undefined),
  });
  const run = (digest: string) =>
    runEmail('full', server.port, { args: ['--send', '--since-last'], digestDir: digest });
  const first = await run(oneDay);
  const second = await run(twoDays);
  const third = await run(twoDays);
  await server.close();
  assert.deepEqual([first.code, second.code, third.code], [1, 1, 1]);
  const subjects = server.inbox.get(reader(0))!.map((text) => /^Subject: .*$/m.exec(text)![0]);
  assert.equal(subjects.length, 2);
  assert.notEqual(subjects[0], subjects[1]);
  assert.equal(server.inbox.get(reader(1)), undefined);
});

test('while another run sends, nothing is read of what has been sent', async () => {
  subscribe('locked', 1);
  const ledger = path.join(folder, 'locked', 'ledger.ndjson');
  writeFileSync(ledger, 'half of a line\n');
  writeFileSync(`${ledger}.lock`, String(process.pid));
  const { code, text } = await runEmail('locked', 1, { args: ['--send', '--since-last'] });
  assert.equal(code, 1);
  assert.match(text, /^Another run \(process \d+\) is sending/);
  assert.ok(existsSync(`${ledger}.lock`));
});

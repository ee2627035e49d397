import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folder, reader, runEmail, startEmail, subscribe } from './email-runs.ts';
import { startServer } from './mail-server.ts';

test('500 recipients, some refused, connections dropped, killed and resumed: each exactly once', async () => {
  const addresses = subscribe('big', 500);
  const gone = new Set([reader(7), reader(450)]);
  const greylisted = new Set([reader(11), reader(333)]);
  const hangUps = new Set([reader(0), reader(350)]);
  let child: ChildProcess | undefined;
  const server = await startServer({
    atRecipient: (address) => {
      if (gone.has(address)) return 550;
      if (hangUps.delete(address)) return 'hang-up';
      return greylisted.delete(address) ? 450 : undefined;
    },
    // The worst moment: the message is taken, and the answer has not come.
    afterTaking: (address) => void (address === reader(200) && child!.kill('SIGKILL')),
  });
  child = startEmail('big', server.port);
  const [, signal] = (await once(child, 'exit')) as [number, string];
  assert.equal(signal, 'SIGKILL');
  const resumed = await runEmail('big', server.port);
  const again = await runEmail('big', server.port);
  await server.close();
  const copies = addresses.map((address) => server.inbox.get(address)?.length ?? 0);
  assert.deepEqual(
    copies,
    addresses.map((address) => (gone.has(address) ? 0 : 1)),
  );
  assert.equal(resumed.code, 0, resumed.text);
  assert.match(resumed.text, /refused[^]*reader-450@example\.org/);
  assert.match(resumed.text, /1 in doubt[^]*reader-200@example\.org/);
  assert.match(again.text, /^0 sent, 499 had been settled before\.$/m);
});

test('hung up on after the last line: in doubt, sent again only when asked for', async () => {
  subscribe('doubt', 3);
  let hangUps = 1;
  const server = await startServer({
    atLastLine: (address) => address === reader(1) && hangUps-- > 0,
  });
  const first = await runEmail('doubt', server.port);
  const second = await runEmail('doubt', server.port);
  assert.equal(server.inbox.get(reader(1)), undefined);
  assert.match(second.text, /^0 sent[^]*1 in doubt[^]*reader-1@example\.org/m);
  const third = await runEmail('doubt', server.port, { args: ['--send', '--resend-in-doubt'] });
  await server.close();
  assert.deepEqual([first.code, second.code, third.code], [0, 0, 0]);
  assert.deepEqual(
    [0, 1, 2].map((index) => server.inbox.get(reader(index))?.length),
    [1, 1, 1],
  );
});

test('a server that never takes it: exit 1, and the next run tries again', async () => {
  subscribe('busy', 2);
  let busy = true;
  const server = await startServer({ atRecipient: () => (busy ? 451 : undefined) });
  const first = await runEmail('busy', server.port);
  busy = false;
  const second = await runEmail('busy', server.port);
  await server.close();
  assert.equal(first.code, 1);
  assert.match(first.text, /2 not taken/);
  assert.doesNotMatch(first.text, /2 of 2/);
  assert.equal(second.code, 0);
  assert.equal(server.inbox.size, 2);
});

test('hung up on while it logs in, it tries again, and says so in the end', async () => {
  subscribe('login', 1);
  let logins = 0;
  const server = await startServer({ atLogin: () => void (logins += 1) });
  const { code, text } = await runEmail('login', server.port, {
    env: { SMTP_USER: 'ada', SMTP_PASSWORD: 'secret' },
  });
  await server.close();
  assert.equal(code, 1, text);
  assert.match(text, /\nConnection closed unexpectedly\n$/);
  assert.equal(logins, 3);
  assert.ok(!existsSync(path.join(folder, 'login', 'ledger.ndjson.lock')));
});

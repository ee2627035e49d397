import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { toStoredLine } from '../../src/site/stored-papers.ts';
import { entries, makeSource } from '../site/feeds/make-source.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const folder = temporaryFolder();

/** A published digest of these days. */
function publish(name: string, days: Parameters<typeof makeSource>[0]): string {
  const { papers, topics, settings } = makeSource(days);
  const digestDir = path.join(folder, name);
  mkdirSync(digestDir);
  writeFileSync(
    path.join(digestDir, 'papers.ndjson'),
    papers.map(({ hash, ...page }) => toStoredLine(hash, page).line).join(''),
  );
  writeFileSync(path.join(digestDir, 'taxonomy.json'), JSON.stringify({ topics }));
  writeFileSync(path.join(digestDir, 'site.json'), JSON.stringify(settings));
  return digestDir;
}

const oneDay = publish('digest', { '2025-03-14': entries(3) });
const twoDays = publish('digest-of-two', {
  '2025-03-14': entries(3),
  '2025-03-21': [{ title: 'A Later Paper', abstract: 'It came in a week after the others.' }],
});

/** How a mail server misbehaves; each is called with the recipient's address. */
interface Faults {
  /** The code to refuse a recipient with, or `hang-up`. */
  atRecipient?: (address: string) => number | 'hang-up' | undefined;
  /** Whether to hang up when a message has come whole, instead of taking it. */
  atLastLine?: (address: string) => boolean;
  /** Called when a message was taken, before the answer goes. */
  afterTaking?: (address: string) => void;
}

/** A mail server, and what it has taken for whom. */
async function startServer({ atRecipient, atLastLine, afterTaking }: Faults) {
  const inbox = new Map<string, string[]>();
  const sockets = new Set<Socket>();
  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const fault = atRecipient?.(address);
      if (fault === 'hang-up') hangUp();
      else callback(fault ? Object.assign(new Error('No'), { responseCode: fault }) : null);
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { address } = envelope.rcptTo[0]!;
        if (atLastLine?.(address)) return hangUp();
        inbox.set(address, [...(inbox.get(address) ?? []), Buffer.concat(chunks).toString()]);
        afterTaking?.(address);
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { inbox, port, close };
}

function startEmail(
  ...[name, port, args, digestDir = oneDay, more = {}]: [
    string,
    number,
    string[],
    string?,
    NodeJS.ProcessEnv?,
  ]
): ChildProcess {
  return spawn(process.execPath, ['scripts/email.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DIGEST_DIR: digestDir,
      SITE_URL: 'https://digest.example',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(port),
      EMAIL_FROM: 'digest@example.org',
      EMAIL_LEDGER: path.join(folder, name, 'ledger.ndjson'),
      EMAIL_SUBSCRIBERS: path.join(folder, name, 'subscribers.txt'),
      EMAIL_RETRY_SECONDS: '0.05,0.05',
      ...more,
    },
  });
}

async function runEmail(
  ...[name, port, args = ['--send'], ...places]: [
    string,
    number,
    string[]?,
    string?,
    NodeJS.ProcessEnv?,
  ]
) {
  const child = startEmail(name, port, args, ...places);
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, text };
}

function subscribe(name: string, count: number): string[] {
  const addresses = Array.from({ length: count }, (_, index) => reader(index));
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'subscribers.txt'), `${addresses.join('\n')}\n`);
  return addresses;
}

const reader = (index: number) => `reader-${index}@example.org`;

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
  child = startEmail('big', server.port, ['--send']);
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
  const third = await runEmail('doubt', server.port, ['--send', '--resend-in-doubt']);
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

test('without --send nothing is sent; without a server it says so in one line', async () => {
  subscribe('dry', 2);
  const out = path.join(folder, 'dry', 'out');
  const dry = await runEmail('dry', 1, ['--out', out]);
  assert.equal(dry.code, 0, dry.text);
  assert.match(dry.text, /2 \.eml files in .*2025-03-14\/\nNothing was sent\./);
  assert.match(readFileSync(path.join(out, '2025-03-14', '0002.eml'), 'utf8'), /reader-1@example/);
  const unreachable = await runEmail('dry', 1);
  assert.equal(unreachable.code, 1);
  assert.match(unreachable.text, /\nNo mail server at 127\.0\.0\.1:1 [^\n]*ECONNREFUSED[^\n]*\n$/);
});

test('since the last one: nothing goes out twice', async () => {
  subscribe('since', 1);
  const server = await startServer({});
  await runEmail('since', server.port, ['--send', '--since-last']);
  const second = await runEmail('since', server.port, ['--send', '--since-last']);
  await server.close();
  assert.equal(second.text, 'Nothing new since the last one.\n');
  assert.equal(server.inbox.get(reader(0))?.length, 1);
});

test('hung up on while it logs in, it tries again, and says so in the end', async () => {
  subscribe('login', 1);
  let logins = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (_auth, session) => {
      logins += 1;
      for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
    },
  });
  const sockets = new Set<Socket>();
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const { code, text } = await runEmail('login', port, ['--send'], oneDay, {
    SMTP_USER: 'ada',
    SMTP_PASSWORD: 'secret',
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  assert.equal(code, 1, text);
  assert.match(text, /\nConnection closed unexpectedly\n$/);
  assert.equal(logins, 3);
  assert.ok(!existsSync(path.join(folder, 'login', 'ledger.ndjson.lock')));
});

test('one mailbox that is full for good keeps nobody from the next digest', async () => {
  subscribe('full', 2);
  const server = await startServer({
    atRecipient: (address) => (address === reader(1) ? 452 : undefined),
  });
  const run = (digest: string) => runEmail('full', server.port, ['--send', '--since-last'], digest);
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
  const { code, text } = await runEmail('locked', 1, ['--send', '--since-last']);
  assert.equal(code, 1);
  assert.match(text, /^Another run \(process \d+\) is sending/);
  assert.ok(existsSync(`${ledger}.lock`));
});

test('written mails take the place of earlier ones alone; a folder is no list of subscribers', async () => {
  const out = path.join(folder, 'written');
  const mails = path.join(out, '2025-03-14');
  mkdirSync(mails, { recursive: true });
  for (const name of ['0001.eml', '0099.eml', 'thesis.txt'])
    writeFileSync(path.join(mails, name), 'old');
  subscribe('written', 2);
  const { code, text } = await runEmail('written', 1, ['--out', out]);
  assert.equal(code, 0, text);
  assert.deepEqual(readdirSync(mails), ['0001.eml', '0002.eml', 'thesis.txt']);
  assert.notEqual(readFileSync(path.join(mails, '0001.eml'), 'utf8'), 'old');

  const refused = await runEmail('written', 1, ['--out', out, '--to', folder]);
  assert.equal(refused.code, 1);
  assert.match(refused.text, /expected a file, not a folder/);
});

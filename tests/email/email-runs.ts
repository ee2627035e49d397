import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toStoredLine } from '../../src/site/stored-papers.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { entries, makeSource } from '../site/feeds/make-source.ts';

/** Holds a folder for each list of subscribers, its ledger beside it. */
export const folder = temporaryFolder();

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

export const oneDay = publish('digest', { '2025-03-14': entries(3) });
export const twoDays = publish('digest-of-two', {
  '2025-03-14': entries(3),
  '2025-03-21': [{ title: 'A Later Paper', abstract: 'It came in a week after the others.' }],
});

interface RunOptions {
  args?: readonly string[];
  digestDir?: string;
  env?: NodeJS.ProcessEnv;
}

/** `email` for the subscribers of that name, by a server on that port. */
export function startEmail(
  name: string,
  port: number,
  { args = ['--send'], digestDir = oneDay, env = {} }: RunOptions = {},
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
      ...env,
    },
  });
}

/** The same until it ends: its exit code, and what it said. */
export async function runEmail(name: string, port: number, options?: RunOptions) {
  const child = startEmail(name, port, options);
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  // Not `exit`, after which the last of what it said may still be on its way.
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

/** Makes a list of so many subscribers, and returns their addresses. */
export function subscribe(name: string, count: number): string[] {
  const addresses = Array.from({ length: count }, (_, index) => reader(index));
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'subscribers.txt'), `${addresses.join('\n')}\n`);
  return addresses;
}

export const reader = (index: number) => `reader-${index}@example.org`;

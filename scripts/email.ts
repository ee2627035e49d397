import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildMessage, type MessageFrame } from '../src/email/build-message.ts';
import { composeDigest } from '../src/email/compose-digest.ts';
import { readEmailSettings } from '../src/email/email-settings.ts';
import { openLedger } from '../src/email/ledger.ts';
import { previewEmail } from '../src/email/preview-server.ts';
import {
  newestDay,
  selectPapers,
  sinceLast,
  type Selection,
  type Span,
} from '../src/email/select-papers.ts';
import { sendDigest, type SendReport } from '../src/email/send-digest.ts';
import { parseSubscribers, type Subscriber } from '../src/email/subscribers.ts';
import { readFeedSource } from '../src/site/feeds/feed-source.ts';
import { siteUrl } from '../src/site/settings.ts';
import { countOf } from '../src/site/wording.ts';
import { lockFile } from './lock-file.ts';
import { faultOfSiteUrl } from './site-address.ts';

const USAGE = `Usage: npm run email -- [--date 2025-03-14 | --since-last] [--topic ID] [options]

Writes the newest digest (or that of a date, or all since the last one sent) as .eml files.

  --topic ID          only papers on this topic
  --to FILE           the subscribers, one address a line (default: .email/subscribers.txt)
  --out FOLDER        where the .eml files go (default: .email)
  --preview           shows the mail on http://localhost:4322 (PORT)
  --send              sends it over SMTP; see docs/email.md for the settings
  --resend-in-doubt   with --send: also to those of whom nobody knows whether they got it`;

const PREVIEW_PORT = 4322;
/** Sends the mails that are only looked at, where nobody is named. */
const STRANGER = 'digest@example.org';

try {
  await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

async function main(): Promise<void> {
  const options = readOptions();
  const fault = faultOfSiteUrl();
  if (fault) fail(fault);
  const source = readFeedSource();
  const topic = source.topics.find(({ id }) => id === options.topic);
  if (options.topic && !topic) {
    const known = source.topics.map(({ id }) => id).join(', ');
    fail(`Unexpected topic \`${options.topic}\`, expected one of: ${known}`);
  }
  const ledgerFile = process.env['EMAIL_LEDGER'] ?? path.join('.email', 'ledger.ndjson');
  const ledger = openLedger(ledgerFile);
  const span: Span | undefined = options.date
    ? { on: options.date }
    : options['since-last']
      ? sinceLast(source.papers, ledger, topic)
      : newestDay(source.papers, topic);
  const selection = span && selectPapers(source.papers, span, topic);
  if (!selection) {
    console.error(options['since-last'] ? 'Nothing new since the last one.' : 'No papers to send.');
    return;
  }
  const frame: MessageFrame = {
    digest: composeDigest(selection, source),
    site: source.settings,
    settings: readEmailSettings(process.env, source.settings, options.send ? undefined : STRANGER),
    date: options.send ? new Date() : new Date(`${selection.to}T00:00:00Z`),
  };
  if (options.send && !siteUrl) {
    fail('Set SITE_URL, or `url` in content/site.yaml: the links of a mail lead to the site.');
  }
  const subscribers = readSubscribers(options.to, options.send);
  console.error(`“${frame.digest.subject}”: ${countOf(selection.papers.length, 'paper')}.`);
  if (options.send) {
    mkdirSync(path.dirname(path.resolve(ledgerFile)), { recursive: true });
    const unlock = lockFile(`${ledgerFile}.lock`);
    try {
      // Opened again under the lock: another run may have ended in between.
      await send(selection, frame, subscribers, openLedger(ledgerFile), options['resend-in-doubt']);
    } finally {
      unlock();
    }
    return;
  }
  const recipients = subscribers.length > 0 ? subscribers : [frame.settings.from];
  await writeMessages(path.join(options.out, selection.id), frame, recipients);
  if (options.preview) await preview(frame, recipients[0]!);
  else console.error('Nothing was sent. With --preview you see it, with --send it goes out.');
}

async function send(
  { id, series, after, to }: Selection,
  frame: MessageFrame,
  subscribers: Subscriber[],
  ledger: ReturnType<typeof openLedger>,
  resendInDoubt: boolean,
): Promise<void> {
  const whole = { digest: id, series, ...(after !== undefined && { after }), to };
  ledger.append({ event: 'begun', ...whole });
  const report = await sendDigest({ frame, subscribers, ledger, resendInDoubt, progress });
  if (report.deferred.length === 0) ledger.append({ event: 'finished', ...whole });
  ledger.close();
  printReport(report);
  process.exitCode = report.deferred.length > 0 ? 1 : 0;
}

async function writeMessages(
  folder: string,
  frame: MessageFrame,
  recipients: readonly Subscriber[],
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, recipient] of recipients.entries()) {
    const name = `${String(index + 1).padStart(4, '0')}.eml`;
    writeFileSync(path.join(folder, name), await buildMessage(frame, recipient));
  }
  console.error(`${countOf(recipients.length, '.eml file')} in ${folder}/`);
}

async function preview(frame: MessageFrame, recipient: Subscriber): Promise<void> {
  const port = Number(process.env['PORT'] ?? PREVIEW_PORT);
  await previewEmail(frame.digest, await buildMessage(frame, recipient), port);
  console.error(`The mail is at http://localhost:${port}/ (/text, /source). Ctrl-C stops it.`);
}

function readSubscribers(file: string, needed: boolean): Subscriber[] {
  if (!existsSync(file)) {
    if (needed)
      fail(`There is no ${file}. Put one address on each line, or name a file with --to.`);
    return [];
  }
  const { subscribers, problems } = parseSubscribers(readFileSync(file, 'utf8'));
  for (const problem of problems) console.error(`${file}, ${problem}`);
  if (needed && subscribers.length === 0) fail(`There is no address in ${file}.`);
  return subscribers;
}

function progress(done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`);
  else if ((done > 0 && done % 100 === 0) || done === total) console.error(`${done} of ${total}`);
}

function printReport({ sent, before, refused, deferred, inDoubt }: SendReport): void {
  console.error(`${sent} sent, ${before} had been settled before.`);
  for (const [list, says] of [
    [refused, 'refused; take them off the list'],
    [deferred, 'not taken; run the same command again to try once more'],
    [inDoubt, 'in doubt; --resend-in-doubt sends to them again'],
  ] as const) {
    if (list.length > 0) console.error(`${list.length} ${says}:\n  ${list.join('\n  ')}`);
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        date: { type: 'string' },
        'since-last': { type: 'boolean', default: false },
        topic: { type: 'string' },
        to: {
          type: 'string',
          default: process.env['EMAIL_SUBSCRIBERS'] ?? path.join('.email', 'subscribers.txt'),
        },
        out: { type: 'string', default: '.email' },
        preview: { type: 'boolean', default: false },
        send: { type: 'boolean', default: false },
        'resend-in-doubt': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (values.date && values['since-last']) fail('Give --date or --since-last, not both.');
    if (values.date && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
      fail(`Unexpected date \`${values.date}\`, expected a day: 2025-03-14`);
    }
    return values;
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

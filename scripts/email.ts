import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildMessage, type MessageFrame } from '../src/email/build-message.ts';
import { composeDigest } from '../src/email/compose-digest.ts';
import { readEmailSettings, type EmailSettings } from '../src/email/email-settings.ts';
import { openLedger, type Ledger } from '../src/email/ledger.ts';
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
import { OperatorFault } from '../src/site/operator-fault.ts';
import { readFeedSource } from '../src/site/feeds/feed-source.ts';
import type { FeedSource } from '../src/site/feeds/feed.ts';
import { siteUrl } from '../src/site/settings.ts';
import { countOf } from '../src/site/wording.ts';
import { lockFile } from './lock-file.ts';
import { readBytes } from './read-dump.ts';
import { runScript } from './run-script.ts';
import { faultOfPort, faultOfSiteUrl, portOr } from './site-address.ts';

const USAGE = `Usage: npm run email -- [--date 2025-03-14 | --since-last] [--topic ID] [options]

Writes the newest digest (or that of a date, or all since the last one sent) as .eml files.

  --topic ID          only papers on this topic
  --to FILE           the subscribers, one address a line (default: .email/subscribers.txt)
  --out FOLDER        where the .eml files go (default: .email)
  --preview           shows the mail on http://localhost:4322 (PORT)
  --send              sends it over SMTP; see docs/email.md for the settings
  --resend-in-doubt   with --send: also to those of whom nobody knows whether they got it`;

type Options = ReturnType<typeof readOptions>;

const PREVIEW_PORT = 4322;
/** "0001.eml" */
const EML = /^\d{4,}\.eml$/;
/** Sends the mails that are only looked at, where nobody is named. */
const STRANGER = 'digest@example.org';

await runScript(USAGE, main, '.email/');

async function main(): Promise<void> {
  const options = readOptions();
  const fault = faultOfSiteUrl() ?? (options.preview ? faultOfPort() : undefined);
  if (fault) throw new OperatorFault(fault);
  const ledgerFile = process.env['EMAIL_LEDGER'] || path.join('.email', 'ledger.ndjson');
  if (!options.send) return showDigests(options, openLedger(ledgerFile));
  mkdirSync(path.dirname(path.resolve(ledgerFile)), { recursive: true });
  // Before the ledger is read: what another run has sent meanwhile stands in it.
  const unlock = lockFile(`${ledgerFile}.lock`);
  try {
    await sendDigests(options, openLedger(ledgerFile));
  } finally {
    unlock();
  }
}

/** Writes the mails of the digests that are asked for as files; shows the last one on demand. */
async function showDigests(options: Options, ledger: Ledger): Promise<void> {
  const source = readFeedSource();
  const selections = select(source, options, ledger);
  if (selections.length === 0) return;
  const settings = readEmailSettings(process.env, source.settings, STRANGER);
  const subscribers = readSubscribers(options.to);
  const recipients = subscribers.length > 0 ? subscribers : [settings.from];
  for (const selection of selections) {
    const frame = frameOf(selection, source, settings, new Date(`${selection.to}T00:00:00Z`));
    await writeMessages(path.join(options.out, selection.id), frame, recipients);
    if (options.preview && selection === selections.at(-1)) await preview(frame, recipients[0]!);
  }
  if (!options.preview)
    console.error('Nothing was sent. With --preview you see it, with --send it goes out.');
}

/** Sends the digests that are asked for, one after the other. */
async function sendDigests(options: Options, ledger: Ledger): Promise<void> {
  const source = readFeedSource();
  const selections = select(source, options, ledger);
  if (selections.length === 0) return;
  const settings = readEmailSettings(process.env, source.settings);
  if (!siteUrl)
    throw new OperatorFault(
      'Set SITE_URL, or `url` in content/site.yaml: the links of a mail lead to the site.',
    );
  const subscribers = readSubscribers(options.to);
  if (subscribers.length === 0)
    throw new OperatorFault(
      `There is no address in ${options.to}. Put one on each line, or name a file with --to.`,
    );
  for (const selection of selections) {
    const frame = frameOf(selection, source, settings, new Date());
    await send(selection, frame, subscribers, ledger, options['resend-in-doubt']);
  }
  ledger.close();
}

/** The papers of each digest that is asked for; says so where there are none. */
function select(source: FeedSource, options: Options, ledger: Ledger): Selection[] {
  const topic = source.topics.find(({ id }) => id === options.topic);
  if (options.topic && !topic) {
    const known = source.topics.map(({ id }) => id).join(', ');
    throw new OperatorFault(`Unexpected topic \`${options.topic}\`, expected one of: ${known}`);
  }
  const newest = newestDay(source.papers, topic);
  let spans: Span[] = newest ? [newest] : [];
  if (options.date) spans = [{ on: options.date }];
  else if (options['since-last']) spans = sinceLast(source.papers, ledger, topic);
  const selections = spans.flatMap((span) => selectPapers(source.papers, span, topic) ?? []);
  if (selections.length === 0) console.error(sayNone(options, newest));
  return selections;
}

function sayNone(options: Options, newest: ReturnType<typeof newestDay>): string {
  if (options['since-last']) return 'Nothing new since the last one.';
  if (!options.date || !newest) return 'No papers to send.';
  return `No papers of ${options.date}; the newest are of ${newest.on}.`;
}

function frameOf(
  selection: Selection,
  source: FeedSource,
  settings: EmailSettings,
  date: Date,
): MessageFrame {
  const digest = composeDigest(selection, source);
  console.error(`“${digest.subject}”: ${countOf(selection.papers.length, 'paper')}.`);
  return { digest, site: source.settings, settings, date };
}

async function send(
  { id, series, after, to }: Selection,
  frame: MessageFrame,
  subscribers: Subscriber[],
  ledger: Ledger,
  resendInDoubt: boolean,
): Promise<void> {
  const whole = { digest: id, series, ...(after !== undefined && { after }), to };
  ledger.append({ event: 'begun', ...whole });
  const report = await sendDigest({ frame, subscribers, ledger, resendInDoubt, progress });
  if (report.deferred.length === 0) ledger.append({ event: 'finished', ...whole });
  else process.exitCode = 1;
  printReport(report);
}

async function writeMessages(
  folder: string,
  frame: MessageFrame,
  recipients: readonly Subscriber[],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // Those of an earlier run; whatever else is there stays.
  for (const name of readdirSync(folder)) if (EML.test(name)) rmSync(path.join(folder, name));
  for (const [index, recipient] of recipients.entries()) {
    const name = `${String(index + 1).padStart(4, '0')}.eml`;
    writeFileSync(path.join(folder, name), await buildMessage(frame, recipient));
  }
  console.error(`${countOf(recipients.length, '.eml file')} in ${folder}/`);
}

async function preview(frame: MessageFrame, recipient: Subscriber): Promise<void> {
  const port = portOr(PREVIEW_PORT);
  const message = await buildMessage(frame, recipient);
  try {
    await previewEmail(frame.digest, message, port);
  } catch (error) {
    throw new OperatorFault(
      `The mail could not be shown on port ${port}: ${(error as Error).message}. Choose another with PORT=8080.`,
    );
  }
  console.error(`The mail is at http://localhost:${port}/ (/text, /source). Ctrl-C stops it.`);
}

/** None where there is no such file; lines that are no address are named. */
function readSubscribers(file: string): Subscriber[] {
  if (!existsSync(file)) return [];
  const { subscribers, problems } = parseSubscribers(
    new TextDecoder().decode(readBytes(file, file)),
  );
  for (const problem of problems) console.error(`${file}, ${problem}`);
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
  const { values } = parseArgs({
    options: {
      date: { type: 'string' },
      'since-last': { type: 'boolean', default: false },
      topic: { type: 'string' },
      to: {
        type: 'string',
        default: process.env['EMAIL_SUBSCRIBERS'] || path.join('.email', 'subscribers.txt'),
      },
      out: { type: 'string', default: '.email' },
      preview: { type: 'boolean', default: false },
      send: { type: 'boolean', default: false },
      'resend-in-doubt': { type: 'boolean', default: false },
    },
  });
  if (values.date && values['since-last'])
    throw new OperatorFault('Give --date or --since-last, not both.');
  if (values.date && !/^\d{4}-\d{2}-\d{2}$/.test(values.date))
    throw new OperatorFault(`Unexpected date \`${values.date}\`, expected a day: 2025-03-14`);
  return values;
}

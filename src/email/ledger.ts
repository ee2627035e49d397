import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { OperatorFault } from '../site/operator-fault.ts';

/**
 * What has been sent to whom, one JSON object a line, only ever appended to. Addresses stand in it
 * as hashes: the file may be kept in a repository.
 *
 * - `begun`, `finished`: a digest as a whole; `to` is the day up to which it covers its series.
 * - `intent`: all of a message is at the server but its last line. Written to the disk before that
 *   line leaves.
 * - `sent`: the server has taken it. `refused`: the server says that there is no such recipient.
 *   `deferred`: the server has answered, and has not taken it. Each of them settles an `intent`.
 *
 * An intent that nothing settles means that the run was killed, or the connection lost, between
 * the last line and the answer: nobody can know whether the message went out.
 */
type LedgerEvent = DigestEvent | RecipientEvent;

interface DigestEvent {
  event: 'begun' | 'finished';
  digest: string;
  series: string;
  /** The days covered: after `after` (if any), up to and with `to`. */
  after?: string;
  to: string;
}

interface RecipientEvent {
  event: 'intent' | 'sent' | 'deferred' | 'refused';
  digest: string;
  who: string;
  /** The answer of the server. */
  code?: number;
}

/** What is known of one recipient of one digest. */
type Fate = 'open' | 'sent' | 'refused' | 'in-doubt';

export interface Ledger {
  fateOf(digest: string, who: string): Fate;
  /** The day up to which digests of a series were begun, finished or not. */
  coveredTo(series: string): string | undefined;
  /** The digests of the series that were begun and not finished, in the order in which they were. */
  unfinished(series: string): DigestEvent[];
  /** The event is on the disk when it returns. */
  append(event: LedgerEvent): void;
  close(): void;
}

/** The ledger in `file`; it is made with the first event. A last line torn by a crash is dropped. */
export function openLedger(file: string): Ledger {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const digests: DigestEvent[] = [];
  const fates = new Map<string, Fate>();
  const record = (event: LedgerEvent) =>
    'who' in event ? settle(fates, event) : void digests.push(event);
  for (const event of readEvents(whole, file)) record(event);
  let descriptor: number | undefined;
  return {
    fateOf: (digest, who) => fates.get(`${digest} ${who}`) ?? 'open',
    coveredTo: (series) =>
      digests
        .flatMap((each) => (each.series === series ? [each.to] : []))
        .toSorted()
        .at(-1),
    unfinished: (series) => {
      const finished = new Set(
        digests.flatMap(({ event, digest }) => (event === 'finished' ? [digest] : [])),
      );
      const open = digests.filter((each) => each.series === series && !finished.has(each.digest));
      return [...new Map(open.map((each) => [each.digest, each])).values()];
    },
    append: (event) => {
      descriptor ??= openForAppending(file, Buffer.byteLength(whole));
      writeFileSync(descriptor, `${JSON.stringify(event)}\n`);
      fsyncSync(descriptor);
      record(event);
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}

/** How the ledger and message ids name a recipient. */
export function recipientHash(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 32);
}

function readEvents(text: string, file: string): LedgerEvent[] {
  return text.split('\n').flatMap((line, index): LedgerEvent[] => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as LedgerEvent];
    } catch {
      throw new OperatorFault(
        `${file}:${index + 1}: unexpected text, expected a line of the ledger`,
      );
    }
  });
}

function settle(fates: Map<string, Fate>, { event, digest, who }: RecipientEvent): void {
  const name = `${digest} ${who}`;
  if (event === 'intent') fates.set(name, 'in-doubt');
  else if (event === 'deferred') fates.delete(name);
  else fates.set(name, event);
}

function openForAppending(file: string, wholeBytes: number): number {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  if (existsSync(file)) truncateSync(file, wholeBytes);
  return openSync(file, 'a', 0o600);
}

import { setTimeout as wait } from 'node:timers/promises';
import { buildMessage, type MessageFrame } from './build-message.ts';
import { recipientHash, type Ledger } from './ledger.ts';
import { SmtpError, SmtpSession, type Delivery } from './smtp-session.ts';
import type { Subscriber } from './subscribers.ts';

/** What the run has done; the lists hold addresses with the reason. */
export interface SendReport {
  sent: number;
  /** Settled in an earlier run. */
  before: number;
  refused: string[];
  /** Not taken in this run; the next run tries them again. */
  deferred: string[];
  /** Sent or not, nobody knows; not sent again unless asked for. */
  inDoubt: string[];
}

export interface SendOptions {
  frame: MessageFrame;
  subscribers: readonly Subscriber[];
  ledger: Ledger;
  /** Send again to those in doubt. */
  resendInDoubt?: boolean;
  /** Called after each message with the number of those whose lot is settled, and of all. */
  progress?: (done: number, total: number) => void;
}

/**
 * Sends a digest to everybody who has not got it, one message each. Killed at any moment and run
 * again, it goes on where it was. Temporary failures are tried again after `retrySeconds`. Throws
 * `SmtpError` when the server cannot be reached, or will not have the sender.
 *
 * Nobody gets a digest twice: an `intent` is on the disk before the line that lets the server take
 * a message, and one without an answer is not sent again. The price is that a message may be
 * missing if the machine dies within that one exchange; then the recipient is listed `inDoubt`.
 */
export async function sendDigest(options: SendOptions): Promise<SendReport> {
  const { frame, subscribers, ledger, resendInDoubt, progress } = options;
  const report: SendReport = { sent: 0, before: 0, refused: [], deferred: [], inDoubt: [] };
  let open: Subscriber[] = [];
  for (const subscriber of subscribers) {
    const fate = ledger.fateOf(frame.digest.id, recipientHash(subscriber.address));
    if (fate === 'open' || (fate === 'in-doubt' && resendInDoubt)) open.push(subscriber);
    else if (fate === 'in-doubt')
      report.inDoubt.push(`${subscriber.address}: an earlier run ended`);
    else report.before += 1;
  }
  const line = new SmtpLine(frame);
  try {
    for (const seconds of [0, ...frame.settings.retrySeconds]) {
      if (open.length === 0) break;
      await wait(seconds * 1000);
      report.deferred = [];
      const again: Subscriber[] = [];
      for (const [at, subscriber] of open.entries()) {
        const delivery = await deliver(line, subscriber, options);
        if (note(report, subscriber, delivery)) again.push(subscriber);
        const left = open.length - at - 1 + again.length;
        progress?.(subscribers.length - left, subscribers.length);
      }
      open = again;
    }
  } finally {
    line.close();
  }
  return report;
}

async function deliver(
  line: SmtpLine,
  to: Subscriber,
  { frame, ledger }: SendOptions,
): Promise<Delivery> {
  const who = recipientHash(to.address);
  const digest = frame.digest.id;
  const message = await buildMessage(frame, to);
  const session = await line.session();
  const delivery = await session.deliver(
    { from: frame.settings.from.address, to: to.address },
    message,
    () => ledger.append({ event: 'intent', digest, who }),
  );
  if (delivery.outcome === 'refused') {
    ledger.append({ event: 'refused', digest, who, code: delivery.code });
  } else if (delivery.outcome !== 'in-doubt') {
    ledger.append({ event: delivery.outcome, digest, who });
  }
  return delivery;
}

/** Counts a delivery; true when it should be tried again. */
function note(report: SendReport, { address }: Subscriber, delivery: Delivery): boolean {
  if (delivery.outcome === 'sent') report.sent += 1;
  else if (delivery.outcome === 'refused') report.refused.push(`${address}: ${delivery.reason}`);
  else if (delivery.outcome === 'in-doubt') report.inDoubt.push(`${address}: ${delivery.reason}`);
  else report.deferred.push(`${address}: ${delivery.reason}`);
  return delivery.outcome === 'deferred';
}

/** A session that is opened when it is needed, and again when the server has closed it. */
class SmtpLine {
  readonly #frame: MessageFrame;
  #session: SmtpSession | undefined;

  constructor(frame: MessageFrame) {
    this.#frame = frame;
  }

  async session(): Promise<SmtpSession> {
    if (this.#session?.isOpen) return this.#session;
    const { smtp, retrySeconds } = this.#frame.settings;
    for (const seconds of [...retrySeconds, undefined]) {
      try {
        this.#session = await SmtpSession.open(smtp);
        return this.#session;
      } catch (error) {
        if (!(error instanceof SmtpError) || !error.temporary || seconds === undefined) throw error;
        await wait(seconds * 1000);
      }
    }
    throw new Error('unreachable');
  }

  close(): void {
    this.#session?.close();
  }
}

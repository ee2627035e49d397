import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { OperatorFault } from '../site/operator-fault.ts';
import type { EmailSettings } from './email-settings.ts';

/** What became of one message. */
export type Delivery =
  /** The server has taken it. */
  | { outcome: 'sent' }
  /** There is no such recipient, for good. */
  | { outcome: 'refused'; code: number; reason: string }
  /** Not taken; another time it may be. */
  | { outcome: 'deferred'; reason: string }
  /** The connection ended between the last line and the answer: taken or not, nobody knows. */
  | { outcome: 'in-doubt'; reason: string };

/** What concerns all messages: the server cannot be reached, or will not have this sender. */
export class SmtpError extends OperatorFault {
  /** Whether another attempt may succeed. */
  readonly temporary: boolean;

  /** `server` is the one that gave no answer, where that is the failure. */
  constructor({ message, responseCode }: SmtpFailure, server?: string) {
    const isSilent = server !== undefined && responseCode === undefined;
    super(isSilent ? `No mail server at ${server} (SMTP_HOST, SMTP_PORT): ${message}` : message);
    this.temporary = responseCode === undefined || responseCode < 500;
  }
}

interface SmtpFailure extends Error {
  responseCode?: number | undefined;
  command?: string | undefined;
}

type Done = (error?: SmtpFailure | null) => void;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * One connection to the mail server, one message at a time. (nodemailer's own transports send again
 * by themselves after a lost connection; nothing may be sent here that the ledger does not know.)
 */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #ended: Promise<void>;
  #open = true;

  private constructor(connection: SMTPConnection) {
    this.#connection = connection;
    this.#ended = new Promise((resolve) => {
      connection.once('end', () => {
        this.#open = false;
        resolve();
      });
    });
  }

  /** Connects and logs in. Throws `SmtpError`. */
  static async open({ host, port, user, password }: EmailSettings['smtp']): Promise<SmtpSession> {
    const local = LOOPBACK.has(host);
    const connection = new SMTPConnection({
      host,
      port,
      secure: port === 465,
      // Neither passwords nor addresses travel in the clear to another machine.
      requireTLS: !local,
      ignoreTLS: local,
      connectionTimeout: 30_000,
      socketTimeout: 120_000,
    });
    const session = new SmtpSession(connection);
    const step = (begin: (done: Done) => void, server?: string) =>
      new Promise<void>((resolve, reject) => {
        const fail = (error: SmtpFailure) => reject(new SmtpError(error, server));
        // A connection that fails in the midst of a step tells nobody else.
        connection.on('error', fail);
        begin((error) => (error ? fail(error) : resolve()));
      });
    try {
      await step((done) => connection.connect(done), `${host}:${port}`);
      if (user === undefined) return session;
      const credentials = { user, pass: password ?? '' };
      await step((done) => connection.login({ credentials }, done));
      return session;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /**
   * Sends one message. `beforeLastLine` runs when all of it but the line that ends it has been
   * handed over; a server takes nothing before that line. Throws `SmtpError`.
   */
  async deliver(
    envelope: { from: string; to: string },
    message: Buffer,
    beforeLastLine: () => void,
  ): Promise<Delivery> {
    let lastLineGone = false;
    const body = endingWith(message, () => {
      if (!this.#open) return;
      beforeLastLine();
      lastLineGone = true;
    });
    const failure = await new Promise<SmtpFailure | undefined>((resolve) => {
      this.#connection.send(envelope, body, (error) => resolve(error ?? undefined));
    });
    if (!failure) return { outcome: 'sent' };
    if (body.errored) {
      // Within the message: whatever is said now would become part of it.
      this.#connection.close();
      throw body.errored;
    }
    const { responseCode: code, command, message: reason } = failure;
    if (code === undefined && lastLineGone) return { outcome: 'in-doubt', reason };
    if (code !== undefined && command === 'MAIL FROM') throw new SmtpError(failure);
    await this.#reset();
    return code !== undefined && code >= 500 && command === 'RCPT TO'
      ? { outcome: 'refused', code, reason }
      : { outcome: 'deferred', reason };
  }

  close(): void {
    if (this.#open) this.#connection.quit();
    this.#open = false;
  }

  /** Ready for the next message, or closed. */
  async #reset(): Promise<void> {
    if (!this.#open) return;
    const done = new Promise<void>((resolve) => {
      this.#connection.reset((error) => {
        if (error) this.close();
        resolve();
      });
    });
    await Promise.race([done, this.#ended]);
  }
}

/** The message as a stream that calls `beforeEnd` after its last byte and before its end. */
function endingWith(message: Buffer, beforeEnd: () => void): Readable {
  let given = false;
  return new Readable({
    read() {
      if (given) {
        // A turn later: a connection that has just been lost is known as such before the end.
        setImmediate(() => {
          try {
            beforeEnd();
            this.push(null);
          } catch (error) {
            this.destroy(error as Error);
          }
        });
      } else {
        given = true;
        this.push(message);
      }
    },
  });
}

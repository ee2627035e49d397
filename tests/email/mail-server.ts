import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How a mail server misbehaves; most are called with the recipient's address. */
interface Faults {
  /** Called at each login, in the midst of which it hangs up; without it nobody logs in. */
  atLogin?: () => void;
  /** The code to refuse a recipient with, or `hang-up`. */
  atRecipient?: (address: string) => number | 'hang-up' | undefined;
  /** Whether to hang up when a message has come whole, instead of taking it. */
  atLastLine?: (address: string) => boolean;
  /** Called when a message was taken, before the answer goes. */
  afterTaking?: (address: string) => void;
}

/** A mail server, and what it has taken for whom. */
export async function startServer({ atLogin, atRecipient, atLastLine, afterTaking }: Faults) {
  const inbox = new Map<string, string[]>();
  const sockets = new Set<Socket>();
  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  const server = new SMTPServer({
    disabledCommands: atLogin ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth() {
      atLogin?.();
      hangUp();
    },
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

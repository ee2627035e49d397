import { createServer, type Server } from 'node:http';
import type { EmailDigest } from './compose-digest.ts';

/**
 * Shows a mail in a browser: `/` as HTML, `/text` as plain text, `/source` as it goes over the
 * wire. Resolves when it listens on `port` of this machine.
 */
export function previewEmail(digest: EmailDigest, message: Buffer, port: number): Promise<Server> {
  const views: Record<string, [type: string, body: string | Buffer]> = {
    '/': ['text/html', digest.html],
    '/text': ['text/plain', digest.text],
    '/source': ['text/plain', message],
  };
  const server = createServer((request, response) => {
    const view = views[request.url ?? ''];
    response.writeHead(view ? 200 : 404, {
      'Content-Type': `${view?.[0] ?? 'text/plain'}; charset=utf-8`,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(view?.[1] ?? 'The mail is at /, /text and /source.\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

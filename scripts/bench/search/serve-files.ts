import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.xml': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
/** Compressed by their own format. */
const PACKED: Record<string, string> = { '.woff2': 'font/woff2', '.png': 'image/png' };

/** A server that compresses as hosts do, with gzip, and counts what it sends. */
export interface CountingServer {
  url: string;
  /** Compressed bytes of each answer since the last call, by path. */
  takeSent: () => { path: string; bytes: number }[];
  stop: () => void;
}

/** Serves files from memory, by path, before those of a folder. */
export async function serveFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  folder?: string,
): Promise<CountingServer> {
  let sent: { path: string; bytes: number }[] = [];
  // Compressed beforehand: a host does not make its readers wait for that.
  const compressed = new Map([...files].map(([name, content]) => [name, gzipSync(content)]));
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
    const content = files.get(name) ?? readFrom(folder, name);
    if (content === undefined) return response.writeHead(404).end();
    const packedType = PACKED[path.extname(name)];
    const body = compressed.get(name) ?? (packedType ? Buffer.from(content) : gzipSync(content));
    compressed.set(name, body);
    sent.push({ path: name, bytes: body.length });
    const type =
      packedType ??
      TYPES[path.extname(name)] ??
      (name.endsWith('/') ? TYPES['.html']! : 'application/octet-stream');
    return response
      .writeHead(200, { 'Content-Type': type, ...(!packedType && { 'Content-Encoding': 'gzip' }) })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    takeSent: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    stop: () => server.close(),
  };
}

function readFrom(folder: string | undefined, name: string): Uint8Array | undefined {
  if (!folder) return undefined;
  const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}

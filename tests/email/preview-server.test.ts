import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { previewEmail } from '../../src/email/preview-server.ts';

test('a mail in the browser: as HTML, as text, as its source, and no script in it', async () => {
  const digest = { id: 'd', subject: 's', html: '<p>Title</p>', text: 'Title' };
  const server = await previewEmail(digest, Buffer.from('Subject: s\r\n\r\nTitle'), 0);
  const { port } = server.address() as AddressInfo;
  const read = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, response.headers.get('content-type'), await response.text()];
  };
  assert.deepEqual(await read('/'), [200, 'text/html; charset=utf-8', '<p>Title</p>']);
  assert.deepEqual(await read('/text'), [200, 'text/plain; charset=utf-8', 'Title']);
  assert.deepEqual((await read('/source'))[2], 'Subject: s\r\n\r\nTitle');
  assert.equal((await read('/other'))[0], 404);
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  assert.match(headers.get('content-security-policy')!, /^default-src 'none'/);
  server.close();
});

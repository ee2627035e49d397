import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildMessage } from '../../src/email/build-message.ts';
import { composeDigest } from '../../src/email/compose-digest.ts';
import { readEmailSettings } from '../../src/email/email-settings.ts';
import { selectPapers } from '../../src/email/select-papers.ts';
import { entries, makeSource } from '../site/feeds/make-source.ts';

const DAY = '2025-03-14';
const ADA = { address: 'ada@example.org', name: 'Ada Lovelace' };

function digestOf(source: ReturnType<typeof makeSource>) {
  return composeDigest(selectPapers(source.papers, { on: DAY })!, source);
}

async function messageOf(source: ReturnType<typeof makeSource>, environment = {}): Promise<string> {
  const settings = readEmailSettings(
    { EMAIL_FROM: 'digest@example.org', ...environment },
    source.settings,
  );
  const date = new Date('2025-03-14T00:00:00Z');
  const frame = { digest: digestOf(source), site: source.settings, settings, date };
  return (await buildMessage(frame, ADA)).toString('utf8');
}

/** The names of the headers, in lower case. */
function headerNames(message: string): string[] {
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
  return head.split('\r\n').map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
}

test('text and HTML of a digest, by topic, with links back', () => {
  const { subject, text, html } = digestOf(makeSource({ [DAY]: entries(2) }));
  assert.equal(subject, 'Circuits & <Bits> · 14 March 2025');
  assert.match(text, /== Circuits & gates ==\n\nPaper Number 1 on Circuits\nWe study how/);
  assert.match(text, /\nhttps:\/\/example\.org\/papers\/paper-number-1-on-circuits\/\n/);
  assert.match(
    html,
    /<a href="https:\/\/example\.org\/papers\/paper-number-1-on-circuits\/" style/,
  );
  assert.match(html, /<meta name="color-scheme" content="light dark">/);
  assert.doesNotMatch(html, /<(table|img|style|script)|background|Bits>/);
});

test('papers without a topic stand by themselves, last', () => {
  const off = {
    title: 'On the Weather',
    abstract: 'We look out of the window every morning, and note in a book what we see.',
  };
  const mixed = digestOf(makeSource({ [DAY]: [off, ...entries(1)] }));
  assert.match(mixed.text, /^2 papers of 14 March 2025\.$/m);
  assert.match(mixed.text, /== Circuits & gates ==[^]*== Others ==\n\nOn the Weather\n/);
  assert.doesNotMatch(digestOf(makeSource({ [DAY]: [off] })).text, /==/);
});

test('the same message has the same bytes; it says how to stop', async () => {
  const source = makeSource({ [DAY]: entries(2) });
  const message = await messageOf(source);
  assert.equal(await messageOf(source), message);
  assert.match(message, /^Content-Type: multipart\/alternative;/m);
  assert.match(message, /^List-Unsubscribe: <mailto:digest@example\.org\?subject=unsubscribe>\r$/m);
  assert.match(message, /^Message-ID:\s+<2025-03-14\.[0-9a-f]{32}@example\.org>\r$/m);
  assert.ok(!headerNames(message).includes('list-unsubscribe-post'));
  const oneClick = await messageOf(source, {
    EMAIL_UNSUBSCRIBE: 'https://example.org/stop?who={address}',
    EMAIL_ONE_CLICK: 'yes',
  });
  assert.match(
    oneClick,
    /^List-Unsubscribe:\s+<https:\/\/example\.org\/stop\?who=ada%40example\.org>\r$/m,
  );
  assert.match(oneClick, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

for (const hostile of [
  'Title\r\nBcc: everybody@example.org',
  'Title\nX-Injected: yes\n\nBody',
  'Title\u0000\u2028Bcc: a@example.org',
  '"><script>alert(1)</script> <!-- unsubscribe -->',
]) {
  test(`no header and no element comes from ${JSON.stringify(hostile)}`, async () => {
    const plain = makeSource({ [DAY]: entries(1) });
    const page = plain.papers[0]!;
    const source = {
      ...plain,
      settings: { ...plain.settings, title: hostile },
      papers: [{ ...page, paper: { ...page.paper, titleText: hostile, abstractText: hostile } }],
    };
    const message = await messageOf(source);
    assert.deepEqual(headerNames(message), headerNames(await messageOf(plain)));
    const { html, subject } = digestOf(source);
    assert.doesNotMatch(subject, /\p{Cc}/u);
    assert.doesNotMatch(html, /<script/);
    assert.equal(html.split('<!-- unsubscribe -->').length, 2);
  });
}

test('settings: all that is wrong in one message', () => {
  const { settings } = makeSource({});
  assert.throws(() => readEmailSettings({}, settings), /There is no sender/);
  assert.equal(readEmailSettings({}, settings, 'a@example.org').from.address, 'a@example.org');
  assert.throws(
    () =>
      readEmailSettings(
        { EMAIL_FROM: 'nobody', SMTP_PORT: '0', EMAIL_UNSUBSCRIBE: 'javascript:1' },
        settings,
      ),
    /SMTP_PORT: expected a port.*\n.*EMAIL_FROM: expected an address.*\n.*EMAIL_UNSUBSCRIBE/,
  );
  assert.throws(
    () => readEmailSettings({ SMTP_PORT: 'smtp', EMAIL_ONE_CLICK: 'true' }, settings),
    /^Error: SMTP_PORT: expected a port from 1 to 65535\nEMAIL_ONE_CLICK: expected yes or no$/,
  );
  assert.throws(
    () => readEmailSettings({ EMAIL_FROM: 'a@example.org', SMTP_USER: 'ada' }, settings),
    /^Error: SMTP_PASSWORD: expected where SMTP_USER is set$/,
  );
  // RFC 8058 knows no other addresses.
  for (const unsubscribe of ['', 'mailto:leave@example.org'])
    assert.throws(
      () =>
        readEmailSettings(
          { EMAIL_UNSUBSCRIBE: unsubscribe, EMAIL_ONE_CLICK: 'yes' },
          settings,
          'a@example.org',
        ),
      /^Error: EMAIL_ONE_CLICK: expected an EMAIL_UNSUBSCRIBE of https:/,
    );
  assert.throws(
    () =>
      readEmailSettings({ EMAIL_UNSUBSCRIBE: 'https://[?{address}' }, settings, 'a@example.org'),
    /EMAIL_UNSUBSCRIBE: expected an address/,
  );
});

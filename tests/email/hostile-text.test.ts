import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildMessage } from '../../src/email/build-message.ts';
import { composeDigest } from '../../src/email/compose-digest.ts';
import { readEmailSettings } from '../../src/email/email-settings.ts';
import { selectPapers } from '../../src/email/select-papers.ts';
import { oneLine } from '../../src/site/feeds/one-line.ts';
import { ROWS } from '../digest/hostile-rows.ts';
import { NAUGHTY } from '../digest/naughty-strings.ts';
import { entries, makeSource } from '../site/feeds/make-source.ts';

const DAY = '2025-03-14';
const ADA = { address: 'ada@example.org', name: 'Ada Lovelace' };
const plain = makeSource({ [DAY]: entries(1) });
const settings = readEmailSettings({ EMAIL_FROM: 'digest@example.org' }, plain.settings);
const strings = [...Object.values(ROWS), ...Object.values(NAUGHTY)]
  .flat()
  .map((row) => (typeof row === 'string' ? row : row[0]));

/** `=?utf-8?B?…?=`, `=?UTF-8?Q?…?=` */
const ENCODED = /=\?utf-8\?([BQ])\?([^?]*)\?=/gi;

/** The headers of a message, unfolded, and the subject as a mail program shows it. */
function readHead(message: string) {
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const lines = head.split('\r\n');
  const subject = lines.find((line) => line.startsWith('Subject: '))!.slice('Subject: '.length);
  return {
    names: lines.map((line) => line.slice(0, line.indexOf(':'))),
    subject: subject
      .replace(/\?= (?==\?)/g, '?=')
      .replace(ENCODED, (_, kind: string, text: string) =>
        kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : fromQuoted(text),
      ),
  };
}

const fromQuoted = (text: string) =>
  decodeURIComponent(text.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%'));

const messageOf = async (source: typeof plain) => {
  const digest = composeDigest(selectPapers(source.papers, { on: DAY })!, source);
  const frame = { digest, site: source.settings, settings, date: new Date(0) };
  return { digest, head: readHead((await buildMessage(frame, ADA)).toString('utf8')) };
};
const elementsOf = (html: string) =>
  [...new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)/g), ([, name]) => name))].sort();

test('no string adds a header, a line of the subject or an element', async () => {
  const usual = await messageOf(plain);
  for (const text of strings) {
    const page = plain.papers[0]!;
    const { digest, head } = await messageOf({
      ...plain,
      settings: { ...plain.settings, title: `Digest ${text}` },
      papers: [{ ...page, paper: { ...page.paper, titleText: text, abstractText: text } }],
    });
    assert.deepEqual(elementsOf(digest.html), elementsOf(usual.digest.html));
    assert.doesNotMatch(digest.html, /<[^>]* (?:on\w+|src)=/);
    assert.deepEqual(head.names, usual.head.names);
    assert.equal(digest.subject, `${oneLine(`Digest ${text}`)} · 14 March 2025`);
    assert.equal(folded(head.subject), folded(digest.subject));
  }
});

const folded = (text: string) => text.replace(/\s+/g, ' ');

import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { buildDigest } from '../../../src/digest/build-digest.ts';
import { decodeDump } from '../../../src/digest/dump/decode-dump.ts';

const FILE = 'dumps/2025-03-14.txt';
const TITLE = 'Ordinary Title of a Paper';
const ABSTRACT =
  'We study how circuits behave when their weights are rounded, and this sentence is as long as those of real abstracts are, so that it is taken for one.';
const DUMP = `${TITLE}\n\n${ABSTRACT}\n`;

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const little = (text: string) => [...Buffer.from(text, 'utf16le')];
const big = (text: string) => [...Buffer.from(text, 'utf16le').swap16()];
/** UTF-32, little end first. */
const wide = (text: string) =>
  Array.from(text, (letter) => letter.codePointAt(0)!).flatMap((point) => [
    point & 0xff,
    (point >> 8) & 0xff,
    point >> 16,
    0,
  ]);
/** A dump whose title ends in these bytes. */
const ending = (...end: number[]) => bytes(`${TITLE} `, end, `\n\n${ABSTRACT}\n`);
/** A dump with other line ends. */
const ended = (sign: string) => bytes(DUMP.replaceAll('\n', sign));

/** Bytes; the title that is read, or none; what is reported, with its place. */
const ROWS: Record<string, [Buffer, title: string | undefined, ...reported: string[]]> = {
  'a byte order mark': [bytes([0xef, 0xbb, 0xbf], DUMP), TITLE],
  'two byte order marks': [
    bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], DUMP),
    TITLE,
    'characters-removed 1:2',
  ],
  'UTF-16 LE with its mark': [bytes([0xff, 0xfe], little(DUMP)), TITLE, 'dump-utf-16 1:1'],
  'UTF-16 BE with its mark': [bytes([0xfe, 0xff], big(DUMP)), TITLE, 'dump-utf-16 1:1'],
  'UTF-16 LE without': [bytes(little(DUMP)), TITLE, 'dump-utf-16 1:1'],
  'UTF-16 BE without': [bytes(big(DUMP)), TITLE, 'dump-utf-16 1:1'],
  'half a pair in UTF-16': [
    bytes([0xff, 0xfe], little(DUMP.replace('Paper', '\ud83d'))),
    'Ordinary Title of a \ufffd',
    'dump-utf-16 1:1',
    'broken-character 1:21',
  ],
  'UTF-32 LE with its mark': [
    bytes([0xff, 0xfe, 0, 0], wide(`\u{1d7d9} – ${DUMP}`)),
    undefined,
    'dump-not-text 1:1',
  ],
  'UTF-32 BE without': [bytes(wide(DUMP).toReversed()), undefined, 'dump-not-text 1:1'],
  'a cut sequence': [ending(0xf0, 0x9f, 0x98), `${TITLE} \ufffd`, 'dump-not-utf-8 1:27'],
  'surrogates in UTF-8': [
    ending(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
    `${TITLE} ${'\ufffd'.repeat(6)}`,
    'dump-not-utf-8 1:27',
  ],
  'an overlong slash': [ending(0xc0, 0xaf), `${TITLE} \ufffd\ufffd`, 'dump-not-utf-8 1:27'],
  'a byte that no text holds': [ending(0xff), `${TITLE} \ufffd`, 'dump-not-utf-8 1:27'],
  'zero bytes beside line ends in broken UTF-8': [
    bytes(`${TITLE} `, [0xff], '\n\0\n\0', ABSTRACT, '\n\0'),
    `${TITLE} \ufffd`,
    'dump-not-utf-8 1:27',
    'characters-removed 2:1',
  ],
  'Windows-1252': [
    bytes('Schr', [0xf6], 'dinger and Erd', [0xf6], `s\n\n${ABSTRACT}\n`),
    'Schrödinger and Erdös',
    'dump-windows-1252 1:1',
  ],
  'a NUL in a word': [bytes(DUMP.replace('Title', 'Ti\0tle')), TITLE, 'characters-removed 1:1'],
  'the end mark of DOS': [bytes(DUMP, [0x1a]), TITLE, 'characters-removed 4:1'],
  CRLF: [ended('\r\n'), TITLE],
  'the CR of old Macs': [ended('\r'), TITLE],
  'LF and CR the wrong way round': [ended('\n\r'), TITLE],
  'line ends of all kinds': [bytes(`${TITLE}\r\r\n${ABSTRACT}\n\r`), TITLE],
  'form feeds between lines': [bytes(`${TITLE}\n\f\n${ABSTRACT}\f`), TITLE],
  'form feeds and tabs between words': [bytes(DUMP.replaceAll(' ', ' \f\t\v')), TITLE],
  'next lines (0x85) between words': [bytes(DUMP.replaceAll(' ', '\u0085')), TITLE],
  'no line end but 0x85': [ended('\u0085'), TITLE],
  'no line end but U+2028': [ended('\u2028'), TITLE],
  'no line end but U+2029': [ended('\u2029'), TITLE],
  nothing: [bytes(), undefined, 'dump-empty 1:1'],
  'white space': [bytes(' \n\t\r\n'), undefined, 'dump-empty 1:1'],
  'a byte order mark alone': [bytes([0xef, 0xbb, 0xbf]), undefined, 'dump-empty 1:1'],
  'only NUL bytes': [Buffer.alloc(500), undefined, 'characters-removed 1:1', 'dump-empty 1:1'],
  'an old Word file': [
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    undefined,
    'dump-not-text 1:1',
  ],
  'a PDF': [bytes('%PDF-1.7\n', DUMP), undefined, 'dump-not-text 1:1'],
  noise: [
    Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * at * 31 + (at >> 3) * 13) % 256)),
    undefined,
    'dump-not-text 1:1',
  ],
};

for (const [what, [dump, title, ...reported]] of Object.entries(ROWS))
  test(`${what}: read, or refused, with the place`, () => {
    const { text, messages } = decodeDump(dump, FILE);
    const isRead = messages.every(({ severity }) => severity !== 'fatal');
    const digest = buildDigest({
      dumps: isRead ? [{ file: FILE, date: '2025-03-14', text }] : [],
      taxonomy: { topics: [] },
      metadata: {},
      corrections: {},
    });
    assert.deepEqual(
      digest.papers.map(({ record }) => [record.titleText, record.abstractText]),
      title === undefined ? [] : [[title, ABSTRACT]],
    );
    assert.deepEqual(
      [...messages, ...digest.messages].map(
        ({ rule, place: { file, line, column } }) => (
          assert.equal(file, FILE),
          `${rule} ${line}:${column}`
        ),
      ),
      reported,
    );
  });

const CHINESE =
  '图神经网络的量化\n\n我们研究量化如何改变图神经网络的性能，并在三个数据集上验证了这一方法。\n';
const WIDE: Record<string, string> = {
  Chinese: CHINESE,
  'Chinese and English': `${CHINESE}\n${DUMP}`,
  Japanese:
    'ガンマ線バーストの観測\n\nこの論文では、ガンマ線バーストの残光を観測した結果を報告する。\n',
  Korean: '양자 회로의 최적화\n\n우리는 양자 회로를 최적화하는 방법을 제안한다.\n',
  Russian: 'О квантовании сетей\n\nМы изучаем, как квантование весов меняет работу сетей.\n',
  'Chinese with an emoji 😀': `😀${CHINESE}`,
};

for (const [what, text] of Object.entries(WIDE))
  for (const [order, unit] of Object.entries({ LE: little(text), BE: big(text) }))
    test(`${what} in UTF-16 ${order} without a mark`, () => {
      const decoded = decodeDump(bytes(unit), FILE);
      assert.equal(decoded.text, text);
      assert.deepEqual(
        decoded.messages.map(({ rule }) => rule),
        ['dump-utf-16'],
      );
    });

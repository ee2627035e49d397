import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addToHash, EMPTY_HASH, WordMemo } from '../../src/digest/word-memo.ts';

function hashOf(word: string): number {
  let hash = EMPTY_HASH;
  for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at));
  return hash;
}

const ask = <Value>(memo: WordMemo<Value>, word: string, hash = hashOf(word)) =>
  memo.of(` ${word} `, 1, word.length + 1, hash);

test('each word has its own value, worked out once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 4 })), (words) => {
      let made = 0;
      const memo = new WordMemo((word) => {
        made += 1;
        return `=${word}`;
      });
      for (const word of [...words, ...words]) assert.equal(ask(memo, word), `=${word}`);
      assert.equal(made, new Set(words).size);
    }),
  );
});

test('words are told apart where their hashes meet, and many have room', () => {
  const memo = new WordMemo((word) => word);
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at}`);
  for (const word of words) assert.equal(ask(memo, word), word);
  for (const word of words) assert.equal(ask(memo, word), word);
  for (const word of words) assert.equal(ask(memo, word, 7), word);
  for (const word of words) assert.equal(ask(memo, word, 7), word);
});

test('more words than it holds are forgotten, not mistaken', () => {
  const memo = new WordMemo((word) => word);
  for (let at = 0; at < 250_000; at++) {
    const word = `w${at % 120_000}`;
    if (ask(memo, word) !== word) assert.fail(word);
  }
});

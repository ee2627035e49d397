import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { sharedFolder } from '../../../scripts/eval/figures.ts';
import { recogniseFormat } from '../../../src/digest/dump/recognise-format.ts';

const CASES: [text: string, format: string | undefined][] = [
  ['[{"title": "x"}]', 'JSON file'],
  ['{"a": 1}\n{"a": 2}\n', 'JSON file'],
  ['<!DOCTYPE html><p>x</p>', 'HTML file'],
  ['<!doctype html>\n<html>\n<p>x', 'HTML file'],
  ['<?xml version="1.0"?>\n<feed></feed>\n', 'XML file'],
  ['@article{x,\n  title = {A}\n}', 'BibTeX file'],
  ['TY  - JOUR\nTI  - A\nER  - \n', 'RIS file'],
  ['TY  - JOUR\r\nTI  - A\r\nER  - \r\n', 'RIS file'],
  ['id,title,abstract\n1,A,B\n', 'table'],
  ['{{7*7}}\n\nAn abstract.', undefined],
  ['[[wiki link]]\n\nAn abstract.', undefined],
  ['<!-- comment -->\n\nAn abstract.', undefined],
  ['TY  - JOUR\n\nAn abstract.', undefined],
  // Titles of two papers, not the ends of a record.
  ['TY  - JOUR\n\nAn abstract.\n\nER  -\n\nAnother abstract.', undefined],
  ['@article{x,\n\nAn abstract.\n\ntitle = {x},\n\nAnother abstract.', undefined],
  ['<!doctype html>\n\nAn abstract.', undefined],
  ['<html><body onload=alert(1)>\n\nAn abstract.', undefined],
  ['Titles, Abstracts, and Tables\n\nAn abstract.', undefined],
];

for (const [text, format] of CASES) {
  test(JSON.stringify(text), () => assert.equal(recogniseFormat(text), format));
}

const samples = sharedFolder && path.join(sharedFolder, 'samples');
test(
  'every sample that is no paste is named',
  { skip: samples && existsSync(samples) ? false : '../shared is not there' },
  () => {
    for (const name of readdirSync(samples!)) {
      const format = recogniseFormat(readFileSync(path.join(samples!, name), 'utf8'));
      if (name.endsWith('paste.txt')) assert.equal(format, undefined, name);
      else if (/\.(json|jsonl|xml|bib)$/.test(name)) assert.ok(format, name);
    }
  },
);

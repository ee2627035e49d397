import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openLedger, recipientHash } from '../../src/email/ledger.ts';
import { lockFile } from '../../scripts/lock-file.ts';
import { selectPapers, sinceLast } from '../../src/email/select-papers.ts';
import { entries, makeSource } from '../site/feeds/make-source.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const folder = temporaryFolder();

test('fates survive, a torn last line does not count, addresses are not in the file', () => {
  const file = path.join(folder, 'torn', 'ledger.ndjson');
  const who = recipientHash('Ada@example.org');
  const first = openLedger(file);
  first.append({ event: 'intent', digest: 'd', who });
  assert.equal(first.fateOf('d', who), 'in-doubt');
  first.append({ event: 'sent', digest: 'd', who });
  first.close();
  appendFileSync(file, '{"event":"intent","digest":"d","who":"torn');
  const second = openLedger(file);
  assert.equal(second.fateOf('d', recipientHash('ada@EXAMPLE.org')), 'sent');
  second.append({ event: 'intent', digest: 'd', who: 'x' });
  second.append({ event: 'deferred', digest: 'd', who: 'x' });
  second.close();
  const third = openLedger(file);
  assert.equal(third.fateOf('d', 'x'), 'open');
  assert.equal(readFileSync(file, 'utf8').split('\n').length, 5);
  assert.doesNotMatch(readFileSync(file, 'utf8'), /example/);
});

test('since the last one: what is unfinished first, then what is new, once', () => {
  const { papers } = makeSource({
    '2025-03-07': entries(1),
    '2025-03-14': [{ title: 'The Second Paper', abstract: 'It is about circuits, all of it.' }],
    '2025-03-21': [{ title: 'The Third Paper', abstract: 'It is about circuits, once more so.' }],
  });
  const ledger = openLedger(path.join(folder, 'since.ndjson'));
  assert.deepEqual(sinceLast(papers, ledger), [{ on: '2025-03-21' }]);
  const whole = { digest: '2025-03-07', series: 'all', to: '2025-03-07' };
  ledger.append({ event: 'begun', ...whole });
  ledger.append({ event: 'begun', ...whole });
  const span = { after: '2025-03-07', to: '2025-03-21' };
  assert.deepEqual(sinceLast(papers, ledger), [{ on: '2025-03-07' }, span]);
  ledger.append({ event: 'finished', ...whole });
  assert.deepEqual(sinceLast(papers, ledger), [span]);
  const selection = selectPapers(papers, span)!;
  assert.equal(selection.papers.length, 2);
  const { id: digest, series, to } = selection;
  ledger.append({ event: 'begun', digest, series, after: '2025-03-07', to });
  assert.deepEqual(sinceLast(papers, ledger), [span]);
  ledger.append({ event: 'finished', digest, series, after: '2025-03-07', to });
  assert.deepEqual(sinceLast(papers, ledger), []);
});

test('one run at a time; the lock of a dead run is taken over', () => {
  const file = path.join(folder, 'lock');
  const unlock = lockFile(file);
  unlock();
  appendFileSync(file, '1');
  assert.throws(() => lockFile(file), /Another run \(process 1\) is sending/);
  rmSync(file);
  appendFileSync(file, '99999999');
  lockFile(file)();
});

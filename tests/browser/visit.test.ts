import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextVisit } from '../../src/browser/visit.ts';

const HOUR = 3600 * 1000;
const OLD = '2025-03-07';
const NEW = '2025-03-14';

test('nothing is new on the first visit; what came in between is new throughout the next', () => {
  const first = nextVisit(undefined, OLD, 0);
  assert.deepEqual(first, { before: OLD, newest: OLD, at: 0 });
  const second = nextVisit(first, NEW, 24 * HOUR);
  assert.equal(second?.before, OLD);
  const reload = nextVisit(second, NEW, 25 * HOUR);
  assert.equal(reload?.before, OLD);
  const third = nextVisit(reload, NEW, 49 * HOUR);
  assert.equal(third?.before, NEW);
});

test('a paper that comes in during a visit is new in it', () => {
  const visit = nextVisit(nextVisit(undefined, OLD, 0), NEW, HOUR);
  assert.equal(visit?.before, OLD);
});

test('a page that does not say what is newest goes on with a visit, or begins one, but not the first', () => {
  assert.equal(nextVisit(undefined, undefined, 0), undefined);
  const first = nextVisit(undefined, OLD, 0);
  const second = nextVisit(first, undefined, 24 * HOUR);
  assert.deepEqual(second, { before: OLD, newest: OLD, at: 24 * HOUR });
  assert.equal(nextVisit(second, NEW, 25 * HOUR)?.before, OLD);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { oneAtATime } from '../../scripts/one-at-a-time.ts';

test('work that is asked for while it is done is done once more, and never twice at once', async () => {
  let [begun, done] = [0, 0];
  const ask = oneAtATime(async () => {
    assert.equal(begun, done);
    begun += 1;
    await wait(20);
    done += 1;
  });
  void ask();
  await wait(5);
  await Promise.all([ask(), ask(), ask()]);
  assert.deepEqual([begun, done], [2, 2]);
  await ask();
  assert.equal(done, 3);
});

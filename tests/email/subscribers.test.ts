import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSubscribers } from '../../src/email/subscribers.ts';

const LIST = `\ufeff# our readers
ada@example.org
Charles Babbage <charles@example.org>
"Lovelace, Ada" <ADA@example.org>

not an address
a@b>,<c@d
evil@example.org\u0000RCPT TO:<x@y>
grace@例え.example
`;

test('one address a line, each once; what is no address is said with its line', () => {
  const { subscribers, problems } = parseSubscribers(LIST);
  assert.deepEqual(subscribers, [
    { address: 'ada@example.org' },
    { address: 'charles@example.org', name: 'Charles Babbage' },
    { address: 'grace@例え.example' },
  ]);
  assert.deepEqual(
    problems.map((problem) => problem.split(':')[0]),
    ['line 6', 'line 7', 'line 8'],
  );
});

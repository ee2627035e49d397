import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FURNITURE_SAMPLES } from '../../../src/digest/dump/furniture.ts';

test('every pattern of furniture matches the sample beside it', () => {
  for (const { pattern, sample } of FURNITURE_SAMPLES) assert.match(sample, pattern);
});

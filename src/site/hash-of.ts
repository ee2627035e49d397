import { createHash } from 'node:crypto';

/** A short hash of a value: equal for equal JSON. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

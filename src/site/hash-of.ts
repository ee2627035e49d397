import { hash } from 'node:crypto';

/** A short hash of a value: equal for equal JSON. */
export function hashOf(value: unknown): string {
  return hashOfText(JSON.stringify(value));
}

/** The same of a text. */
export function hashOfText(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

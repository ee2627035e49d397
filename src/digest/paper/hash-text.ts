/**
 * A short name for a text: `length` characters of `0-9a-z`, the same on every machine. For telling
 * texts apart, not for security. (cyrb53, public domain, 53 bits.)
 */
export function hashText(text: string, length: number): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const value = 4294967296 * (high & 0x1fffff) + (low >>> 0);
  return value.toString(36).padStart(11, '0').slice(-length);
}

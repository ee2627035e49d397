/**
 * A short name for a content, the same in every run and on every machine: two rounds of FNV-1a over
 * the UTF-16 units. Not a cryptographic hash: it tells versions of one site's index apart.
 */
export function fingerprint(texts: Iterable<string>): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ (unit + (high >>> 24)), 0x01000193);
    }
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

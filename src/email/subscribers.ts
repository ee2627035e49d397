/** Somebody who gets the digest. */
export interface Subscriber {
  address: string;
  name?: string;
}

export interface SubscriberList {
  /** Each address once, whatever its case. */
  subscribers: Subscriber[];
  /** Lines that are no address, with their numbers. */
  problems: string[];
}

/** `Ada Lovelace <ada@example.org>` or `ada@example.org` */
const LINE = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>\s]+)>|(\S+))$/u;
/** `ada@example.org`: nothing that could end an SMTP command or begin another address. */
const ADDRESS = /^[^\s@<>()[\],;:"\\\p{Cc}]{1,64}@[^\s@<>()[\],;:"\\\p{Cc}]{1,255}$/u;

/** A list of subscribers: one address a line; empty lines and those that begin with `#` are not. */
export function parseSubscribers(text: string): SubscriberList {
  const byAddress = new Map<string, Subscriber>();
  const problems: string[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const subscriber = parseLine(line);
    if (!subscriber) {
      problems.push(`line ${index + 1}: unexpected \`${line.slice(0, 60)}\`, expected an address`);
    } else if (!byAddress.has(subscriber.address.toLowerCase())) {
      byAddress.set(subscriber.address.toLowerCase(), subscriber);
    }
  }
  return { subscribers: [...byAddress.values()], problems };
}

function parseLine(line: string): Subscriber | undefined {
  const [, name = '', bracketed, bare] = LINE.exec(line) ?? [];
  const address = bracketed ?? bare ?? '';
  if (!ADDRESS.test(address)) return undefined;
  return { address, ...(name.trim() && { name: name.trim() }) };
}

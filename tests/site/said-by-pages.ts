import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf } from '../harness/page-address.ts';

/** `<meta property="og:title" content="Tom &amp; I">` */
const META = /<meta (?:name|property)="([^"]+)" content="([^"]*)"/g;
/** `<title>Tom &amp; I</title>` */
const TITLE = /<title>([^<]*)<\/title>/g;
/** `<link rel="canonical" href="https://digest.example/">` */
const CANONICAL = /<link rel="canonical" href="([^"]*)"/g;
/** `<script type="application/ld+json">{…}</script>` */
const JSON_LD = /<script type="application\/ld\+json">(.*?)<\/script>/gs;
/** `&#38;`, `&#x26;`, `&amp;` */
const ENTITY = /&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a page says of itself to machines; what it says twice is joined. */
export interface Said {
  title: string;
  description: string;
  canonical: string;
  metas: Record<string, string[]>;
  data: Record<string, unknown>[];
}

/** By the path of the page; those that only lead elsewhere are left out. */
export function saidByPages(dist: string): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const file of globSync('**/*.html', { cwd: dist })) {
    const html = readFileSync(path.join(dist, file), 'utf8');
    if (html.includes('<meta http-equiv="refresh"')) continue;
    said.set(addressOf(file), readHead(html));
  }
  return said;
}

function readHead(html: string): Said {
  const all = (pattern: RegExp) => Array.from(html.matchAll(pattern), ([, text]) => decode(text!));
  const metas: Record<string, string[]> = {};
  for (const [, name, content] of html.matchAll(META)) {
    (metas[name!] ??= []).push(decode(content!));
  }
  return {
    title: all(TITLE).join(' + '),
    description: (metas['description'] ?? []).join(' + '),
    canonical: all(CANONICAL).join(' + '),
    metas,
    data: Array.from(html.matchAll(JSON_LD), ([, json]) => JSON.parse(json!)),
  };
}

function decode(text: string): string {
  return text.replace(ENTITY, (_, decimal?: string, hex?: string, named?: string) =>
    named
      ? NAMED[named.toLowerCase()]!
      : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16)),
  );
}

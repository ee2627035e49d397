import { LinkifyIt } from 'linkify-it';
import type { PaperLink } from '../schema.ts';

type Kind = PaperLink['kind'];

/** Hosts that mean one thing, also where the text leaves `https://` out; a path may say more. */
const KINDS: [kind: Kind, pattern: RegExp][] = [
  ['data', /^(www\.)?(huggingface\.co|hf\.co)\/datasets\//],
  ['project', /^(www\.)?(huggingface\.co|hf\.co)\/spaces\//],
  ['paper', /^(www\.)?(huggingface\.co|hf\.co)\/papers\//],
  ['model', /^(www\.)?(huggingface\.co|hf\.co)\//],
  ['code', /^(www\.|gist\.)?(github|gitlab|gitee|bitbucket|codeberg|sourceforge)\.(com|org|net)\//],
  ['code', /^anonymous\.4open\.science\//],
  [
    'code',
    /^(pypi\.org|www\.npmjs\.com|crates\.io|cran\.r-project\.org|colab\.research\.google\.com)\//,
  ],
  [
    'data',
    /^(www\.)?(zenodo\.org|figshare\.com|osf\.io|kaggle\.com|ieee-dataport\.org|data\.mendeley\.com)\//,
  ],
  ['data', /^(dx\.)?doi\.org\/10\.(5281\/zenodo|6084\/m9\.figshare)/],
  ['project', /^[\w-]+\.(github|gitlab)\.io\//],
  ['paper', /^(www\.)?(arxiv\.org|doi\.org|dx\.doi\.org|openreview\.net|aclanthology\.org)\//],
];
/** "https://", or a known host that begins a word: only here may a link begin */
const BEGINNING =
  /https?:\/\/|(?<![\w@/.-])(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co|anonymous\.4open\.science|zenodo\.org|arxiv\.org\/abs|doi\.org\/10)(?=\/)/gi;
/** "{here}", quotes and the like are not part of an address in a text */
const END = /[{}<>"“”‘’`|^\s]|\\(?![_%#&~$])/;
/** "\_" */
const ESCAPED = /\\([_%#&~$])/g;
/** "code", "dataset" close before a link say what it is */
const CONTEXTS: [Kind, RegExp][] = [
  ['code', /\b(code|codes|codebase|implementation|software|package|source|repository)\b/gi],
  ['data', /\b(data|datasets?|benchmark|corpus)\b/gi],
];
const CONTEXT_LENGTH = 70;
const LONGEST = 2000;
const MOST = 50;

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false });

/**
 * The http(s) links that a text names, whole and clean, in order, once each, with what they lead
 * to: `https://anonymous.4open.science/r/TangleNAS-527C{here}` is code, without the `{here}`.
 */
export function extractLinks(text: string): PaperLink[] {
  const links = new Map<string, PaperLink>();
  for (const { start, url } of findAddresses(text)) {
    if (links.has(url)) continue;
    if (links.size === MOST) break;
    const context = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
    links.set(url, { kind: kindOf(url, context), url });
  }
  return [...links.values()];
}

/** An address in a text: where it begins, and what it leads to. */
export interface Address {
  start: number;
  url: string;
}

/** Every http(s) address of a text, in order. */
export function* findAddresses(text: string): Generator<Address> {
  let scanned = 0;
  for (const { index: start, 0: beginning } of text.matchAll(BEGINNING)) {
    if (start < scanned) continue;
    const written = addressAt(text, start);
    scanned = start + written.length;
    const url = cleanUrl(beginning.startsWith('http') ? written : `https://${written}`);
    if (url) yield { start, url };
  }
}

/** Everything from `start` on that could belong to an address. */
function addressAt(text: string, start: number): string {
  const written = text.slice(start, start + LONGEST);
  const end = written.search(END);
  return end < 0 ? written : written.slice(0, end);
}

/** An address without what the sentence has put around it, or undefined where it is none to follow. */
function cleanUrl(written: string): string | undefined {
  const found = linkify.matchAtStart(written.replace(ESCAPED, '$1'))?.url;
  const url = found?.replace(/[.,;:!?*'\])}_~-]+$/, keepBalanced);
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, hostname, username, pathname } = new URL(url);
  const isPlain = /^https?:$/.test(protocol) && !username && hostname.includes('.');
  return isPlain && !pathname.includes('//http') ? url : undefined;
}

/** A bracket that closes one of the address, a hyphen at its end: they belong to it. */
function keepBalanced(ending: string, at: number, url: string): string {
  const closing = ending.indexOf(')');
  if (closing >= 0 && url.slice(0, at).includes('(')) return ending.slice(0, closing + 1);
  return /^[-_~]+$/.test(ending) ? ending : '';
}

function kindOf(url: string, context: string): Kind {
  const address = url.replace(/^https?:\/\//i, '').toLowerCase();
  const known = KINDS.find(([, pattern]) => pattern.test(`${address}/`))?.[0];
  if (known) return known;
  const nearest = CONTEXTS.map(([kind, pattern]) => {
    const last = [...context.matchAll(pattern)].at(-1);
    return [kind, last ? last.index : -1] as const;
  }).reduce((best, next) => (next[1] > best[1] ? next : best));
  return nearest[1] >= 0 ? nearest[0] : 'project';
}

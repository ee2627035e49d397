import type { Phrasing } from '../../phrasing.ts';
import { text, type Inner, type Replacement, type TextRule } from './text-rule.ts';

/** "\href{https://x.org}{here}" */
const HREF = /\\href\s?\{([^{}]{1,2000})\}\s?\{((?:[^{}]|\{[^{}]{0,200}\}){0,500})\}/g;
/** "\url{https://x.org}" */
const URL_COMMAND = /\\(?:url|path)\s?\{([^{}]{1,2000})\}/g;
/** "https://x.org/page{here}", what the page makes of `\href`; the words may hold one more group */
const ADDRESS_AND_WORDS =
  /\b(https?:\/\/[^\s{}<>"$]{1,2000})\{((?:[^{}]|\{[^{}]{0,200}\}){1,300})\}/g;
/** "https://x.org/a}{https://x.org/a", "https://x.org/a{https://x.org/a": the end is lost */
const ADDRESS_TWICE = /\b(https?:\/\/[^\s{}<>"$]{1,2000})\}?\{\1\}?(?![^\s.,;)])/g;
/** "magenta{https://x.org/a}", what the page makes of `\textcolor` */
const COLOURED_ADDRESS =
  /\b(?:blue|red|magenta|cyan|black|purple|teal|orange|green)\{(https?:\/\/[^\s{}<>"$]{1,2000})\}/g;
/** "blue{here}" */
const COLOUR = /^(?:blue|red|magenta|cyan|black|purple|teal)\{(.*)\}$/;
/** "https://x.org/To\_Glue" */
const ESCAPED_ADDRESS = /\bhttps?:\/\/[^\s{}<>"$]{0,2000}?\\[_%&#~][^\s{}<>"$]{0,2000}/g;

/** Links in all the ways that abstracts write them; only http and https become links. */
export const webLinks: TextRule = {
  id: 'link',
  signs: ['{', '\\'],
  propose: (source, inner) => [
    ...replace(source, HREF, (match) => toLink(match[1]!, match[2]!, inner)),
    ...replace(source, URL_COMMAND, (match) => toLink(match[1]!, match[1]!, undefined)),
    ...replace(source, ADDRESS_TWICE, (match) => toLink(match[1]!, match[1]!, undefined)),
    ...replace(source, COLOURED_ADDRESS, (match) => toLink(match[1]!, match[1]!, undefined)),
    ...replace(source, ADDRESS_AND_WORDS, (match) => toLink(match[1]!, match[2]!, inner)),
    ...replace(source, ESCAPED_ADDRESS, (match) => [text(unescape(match[0]))]),
  ],
};

function replace(
  source: string,
  pattern: RegExp,
  toNodes: (match: RegExpExecArray) => Phrasing[],
): Replacement[] {
  return [...source.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    nodes: toNodes(match),
  }));
}

function toLink(address: string, words: string, inner: Inner | undefined): Phrasing[] {
  const url = webAddress(unescape(address.trim()));
  const label = COLOUR.exec(words)?.[1] ?? words;
  const isAddress = unescape(label.trim()) === unescape(address.trim());
  const children = inner === undefined || isAddress ? [text(unescape(label))] : inner(label);
  if (url === undefined) return children;
  return [
    { type: 'link', url, children: children.filter((node) => node.type !== 'link') as never },
  ];
}

function webAddress(address: string): string | undefined {
  const full = address.startsWith('www.') ? `https://${address}` : address;
  return /^https?:\/\/[^\s\\]+$/i.test(full) && URL.canParse(full) ? full : undefined;
}

function unescape(address: string): string {
  return address.replace(/\\([_%&#~])/g, '$1');
}

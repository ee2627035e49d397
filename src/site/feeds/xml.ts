import { escapeHtml } from '../../digest/render/escape-html.ts';

/** A piece of finished XML. Text becomes one only through `element`, which escapes it. */
export interface Xml {
  xml: string;
}

export type Attributes = Record<string, string | undefined>;

/** What XML 1.0 forbids (control characters, lone surrogates, U+FFFE), and C1 controls besides. */
const FORBIDDEN =
  /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The text without the characters that no XML document may hold, not even escaped. */
export function stripForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** The text for XML or HTML, content or attribute value; `]]>` comes out harmless too. */
export function escapeXml(text: string): string {
  return escapeHtml(stripForbidden(text));
}

/**
 * An element with attributes (undefined ones left out) and either text or children.
 *
 * @example element('link', { rel: 'self', href }, []) // <link rel="self" href="…"/>
 */
export function element(
  name: string,
  attributes: Attributes,
  content: string | readonly Xml[],
): Xml {
  const start = `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(value)}"`))
    .join('')}`;
  const inner =
    typeof content === 'string' ? escapeXml(content) : content.map(({ xml }) => xml).join('');
  return { xml: inner === '' ? `${start}/>` : `${start}>${inner}</${name}>` };
}

/**
 * A whole document. Opened in a browser it is shown by the style sheet below `root` (named without
 * its host: browsers take no other host's), and the comment
 * says what it is to those who read the source.
 */
export function xmlDocument(documentElement: Xml, root: string): string {
  const about = stripForbidden(`${root}subscribe/`).replaceAll('--', '%2D%2D');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<?xml-stylesheet type="text/css" href="${escapeXml(`${new URL(root).pathname}feed.css`)}"?>`,
    `<!-- This is a web feed: give its address to a feed reader. How: ${about} -->`,
    documentElement.xml,
    '',
  ].join('\n');
}

import { decodeReferences } from '../../digest/render/decode-references.ts';
import { escapeXml } from './xml.ts';

/** Elements of an abstract that readers may have. Others lose their tags and keep their text. */
const HTML = new Set(['a', 'code', 'em', 'strong', 'sub', 'sup']);
/** MathML as the W3C's feed validator knows it. */
const MATHML = new Set(
  `math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace
  msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none`.split(/\s+/),
);
const MATH_ATTRIBUTES = new Set(
  `columnalign columnlines columnspacing depth display displaystyle fence height linethickness
  lspace mathvariant maxsize minsize rowalign rowlines rowspacing rspace scriptlevel separator
  stretchy width`.split(/\s+/),
);
const MATH_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';
/** `<annotation encoding="application/x-tex">x^2</annotation>` */
const ANNOTATION = /<annotation[^>]*>([^<]*)<\/annotation>/g;
/** `<a href="…">`, `</a>`, or text */
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^"<>])*)>|[^<]+|</gi;
/** ` href="https://…"` */
const ATTRIBUTE = /([a-z][a-z-]*)="([^"]*)"/gi;

/**
 * The HTML of a page's abstract as feeds carry it: well-formed XHTML of a few elements, without
 * classes, marks and ids, links absolute; formulas are MathML without their TeX.
 */
export function toFeedHtml(html: string): string {
  return keepElements(html.replace(ANNOTATION, ''));
}

/** Whether HTML holds a formula. */
export function hasMath(html: string): boolean {
  return html.includes('<math');
}

function keepElements(html: string): string {
  const out: string[] = [];
  const open: string[] = [];
  for (const [token, slash, name, attributes = ''] of html.matchAll(TOKEN)) {
    const tag = name?.toLowerCase();
    if (!tag) out.push(escapeXml(decodeReferences(token)));
    else if (!isKept(tag)) continue;
    else if (!slash) {
      open.push(tag);
      out.push(`<${tag}${keptAttributes(tag, attributes)}>`);
    } else if (open.includes(tag)) {
      for (let last = open.pop(); last; last = last === tag ? undefined : open.pop()) {
        out.push(`</${last}>`);
      }
    }
  }
  return (
    out.join('') +
    open
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join('')
  );
}

function isKept(tag: string): boolean {
  return HTML.has(tag) || MATHML.has(tag);
}

function keptAttributes(tag: string, attributes: string): string {
  const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name = '', raw = '']) => {
    const value = decodeReferences(raw);
    const fits =
      tag === 'a'
        ? name === 'href' && /^https?:\/\//i.test(value)
        : MATHML.has(tag) && MATH_ATTRIBUTES.has(name);
    return fits ? [` ${name}="${escapeXml(value)}"`] : [];
  });
  return (tag === 'math' ? ` xmlns="${MATH_NAMESPACE}"` : '') + kept.join('');
}

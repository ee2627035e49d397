import { decodeReferences } from '../../digest/render/decode-references.ts';

/** A piece of a title or a sentence: plain text, or a formula as MathML. */
export type Inline = string | MathNode;

/** A MathML element as data: its name, its attributes, its children. */
export type MathNode = [name: string, attributes: Record<string, string> | 0, ...Inline[]];

/** `<mi mathvariant="bold">`, `</math>`, `<br/>` */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gi;
/** `mathvariant="bold"` */
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/gi;
/** Elements of the renderer whose text is not shown. */
const HIDDEN = new Set(['annotation']);
/** What a formula keeps of its attributes: nothing that acts. */
const KEPT =
  /^(?:mathvariant|stretchy|fence|separator|lspace|rspace|display|accent|accentunder|linethickness|columnalign|rowspacing|columnspacing|width|height|depth|minsize|maxsize|movablelimits|largeop|form)$/;

/**
 * Phrasing HTML, as the digest renders it, to text and formulae: markup of the prose is dropped, MathML
 * is kept as data, so that a browser builds it without parsing HTML.
 */
export function readHtml(html: string): Inline[] {
  const root: MathNode = ['root', 0];
  const open: { node: MathNode; name: string }[] = [{ node: root, name: 'root' }];
  let hidden = 0;
  let from = 0;
  for (const tag of html.matchAll(TAG)) {
    if (!hidden) addText(open.at(-1)!.node, html.slice(from, tag.index));
    from = tag.index + tag[0].length;
    const [, closing, rawName = '', attributes = '', empty] = tag;
    const name = rawName.toLowerCase();
    if (HIDDEN.has(name)) hidden += closing ? -1 : empty ? 0 : 1;
    else if (hidden) continue;
    else if (closing) closeElement(open, name);
    else if (name === 'math' || open.length > 1)
      openElement(open, name, attributes, Boolean(empty));
  }
  if (!hidden) addText(open.at(-1)!.node, html.slice(from));
  return root.slice(2) as Inline[];
}

/** The characters of a piece. */
export function inlineText(inline: Inline): string {
  return typeof inline === 'string'
    ? inline
    : (inline.slice(2) as Inline[]).map(inlineText).join('');
}

function addText(parent: MathNode, raw: string): void {
  const text = decodeReferences(raw);
  if (!text) return;
  const last = parent.length > 2 ? parent.at(-1) : undefined;
  if (typeof last === 'string') parent[parent.length - 1] = last + text;
  else parent.push(text);
}

function openElement(
  open: { node: MathNode; name: string }[],
  name: string,
  attributes: string,
  empty: boolean,
): void {
  const kept = [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, key]) => KEPT.test(key!))
    .map(([, key, value]) => [key!, value!]);
  const node: MathNode = [name, kept.length > 0 ? Object.fromEntries(kept) : 0];
  open.at(-1)!.node.push(node);
  if (!empty) open.push({ node, name });
}

function closeElement(open: { node: MathNode; name: string }[], name: string): void {
  if (open.length > 1 && open.at(-1)!.name === name) open.pop();
}

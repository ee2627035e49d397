import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Root } from 'mdast';
import type { Phrasing } from '../phrasing.ts';

const processor = unified()
  .use(remarkRehype)
  .use(rehypeKatex, { output: 'mathml' })
  .use(rehypeStringify)
  .freeze();

/** A range of the plain text to be marked: offsets as `toPlainText` counts, a class for the mark. */
export interface Mark {
  start: number;
  end: number;
  className: string;
}

/** The phrasing as HTML phrasing content with MathML; safe to put into a page as it is. */
export function toHtml(phrasing: readonly Phrasing[]): string {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [...phrasing] }] };
  const html = processor.stringify(processor.runSync(tree) as never);
  return html.replace(/^<p>|<\/p>$/g, '');
}

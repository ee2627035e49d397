import { toLead } from '../../digest/render/to-lead.ts';
import { toPlainText } from '../../digest/render/to-plain-text.ts';
import { oneLine } from './one-line.ts';

/** The first sentences of a plain text, as lists of the site have them. */
export function leadText(text: string): string {
  return oneLine(toPlainText(toLead([{ type: 'text', value: text }])));
}

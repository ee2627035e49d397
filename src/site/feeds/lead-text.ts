import { cleanText } from '../../digest/render/clean-text.ts';
import { toTextLead } from '../../digest/render/sentences.ts';
import { oneLine } from './one-line.ts';

/** The first sentences of a plain text, as lists of the site have them. */
export const leadText = (text: string): string => oneLine(toTextLead(cleanText(text)));

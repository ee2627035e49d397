import { cleanText } from '../../digest/render/clean-text.ts';
import { toTextLead } from '../../digest/render/lead.ts';
import { oneLine } from './one-line.ts';

/** The lead of a plain text, as lists of the site have it. */
export const leadText = (text: string): string => oneLine(toTextLead(cleanText(text)));

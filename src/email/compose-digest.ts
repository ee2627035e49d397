import type { FeedSource } from '../site/feeds/feed.ts';
import { contentsOf } from './email-contents.ts';
import type { Selection } from './select-papers.ts';
import { toEmailHtml } from './to-email-html.ts';
import { toEmailText } from './to-email-text.ts';

/** A digest ready to be put into messages; the same for every recipient. */
export interface EmailDigest {
  id: string;
  /** One line. */
  subject: string;
  html: string;
  text: string;
}

/** The digest of a selection as HTML and as plain text. */
export function composeDigest(selection: Selection, source: FeedSource): EmailDigest {
  const contents = contentsOf(selection, source);
  return {
    id: selection.id,
    subject: contents.title,
    html: toEmailHtml(contents),
    text: toEmailText(contents),
  };
}

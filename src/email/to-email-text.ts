import type { EmailContents, EmailPaper } from './email-contents.ts';

/** A digest as plain text; the addresses stand on lines of their own. */
export function toEmailText(contents: EmailContents): string {
  const { title, intro, groups, more, page, subscribePage } = contents;
  return [
    title,
    `${intro}\n${page}`,
    ...groups.map(({ label, papers }) =>
      [label ? `== ${label} ==` : '', ...papers.map(paperText)].filter(Boolean).join('\n\n'),
    ),
    more > 0 ? `${more} more: ${page}` : '',
    `Feeds and topics: ${subscribePage}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function paperText({ title, lead, url, links }: EmailPaper): string {
  return [title, lead, url, ...links.map((link) => `${link.label}: ${link.url}`)]
    .filter(Boolean)
    .join('\n');
}

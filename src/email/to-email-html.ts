import { escapeXml } from '../site/feeds/xml.ts';
import type { EmailContents, EmailPaper } from './email-contents.ts';

/** Where each message puts its own link. Escaped text cannot hold it. */
export const UNSUBSCRIBE = '<!-- unsubscribe -->';
/**
 * Styles stand on the elements, because mail programs drop style sheets. There is no colour among
 * them: those of the mail program are readable in its light and in its dark scheme.
 */
const STYLE = {
  body: 'margin:0;padding:24px 16px',
  column: 'max-width:38em;margin:0 auto;font:17px/1.55 Georgia,serif',
  title: 'margin:0 0 4px;font:bold 24px/1.25 Georgia,serif',
  topic: 'margin:36px 0 0;font:bold 14px/1.4 sans-serif;letter-spacing:.04em',
  paper: 'margin:22px 0 0;font:bold 18px/1.35 Georgia,serif',
  titleLink: 'color:inherit',
  lead: 'margin:6px 0 0',
  small: 'margin:6px 0 0;font:14px/1.5 sans-serif',
  foot: 'margin:40px 0 0;font:14px/1.5 sans-serif',
};

/** A digest as HTML for mail programs: headings and paragraphs, no tables, no pictures. */
export function toEmailHtml(contents: EmailContents): string {
  const { language, title, intro, groups, more, page, subscribePage } = contents;
  const body = [
    `<h1 style="${STYLE.title}">${escapeXml(title)}</h1>`,
    `<p style="${STYLE.small}">${escapeXml(intro)} ${anchor(page, 'Read it on the site')}</p>`,
    ...groups.map(
      ({ label, papers }) =>
        (label ? `<h2 style="${STYLE.topic}">${escapeXml(label)}</h2>\n` : '') +
        papers.map(paperHtml).join('\n'),
    ),
    more > 0 ? `<p style="${STYLE.lead}">${anchor(page, `${more} more`)}</p>` : '',
    `<p style="${STYLE.foot}">${anchor(subscribePage, 'Feeds and topics')} · ${UNSUBSCRIBE}</p>`,
  ];
  return `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
</head>
<body style="${STYLE.body}">
<div style="${STYLE.column}">
${body.filter(Boolean).join('\n')}
</div>
</body>
</html>
`;
}

function paperHtml({ title, lead, url, links }: EmailPaper): string {
  const small = links.map((link) => anchor(link.url, link.label)).join(' · ');
  return [
    `<h3 style="${STYLE.paper}">${anchor(url, title, STYLE.titleLink)}</h3>`,
    `<p style="${STYLE.lead}">${escapeXml(lead)}</p>`,
    small && `<p style="${STYLE.small}">${small}</p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function anchor(href: string, label: string, style?: string): string {
  const styled = style ? ` style="${style}"` : '';
  return `<a href="${escapeXml(href)}"${styled}>${escapeXml(label)}</a>`;
}

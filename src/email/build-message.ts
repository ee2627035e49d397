import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SiteSettings } from '../digest/schema.ts';
import { escapeXml } from '../site/feeds/xml.ts';
import type { EmailDigest } from './compose-digest.ts';
import type { EmailSettings } from './email-settings.ts';
import { recipientHash } from './ledger.ts';
import type { Subscriber } from './subscribers.ts';
import { UNSUBSCRIBE } from './to-email-html.ts';

/** All of a message's surroundings that do not depend on the recipient. */
export interface MessageFrame {
  digest: EmailDigest;
  site: SiteSettings;
  settings: EmailSettings;
  date: Date;
}

/** A message as it goes over the wire: multipart, plain text and HTML. */
export async function buildMessage(frame: MessageFrame, to: Subscriber): Promise<Buffer> {
  const { digest, settings, date } = frame;
  const who = recipientHash(to.address);
  const domain = messageDomain(frame);
  const unsubscribe = unsubscribeUrl(settings, to);
  const composer = new MailComposer({
    from: settings.from,
    to: { name: to.name ?? '', address: to.address },
    subject: digest.subject,
    date,
    messageId: messageId(digest.id, who, domain),
    // Boundaries that depend on the message alone: the same message has the same bytes.
    baseBoundary: createHash('sha256').update(`${digest.id} ${who}`).digest('hex').slice(0, 16),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-ID': `<digest.${domain}>`,
      'List-Unsubscribe': `<${unsubscribe}>`,
      ...(settings.oneClick && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    text: `${digest.text}\n\nTo stop these messages: ${unsubscribe}\n`,
    html: digest.html.replace(
      UNSUBSCRIBE,
      () => `<a href="${escapeXml(unsubscribe)}">Unsubscribe</a>`,
    ),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Where message ids are at home: the authority of the site's ids, where one was set. */
function messageDomain({ site, settings }: MessageFrame): string {
  const [authority = ''] = site.tagAuthority.split(',');
  return authority.endsWith('.invalid') ? settings.from.address.split('@')[1]! : authority;
}

/** The same for the same digest and recipient, on every run: mail programs drop a second copy. */
function messageId(digestId: string, who: string, domain: string): string {
  return `<${digestId.replaceAll('..', '-to-')}.${who}@${domain}>`;
}

function unsubscribeUrl({ unsubscribe }: EmailSettings, { address }: Subscriber): string {
  return new URL(unsubscribe.replaceAll('{address}', encodeURIComponent(address))).href;
}

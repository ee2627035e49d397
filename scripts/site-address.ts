import { SiteSettingsSchema } from '../src/digest/schema.ts';

/** What is wrong with `SITE_URL`, or undefined; without one, nothing is. */
export function faultOfSiteUrl(siteUrl = process.env['SITE_URL']): string | undefined {
  if (!siteUrl || SiteSettingsSchema.shape.url.safeParse(siteUrl).success) return undefined;
  return `Unexpected SITE_URL \`${siteUrl}\`, expected an address such as https://example.org`;
}

/** What a person should know of a good address, before the site goes there. */
export function noteOnAddress(siteUrl: string | undefined): string | undefined {
  if (!siteUrl) {
    return 'Nobody has said where the site will stand: its feeds say http://localhost:4321. Set SITE_URL before you deploy it.';
  }
  const { origin, pathname } = new URL(siteUrl);
  const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/{2,}/g, '/');
  if (pathname === '/' || pathname.replace(/\/?$/, '/') === base) return undefined;
  return `The site will stand at ${origin}${base}: the path of ${siteUrl} is not taken. A path is set with BASE_PATH.`;
}

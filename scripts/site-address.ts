import { SiteSettingsSchema } from '../src/digest/schema.ts';
import { toBasePath } from '../src/site/output/places.ts';

/** What is wrong with `SITE_URL`, or undefined; without one, nothing is. */
export function faultOfSiteUrl(siteUrl = process.env['SITE_URL']): string | undefined {
  if (!siteUrl || SiteSettingsSchema.shape.url.safeParse(siteUrl).success) return undefined;
  return `Unexpected SITE_URL \`${siteUrl}\`, expected an address such as https://example.org`;
}

/** "/digest/", "a/b": what stands in an address as it is written */
const BASE_PATH = /^\/?(?:(?!\.\.?\/)[\w.~-]+\/)*$/;

/** What is wrong with `BASE_PATH`, or undefined; without one, nothing is. */
export function faultOfBasePath(basePath = process.env['BASE_PATH']): string | undefined {
  if (!basePath || BASE_PATH.test(`${basePath}/`.replace(/\/\/$/, '/'))) return undefined;
  return `Unexpected BASE_PATH \`${basePath}\`, expected a path of letters, digits, \`-\`, \`_\`, \`.\` and \`~\`, such as /digest/`;
}

/** Where a site is served on this machine, unless `PORT` says otherwise; Astro's own. */
export const SITE_PORT = 4321;

/** What is wrong with `PORT`, or undefined; without one, nothing is. */
export function faultOfPort(port = process.env['PORT']): string | undefined {
  if (!port || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return undefined;
  return `Unexpected PORT \`${port}\`, expected a number from 0 to 65535`;
}

/** The port that a good `PORT` names, or another. */
export const portOr = (otherwise: number): number => Number(process.env['PORT'] || otherwise);

/** What a person should know of a good address, before the site goes there. */
export function noteOnAddress(siteUrl: string | undefined): string | undefined {
  if (!siteUrl) {
    return 'Nobody has said where the site will stand: its feeds say http://localhost:4321. Set SITE_URL before you deploy it.';
  }
  const { origin, pathname } = new URL(siteUrl);
  const base = toBasePath();
  if (pathname === '/' || pathname.replace(/\/?$/, '/') === base) return undefined;
  return `The site will stand at ${origin}${base}: the path of ${siteUrl} is not taken. A path is set with BASE_PATH.`;
}

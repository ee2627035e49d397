import type { SiteSettings } from '../digest/schema.ts';
import { readDigestFile } from './digest-folder.ts';
import { toBasePath } from './output/places.ts';

/** `content/site.yaml`, as the build validated it. */
export const settings: SiteSettings = readDigestFile<SiteSettings>('site.json');

/** Where the site stands, when it is known: `SITE_URL`, else the `url` of `content/site.yaml`. */
export const siteUrl: string | undefined = process.env['SITE_URL'] || settings.url;

/** The path below which the site stands, as `BASE_PATH` says; begins and ends with `/`. */
export const basePath: string = toBasePath();

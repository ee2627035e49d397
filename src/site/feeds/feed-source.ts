import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteSettings } from '../../digest/schema.ts';
import type { Taxonomy } from '../../digest/topics/taxonomy.ts';
import { papers } from '../papers.ts';
import type { FeedSource } from './feed.ts';

/** Where `npm start` serves the site: what feeds say when nobody has said where it stands. */
const LOCAL = 'http://localhost:4321';

/** What the built digest holds, for feeds and e-mail. Readable in Astro and in plain Node. */
export function readFeedSource(): FeedSource {
  const settings = readDigestFile<SiteSettings>('site.json');
  return {
    settings,
    topics: readDigestFile<Taxonomy>('taxonomy.json').topics,
    papers,
    root: siteRoot(settings),
  };
}

/** `SITE_URL`, else `url` of `site.yaml`, else localhost; with `BASE_PATH`; ends with `/`. */
export function siteRoot(settings: Pick<SiteSettings, 'url'>): string {
  const host = process.env['SITE_URL'] || settings.url || LOCAL;
  const base = (process.env['BASE_PATH'] || '/').replace(/^\/*/, '/').replace(/\/*$/, '/');
  return new URL(base, host).href;
}

function readDigestFile<Value>(name: string): Value {
  const folder = process.env['DIGEST_DIR'] ?? '.digest';
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Value;
}

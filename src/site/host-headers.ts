import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { toBasePath } from './output/places.ts';

const LASTS = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** What a host should send with each path, as Netlify and Cloudflare Pages read it from `_headers`. */
const HEADERS: Record<string, Record<string, string>> = {
  '*': {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  },
  // Every name below these folders holds a hash of the content. `search-index/:index/*` would do for
  // Cloudflare, but for Netlify it is `search-index/manifest.json` too, which is never to be kept.
  '_astro/*': LASTS,
  'search-index/:index/:file': LASTS,
  'search-index/:index/:part/:file': LASTS,
  // Feeds as `text/xml`: browsers then show them, with their style sheet, and do not save them.
  '*.xml': { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/xml; charset=utf-8' },
  '*.json': { 'Access-Control-Allow-Origin': '*' },
  '*feed.json': { 'Content-Type': 'application/feed+json; charset=utf-8' },
  '*.bib': { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  '*.ris': { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  '*.md': { 'Content-Type': 'text/markdown; charset=utf-8' },
  '*.webmanifest': { 'Content-Type': 'application/manifest+json' },
};

/** `dist/_headers`. A route cannot write it: Astro ignores pages whose name begins with `_`. */
export function hostHeaders(): AstroIntegration {
  let base = '/';
  return {
    name: 'host-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = toBasePath(config.base);
      },
      'astro:build:generated': async ({ dir }) => {
        await writeFile(new URL('_headers', dir), toHeadersFile(base));
      },
    },
  };
}

/** The file's text for a site below `base`, which begins and ends with `/`. */
export function toHeadersFile(base: string): string {
  return Object.entries(HEADERS)
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${base}${path}\n${lines.join('')}`;
    })
    .join('\n');
}

import type { APIRoute } from 'astro';
import { settings } from '../site/settings.ts';
import { url } from '../site/urls.ts';

/** What a phone shows when a reader keeps the site on its home screen. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: settings.title,
      description: settings.description,
      lang: settings.language,
      start_url: url(''),
      scope: url(''),
      display: 'minimal-ui',
      background_color: '#fbf9f5',
      theme_color: '#fbf9f5',
      icons: [
        { src: url('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
        { src: url('icon-192.png'), sizes: '192x192', type: 'image/png' },
        { src: url('icon-512.png'), sizes: '512x512', type: 'image/png' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );

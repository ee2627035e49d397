import type { APIRoute } from 'astro';
import { channels, feedResponse, source } from '../site/feeds/feed-routes.ts';
import { toOpml } from '../site/feeds/to-opml.ts';

export const GET: APIRoute = () => feedResponse(toOpml(channels, source), 'text/xml');

import type { APIRoute } from 'astro';
import type { FeedPage } from '../../site/feeds/feed.ts';
import { feedPaths, feedResponse } from '../../site/feeds/feed-routes.ts';
import { toRss } from '../../site/feeds/to-rss.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ page: FeedPage }> = ({ props }) =>
  feedResponse(toRss(props.page), 'text/xml');

import type { APIRoute } from 'astro';
import type { FeedPage } from '../../site/feeds/feed.ts';
import { feedPaths, feedResponse } from '../../site/feeds/feed-routes.ts';
import { toJsonFeed } from '../../site/feeds/to-json-feed.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ page: FeedPage }> = ({ props }) =>
  feedResponse(toJsonFeed(props.page), 'application/feed+json');

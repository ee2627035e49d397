import type { APIRoute } from 'astro';
import type { FeedPage } from '../../site/feeds/feed.ts';
import { feedPaths, feedResponse } from '../../site/feeds/feed-routes.ts';
import { toAtom } from '../../site/feeds/to-atom.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ page: FeedPage }> = ({ props }) =>
  feedResponse(toAtom(props.page), 'text/xml');

import { channels, source } from '../site/feeds/feed-channels.ts';
import { toOpml } from '../site/feeds/to-opml.ts';
import { textFile } from '../site/file-route.ts';

/** All feeds, for the import of a reader. */
export const GET = () => textFile('text/xml', toOpml(channels, source));

import { makeChannels } from './channels.ts';
import type { Channel } from './feed.ts';
import { readFeedSource } from './feed-source.ts';

/** Read and made once a build, for all formats. */
export const source = readFeedSource();
export const channels: readonly Channel[] = makeChannels(source);

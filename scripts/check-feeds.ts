import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { outDir } from '../src/site/output/places.ts';
import { compareFeeds, type FeedLoss, type Feeds } from '../src/site/feeds/compare-feeds.ts';
import { OperatorFault } from '../src/site/operator-fault.ts';
import { namedPath } from './named-path.ts';
import { runScript } from './run-script.ts';

const USAGE = `Usage: npm run check:feeds -- OLD_DIST [NEW_DIST] [--except ID_OR_FEED]…

Fails when the feeds in NEW_DIST (default: dist) lack an item that those in OLD_DIST have, or give
it another id. --except names an item or a feed (topics/quantum/) that may go.`;

const SAYS: Record<FeedLoss['kind'], (loss: FeedLoss) => string> = {
  'feed-gone': () => 'the feed is gone',
  'item-gone': ({ id }) => `lost ${id}`,
  'id-changed': ({ id, newId }) => `changed ${id} to ${newId}`,
};

await runScript(USAGE, checkFeeds);

function checkFeeds(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { except: { type: 'string', multiple: true, default: [] as string[] } },
  });
  const [before, after = outDir()] = positionals;
  if (!before || positionals.length > 2) throw new OperatorFault(USAGE);
  const old = readFeeds(namedPath(before));
  const losses = compareFeeds(old, readFeeds(namedPath(after))).filter(
    ({ feed, id }) =>
      !values.except.some(
        (exempt) => exempt === id || feed.startsWith(exempt.replace(/\/?$/, '/')),
      ),
  );
  for (const loss of losses) console.error(`${loss.feed}: ${SAYS[loss.kind](loss)}`);
  if (losses.length > 0) {
    throw new OperatorFault(
      `\n${losses.length} losses for subscribers. Restore what is missing, or let it go with --except.`,
    );
  }
  console.log(`${old.size} feeds: every item is still there, under its id.`);
}

/** All feeds of a built site; the items of archives count as their feed's. */
function readFeeds(folder: string): Feeds {
  if (!existsSync(folder))
    throw new OperatorFault(`There is no folder ${folder}. Build the site first.`);
  const feeds = new Map<string, Map<string, string>>();
  for (const file of globSync('**/{rss.xml,atom.xml,feed.json}', { cwd: folder }).toSorted()) {
    const name = file.split(path.sep).join('/');
    const feed = name.replace(/(^|\/)archive\/\d+\//, '$1');
    if (!feeds.has(feed)) feeds.set(feed, new Map());
    for (const [id, url] of readItems(name, readFileSync(path.join(folder, file), 'utf8'))) {
      feeds.get(feed)!.set(id, url);
    }
  }
  if (feeds.size === 0) throw new OperatorFault(`There are no feeds in ${folder}.`);
  return feeds;
}

function readItems(name: string, text: string): [id: string, url: string][] {
  if (name.endsWith('rss.xml')) {
    const { items = [] } = parseRssFeed(text);
    return items.map((item) => [item.guid?.value ?? '', item.link ?? '']);
  }
  if (name.endsWith('atom.xml')) {
    const { entries = [] } = parseAtomFeed(text);
    return entries.map((entry) => [entry.id ?? '', entry.links?.[0]?.href ?? '']);
  }
  const { items = [] } = parseJsonFeed(text);
  return items.map((item) => [item.id ?? '', item.url ?? '']);
}

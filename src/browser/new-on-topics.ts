/** A paper as the feed of a topic gives it. */
export interface NewPaper {
  url: string;
  title: string;
  date: string;
}

interface Feed {
  items: { id: string; url: string; title: string; date_published: string }[];
}

/**
 * The papers that the topics at `addresses` got after the day `before`, each once, newest first. A
 * feed that cannot be read counts as empty.
 */
export async function newOnTopics(
  addresses: readonly string[],
  before: string,
): Promise<NewPaper[]> {
  const feeds = await Promise.all(addresses.map(readFeed));
  const papers = new Map<string, NewPaper>();
  for (const { id, url, title, date_published: moment } of feeds.flat()) {
    const date = moment.slice(0, 10);
    // A feed names the host that the site was built for; the reader stays on this one.
    const path = /papers\/[^/]+\/$/.exec(url)?.[0];
    if (date > before && path) papers.set(id, { url: toHere(path), title, date });
  }
  return [...papers.values()].toSorted((a, b) => (a.date < b.date ? 1 : -1));
}

async function readFeed(address: string): Promise<Feed['items']> {
  try {
    const response = await fetch(`${address}feed.json`);
    return response.ok ? ((await response.json()) as Feed).items : [];
  } catch {
    return [];
  }
}

function toHere(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${path}`;
}

import { topicsNamed, type NamedTopic } from './filters.ts';
import { FILTER_NAMES, parseQuery } from './parse-query.ts';

/** What is wrong with a query that stands for good, where nobody sees that it finds nothing. */
export interface QueryFault {
  unexpected: string;
  expected: string;
}

/** ` tag:quantum`: a name of small letters before a colon, outside of quotes */
const FILTER = /(?:^|[\s-])([a-z]+):(?=[^\s/])/gi;
/** `"lookup table"` */
const QUOTED = /"[^"]*"/g;

/** The values that a filter takes, as a pattern and in words; topics are asked for by name. */
const VALUES: Record<string, { pattern: RegExp; says: string }> = {
  has: { pattern: /^(code|math)$/i, says: '`has:code` or `has:math`' },
  year: { pattern: /^\d{4}$/, says: 'a year: `year:2025`' },
  digest: { pattern: /^\d{4}-\d{2}-\d{2}$/, says: 'a day: `digest:2025-03-14`' },
};

/**
 * The first fault of a query that a reader would see at once and a feed would hide: nothing to look
 * for, an open quotation mark, a filter or a topic that there is not.
 */
export function faultOfQuery(text: string, topics: readonly NamedTopic[]): QueryFault | undefined {
  if ((text.match(/["“”„]/g)?.length ?? 0) % 2 === 1)
    return { unexpected: 'open quotation mark', expected: 'a second one: `"lookup table"`' };
  for (const [, name = ''] of text.replace(QUOTED, '""').matchAll(FILTER)) {
    const known: readonly string[] = FILTER_NAMES;
    if (!known.includes(name.toLowerCase()))
      return {
        unexpected: `filter \`${name}:\``,
        expected: `one of ${known.map((one) => `\`${one}:\``).join(', ')}`,
      };
  }
  const { words, phrases, excluded, filters } = parseQuery(`${text} `);
  for (const { name, value } of filters) {
    const allowed = VALUES[name];
    if (allowed && !allowed.pattern.test(value))
      return { unexpected: `\`${name}:${value}\``, expected: allowed.says };
    if (name === 'topic' && topicsNamed(topics, value).length === 0)
      return { unexpected: `topic \`${value}\``, expected: 'one of topics.yaml' };
  }
  return words.length + phrases.length + excluded.length + filters.length === 0
    ? { unexpected: `query \`${text}\``, expected: 'a word that tells papers apart, or a filter' }
    : undefined;
}

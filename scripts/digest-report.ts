import type { Digest } from '../src/digest/build-digest.ts';
import type { Diagnostic } from '../src/digest/diagnostics.ts';
import type { Taxonomy } from '../src/digest/topics/taxonomy.ts';

/** What a build tells the operator: how much came in, what was repaired, what to look at. */
export interface DigestSummary {
  papers: number;
  dumps: number;
  /** Ids that the digest before did not have; undefined where there was none. */
  new?: string[];
  /** Ids that the digest before had and this one neither has nor leads on. */
  gone?: string[];
  /** Ids of topics, old ones too, of which the same is true. */
  goneTopics?: string[];
  /** Papers with at least one repair. */
  repaired: number;
  repairs: number;
  untagged: number;
  warnings: number;
}

/** What had an address in the digest before. */
export interface Published {
  papers: readonly string[];
  topics: readonly string[];
}

const MOST_LISTED = 10;

export function summarize(
  { papers, redirects, messages }: Pick<Digest, 'papers' | 'redirects' | 'messages'>,
  { dumps, taxonomy }: { dumps: readonly unknown[]; taxonomy: Taxonomy },
  before: Published | undefined,
): DigestSummary {
  const records = papers.map(({ record }) => record);
  const known = new Set(before?.papers);
  const led = new Set([...records.map(({ id }) => id), ...redirects.map(({ from }) => from)]);
  const topics = new Set(topicIds(taxonomy));
  return {
    papers: records.length,
    dumps: dumps.length,
    ...(before && {
      new: records.map(({ id }) => id).filter((id) => !known.has(id)),
      gone: before.papers.filter((id) => !led.has(id)),
      goneTopics: before.topics.filter((id) => !topics.has(id)),
    }),
    repaired: records.filter(({ repairs }) => repairs.length > 0).length,
    repairs: records.reduce((sum, { repairs }) => sum + repairs.length, 0),
    untagged: records.filter(({ topics }) => topics.length === 0).length,
    warnings: messages.filter(isWarning).length,
  };
}

/** The ids of topics, and those that they had before. */
export const topicIds = ({ topics }: Taxonomy): string[] =>
  topics.flatMap(({ id, aliases }) => [id, ...aliases]);

/** The summary in a few lines. */
export function sayReport(summary: DigestSummary): string {
  const { papers, dumps, repaired, repairs, untagged, warnings } = summary;
  const lines = [
    `${count(papers, 'paper')} from ${count(dumps, 'dump')}${sayNew(summary)}.`,
    `${count(repairs, 'repair')} in ${count(repaired, 'paper')}; ${untagged} without a topic.`,
  ];
  if (summary.gone?.length) {
    lines.push(`No longer there, their addresses lead nowhere: ${listed(summary.gone)}.`);
  }
  if (summary.goneTopics?.length) {
    lines.push(
      `Topics no longer there, their pages and feeds lead nowhere: ${listed(summary.goneTopics)}.`,
      'One that has another id now leads there when it has the old one under `aliases`.',
    );
  }
  lines.push(
    warnings > 0 ? `${count(warnings, 'warning')} above: please look.` : 'Nothing to look at.',
  );
  return lines.join('\n');
}

function sayNew({ new: fresh, papers }: DigestSummary): string {
  if (!fresh || fresh.length === papers) return '';
  return fresh.length === 0 ? ', none new' : `, ${fresh.length} new: ${listed(fresh)}`;
}

function listed(ids: readonly string[]): string {
  const rest = ids.length - MOST_LISTED;
  return ids.slice(0, MOST_LISTED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

function isWarning({ severity }: Diagnostic): boolean {
  return severity === 'warning';
}

import { arxivUrl } from '../digest/render/addresses.ts';
import type { FeedSource } from '../site/feeds/feed.ts';
import { leadText } from '../site/feeds/lead-text.ts';
import { oneLine } from '../site/feeds/one-line.ts';
import type { PaperPage } from '../site/papers.ts';
import { countOf, formatDay } from '../site/wording.ts';
import type { Selection } from './select-papers.ts';

/** What a mail says, before it has a form. All texts are plain Unicode in one line. */
export interface EmailContents {
  language: string;
  title: string;
  intro: string;
  groups: { label: string | undefined; papers: EmailPaper[] }[];
  /** Papers that stand only on the page. */
  more: number;
  page: string;
  subscribePage: string;
}

export interface EmailPaper {
  title: string;
  lead: string;
  url: string;
  links: { label: string; url: string }[];
}

/** Papers shown: mail programs cut messages beyond 100 kB. */
const MAX_PAPERS = 100;

/** What the mail of a selection says. */
export function contentsOf(selection: Selection, source: FeedSource): EmailContents {
  const { papers, topic, after, to } = selection;
  const { settings, root } = source;
  const shown = papers.slice(0, MAX_PAPERS);
  const label = topic && oneLine(topic.label);
  return {
    language: settings.language,
    title: [oneLine(settings.title), ...(label ? [label] : []), formatDay(to)].join(' · '),
    intro: `${countOf(papers.length, 'paper')}${label ? ` on ${label}` : ''} ${
      after === undefined ? `of ${formatDay(to)}` : `since ${formatDay(after)}`
    }.`,
    groups: groupByTopic(shown, selection, source).map(({ label, papers }) => ({
      label: label && oneLine(label),
      papers: papers.map((page) => toEmailPaper(page, root)),
    })),
    more: papers.length - shown.length,
    page: `${root}${topic ? `topics/${topic.id}/` : `digests/${to}/`}`,
    subscribePage: `${root}subscribe/`,
  };
}

/**
 * By the main topic of each paper, in the order of the taxonomy, those without one last; a topic's
 * digest is one group, and papers of which none has a topic are.
 */
function groupByTopic(
  papers: readonly PaperPage[],
  selection: Selection,
  { topics }: FeedSource,
): { label?: string; papers: readonly PaperPage[] }[] {
  if (selection.topic) return [{ papers }];
  const byTopic = Map.groupBy(papers, ({ paper }) =>
    topics.find(({ id }) => id === paper.topics[0]?.id.split('/')[0]),
  );
  const groups = topics.flatMap((topic) => {
    const held = byTopic.get(topic);
    return held ? [{ label: topic.label, papers: held }] : [];
  });
  const others = byTopic.get(undefined);
  if (!others) return groups;
  return groups.length === 0 ? [{ papers }] : [...groups, { label: 'Others', papers: others }];
}

function toEmailPaper({ paper }: PaperPage, root: string): EmailPaper {
  const { arxiv } = paper.identifiers;
  const code = paper.links.find(({ kind }) => kind === 'code');
  return {
    title: oneLine(paper.titleText) || paper.id,
    lead: leadText(paper.abstractText),
    url: `${root}papers/${paper.id}/`,
    links: [
      ...(arxiv ? [{ label: `arXiv ${arxiv}`, url: arxivUrl(arxiv) }] : []),
      ...(code ? [{ label: 'Code', url: code.url }] : []),
    ],
  };
}

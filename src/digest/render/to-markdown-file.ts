import type { Paper } from '../schema.ts';
import { cleanText } from './clean-text.ts';
import { LINK_LABELS } from './link-labels.ts';
import { paperAddress } from './publication.ts';

/** A heading may end in signs that close it. "C #" */
const CLOSING = /(?<=[ \t])#+$/;

/**
 * A paper as a Markdown file for notes: facts as YAML front matter, the title as heading, the
 * abstract, its links. Formulae stand between dollars.
 */
export function toMarkdownFile(paper: Paper): string {
  const heading = paper.title.replace(CLOSING, (signs) => signs.replaceAll('#', '\\#'));
  const links = linksOf(paper).map(([label, url]) => `- ${label}: <${url}>\n`);
  const blocks = [`# ${heading}\n`, paper.abstract && `${paper.abstract}\n`, links.join('')];
  return `---\n${frontMatter(paper)}---\n\n${blocks.filter(Boolean).join('\n')}`;
}

function frontMatter(paper: Paper): string {
  const { arxiv, doi, openreview } = paper.identifiers;
  const facts: Record<string, string | readonly string[] | undefined> = {
    title: paper.titleText,
    authors: paper.authors,
    published: paper.published,
    seen: paper.date,
    url: paper.url,
    arxiv,
    doi,
    openreview,
    topics: paper.topics.map(({ id }) => id),
    methods: paper.methods,
  };
  return Object.entries(facts)
    .map(([name, value]) => (value?.length ? `${name}: ${toYaml(value)}\n` : ''))
    .join('');
}

/** JSON is YAML too. */
const toYaml = (value: string | readonly string[]): string =>
  typeof value === 'string'
    ? JSON.stringify(cleanText(value))
    : `[${value.map(toYaml).join(', ')}]`;

function linksOf(paper: Paper): [label: string, url: string][] {
  const address = paperAddress(paper);
  return [
    ...(address ? [[LINK_LABELS.paper, address] satisfies [string, string]] : []),
    ...paper.links
      .filter(({ url }) => url !== address)
      .map(({ kind, url }): [string, string] => [LINK_LABELS[kind], url]),
  ];
}

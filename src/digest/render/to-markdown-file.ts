import { stringify } from 'yaml';
import type { Paper } from '../schema.ts';
import { cleanText } from './clean-text.ts';
import { paperAddress } from './publication.ts';

const LABELS: Record<Paper['links'][number]['kind'], string> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project page',
  paper: 'Paper',
};

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

function frontMatter({
  titleText,
  authors,
  published,
  date,
  url,
  topics,
  methods,
  identifiers,
}: Paper): string {
  const facts = {
    title: cleanText(titleText),
    authors: authors?.map(cleanText),
    published,
    seen: date,
    url,
    ...identifiers,
    topics: topics.map(({ id }) => id),
    methods: methods.map(cleanText),
  };
  return stringify(facts, {
    lineWidth: 0,
    keepUndefined: false,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
}

function linksOf(paper: Paper): [label: string, url: string][] {
  const address = paperAddress(paper);
  return [
    ...(address ? [[LABELS.paper, address] satisfies [string, string]] : []),
    ...paper.links
      .filter(({ url }) => url !== address)
      .map(({ kind, url }): [string, string] => [LABELS[kind], url]),
  ];
}

import type { Heading, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { stringify } from 'yaml';
import type { Paper } from '../schema.ts';
import { cleanText } from './clean-text.ts';
import { fromMarkdown } from './from-markdown.ts';
import { paperAddress } from './publication.ts';
import { blocksToMarkdown } from './to-markdown.ts';

/**
 * A paper as a Markdown file for notes: facts as YAML front matter, the title as heading, the
 * abstract, its links. Formulae stand between dollars.
 */
export function toMarkdownFile(paper: Paper): string {
  const heading: Heading = { type: 'heading', depth: 1, children: fromMarkdown(paper.title) };
  const abstract: Paragraph = { type: 'paragraph', children: fromMarkdown(paper.abstract) };
  const links = linksOf(paper);
  return `---\n${frontMatter(paper)}---\n\n${blocksToMarkdown([
    heading,
    ...(abstract.children.length > 0 ? [abstract] : []),
    ...(links.length > 0 ? [{ type: 'list' as const, spread: false, children: links }] : []),
  ])}`;
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

const LABELS: Record<Paper['links'][number]['kind'], string> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project page',
  paper: 'Paper',
};

function linksOf(paper: Paper): ListItem[] {
  const address = paperAddress(paper);
  const links = [
    ...(address ? [{ kind: 'paper' as const, url: address }] : []),
    ...paper.links.filter(({ url }) => url !== address),
  ];
  return links.map(({ kind, url }) => {
    const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: url }] };
    const label: PhrasingContent = { type: 'text', value: `${LABELS[kind]}: ` };
    return {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [label, link] }],
    };
  });
}

import { publicationOf } from '../../digest/render/publication.ts';
import type { Paper } from '../../digest/schema.ts';
import { identifierTerms } from '../text/identifiers.ts';
import { readHtml, type Inline } from './read-html.ts';
import { splitSentences } from './split-sentences.ts';

/** What search knows of a paper. */
export interface SearchDocument {
  id: string;
  titleText: string;
  abstractText: string;
  methods: readonly string[];
  /** Names in the addresses that the paper links to: `TangleNAS-527C`. */
  linkNames: readonly string[];
  topicIds: readonly string[];
  topicLabels: readonly string[];
  authors: readonly string[];
  /** `arxiv:2412.06289` */
  identifiers: readonly string[];
  date: string;
  /** The year of publication; where that is not known, the one in which it was pasted. */
  year: string;
  hasCode: boolean;
  hasMath: boolean;
  title: Inline[];
  sentences: Inline[][];
}

/** The part of a built paper that search reads. */
export interface RenderedPaper {
  paper: Paper;
  titleHtml: string;
  abstractHtml: string;
}

/** A paper as search sees it; `labels` names the topics by id. */
export function toSearchDocument(
  { paper, titleHtml, abstractHtml }: RenderedPaper,
  labels: ReadonlyMap<string, string>,
): SearchDocument {
  const title = readHtml(titleHtml);
  const sentences = splitSentences(readHtml(abstractHtml));
  return {
    id: paper.id,
    titleText: paper.titleText,
    abstractText: paper.abstractText,
    methods: paper.methods,
    linkNames: paper.links.flatMap(({ url }) =>
      new URL(url).pathname.split('/').slice(1).filter(Boolean),
    ),
    topicIds: paper.topics.map(({ id }) => id),
    topicLabels: paper.topics.flatMap(({ id }) => labels.get(id) ?? []),
    authors: paper.authors ?? [],
    identifiers: identifierTerms(paper.identifiers),
    date: paper.date,
    year: publicationOf(paper)?.year ?? paper.date.slice(0, 4),
    hasCode: paper.links.some(({ kind }) => kind === 'code'),
    hasMath: [title, ...sentences].some((inlines) =>
      inlines.some((part) => typeof part !== 'string'),
    ),
    title,
    sentences,
  };
}

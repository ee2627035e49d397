import type { Paper, PaperLink } from '../digest/schema.ts';
import {
  arxivPdfUrl,
  arxivSearchUrl,
  arxivUrl,
  doiUrl,
  huggingFaceUrl,
  openReviewUrl,
} from './urls.ts';

/** "https://" and "www." of an address that is shown */
const SCHEME = /^https?:\/\/(www\.)?/;
const KIND_LABELS: Record<PaperLink['kind'], string> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project',
  paper: 'Paper',
};

/** Where a paper can be read, with what each place is called. */
export function readingLinks({ identifiers, titleText }: Paper): { label: string; href: string }[] {
  const { arxiv, doi, openreview } = identifiers;
  const links = [
    ...(arxiv
      ? [
          { label: `arXiv ${arxiv}`, href: arxivUrl(arxiv) },
          { label: 'PDF', href: arxivPdfUrl(arxiv) },
          { label: 'Hugging Face', href: huggingFaceUrl(arxiv) },
        ]
      : []),
    ...(openreview ? [{ label: 'OpenReview', href: openReviewUrl(openreview) }] : []),
    ...(doi ? [{ label: `doi ${doi}`, href: doiUrl(doi) }] : []),
  ];
  if (links.length > 0) return links;
  return [{ label: 'Search arXiv for this title', href: arxivSearchUrl(titleText) }];
}

/** The links that the abstract gives: `Code` · `github.com/a/b`. */
export function givenLinks({ links }: Paper): { kind: string; label: string; href: string }[] {
  return links.map(({ kind, url }) => ({
    kind: KIND_LABELS[kind],
    label: linkLabel(url),
    href: url,
  }));
}

/** An address as a reader says it: `github.com/jacobdunefsky/transcoder_circuits`. */
export function linkLabel(href: string): string {
  return href.replace(SCHEME, '').replace(/\/$/, '');
}

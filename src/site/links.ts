import { arxivUrl, doiUrl, openReviewUrl } from '../digest/render/addresses.ts';
import { LINK_LABELS } from '../digest/render/link-labels.ts';
import type { Paper } from '../digest/schema.ts';
import { arxivPdfUrl, arxivSearchUrl, huggingFaceUrl } from './urls.ts';

/** What a reader does not need to be told: "https://www.", "https://github.com/" */
const OBVIOUS = /^https?:\/\/(www\.|github\.com\/(?=.))?/;

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
    kind: LINK_LABELS[kind],
    label: linkLabel(url),
    href: url,
  }));
}

/** An address as a reader says it: `jacobdunefsky/transcoder_circuits`, `anonymous.4open.science/r/x`. */
export function linkLabel(href: string): string {
  return href.replace(OBVIOUS, '').replace(/\/$/, '');
}

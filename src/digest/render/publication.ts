import type { Paper } from '../schema.ts';
import { arxivUrl, doiUrl, openReviewUrl } from './addresses.ts';

/** When a paper came out, as far as its record tells: never the day on which a dump held it. */
export interface Publication {
  year: string;
  /** "03" */
  month?: string;
  day?: string;
}

/** An arXiv id since 2007 tells year and month. "2503.01234" */
const DATED_ID = /^(\d\d)(0[1-9]|1[0-2])\.\d/;
/** Before, too, after the archive's name. "math/0309136" */
const OLD_ID = /\/(\d\d)(0[1-9]|1[0-2])\d{3}$/;

export function publicationOf({ published, identifiers }: Paper): Publication | undefined {
  if (published) {
    const [year, month, day] = published.split('-') as [string, string, string];
    return { year, month, day };
  }
  const { arxiv = '' } = identifiers;
  const [, yy, month] = DATED_ID.exec(arxiv) ?? OLD_ID.exec(arxiv) ?? [];
  if (!yy || !month) return undefined;
  return { year: `${Number(yy) > 90 ? '19' : '20'}${yy}`, month };
}

/** Where a reader finds the paper itself, best first; undefined where the record does not know. */
export function paperAddress({ identifiers, links }: Paper): string | undefined {
  const { arxiv, doi, openreview } = identifiers;
  if (arxiv) return arxivUrl(arxiv);
  if (doi) return doiUrl(doi);
  if (openreview) return openReviewUrl(openreview);
  return links.find(({ kind }) => kind === 'paper')?.url;
}

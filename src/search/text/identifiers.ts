import type { Paper } from '../../digest/schema.ts';

/** Before an arXiv id: "arXiv:", "https://arxiv.org/abs/", "huggingface.co/papers/", "10.48550/arXiv." */
const ARXIV_PLACE =
  /^(?:arxiv[:\s]\s*|(?:https?:\/\/)?(?:www\.)?(?:(?:arxiv|alphaxiv)\.org\/(?:abs|pdf|html)|(?:huggingface|hf)\.co\/papers)\/|(?:doi:|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.)/i;
/** "2412.06289v2", "math.GT/0309136"; "2412.0", while it is typed */
const ARXIV = /^(\d{4}\.\d{1,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d*)?(?:\.pdf|\/)?(?:[?#].*)?$/i;
/** "10.1145/3292500.3330701", "doi:10.1145/3292500.3330701", "https://doi.org/10.1145/3292500.3330701" */
const DOI = /^(?:doi[:\s]\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;
/** "https://openreview.net/forum?id=rJl-b3RcF7" */
const OPENREVIEW = /^(?:https?:\/\/)?openreview\.net\/(?:forum|pdf)\?id=([\w-]+)/i;

/** A paper's identifiers as an index holds them, without white space: `arxiv:2412.06289`. */
export function identifierTerms({ arxiv, doi, openreview }: Paper['identifiers']): string[] {
  return [
    ...(arxiv ? [`arxiv:${arxiv.toLowerCase()}`] : []),
    ...(doi ? [`doi:${doi.toLowerCase()}`] : []),
    ...(openreview ? [`openreview:${openreview}`] : []),
  ];
}

/**
 * The term of a query that is an identifier, or the beginning of an arXiv id, and nothing else, in any
 * of the spellings and addresses that people copy; undefined for words.
 */
export function readIdentifier(query: string): string | undefined {
  const text = query.trim();
  const arxiv = ARXIV.exec(text.replace(ARXIV_PLACE, ''))?.[1];
  if (arxiv) return `arxiv:${arxiv.toLowerCase()}`;
  const doi = DOI.exec(text)?.[1];
  if (doi) return `doi:${doi.toLowerCase()}`;
  const openreview = OPENREVIEW.exec(text)?.[1];
  return openreview && `openreview:${openreview}`;
}

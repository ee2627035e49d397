import type { Metadata } from '../schema.ts';
import type { Draft } from './to-paper.ts';

/** The drafts with the facts of `content/metadata.yaml`. */
export function applyMetadata(drafts: readonly Draft[], metadata: Metadata): Draft[] {
  return drafts.map((draft) => {
    const facts = metadata[draft.record.id];
    if (!facts) return draft;
    const { arxiv, doi, openreview, authors, published, links = [] } = facts;
    const record = {
      ...draft.record,
      identifiers: {
        ...draft.record.identifiers,
        ...(arxiv && { arxiv }),
        ...(doi && { doi }),
        ...(openreview && { openreview }),
      },
      ...(authors && { authors }),
      ...(published && { published }),
      links: [...draft.record.links, ...links],
    };
    return { ...draft, record };
  });
}

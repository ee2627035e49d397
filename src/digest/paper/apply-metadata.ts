import { firstLineOf, type PlaceOf } from '../content/places.ts';
import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { Keep } from '../keep.ts';
import { withoutComments } from '../latex/without-comments.ts';
import type { Metadata, PaperLink } from '../schema.ts';
import { extractLinks } from './extract-links.ts';
import { readText } from './read-text.ts';
import { replacedBy } from './replace-text.ts';
import { withTexts, type Draft } from './to-paper.ts';

export interface Applied {
  drafts: Draft[];
  messages: Diagnostic[];
}

type Facts = Metadata[string];

/**
 * The drafts with the facts of `content/metadata.yaml`; they count more than what the page said. An
 * original title or abstract takes the place of the pasted one. Entries for papers that no dump has
 * are reported.
 */
export function applyMetadata(
  drafts: readonly Draft[],
  metadata: Metadata,
  keep: Keep,
  placeOf: PlaceOf = firstLineOf('metadata.yaml'),
): Applied {
  const ids = new Set(drafts.map(({ record }) => record.id));
  return {
    drafts: drafts.map((draft) =>
      Object.hasOwn(metadata, draft.record.id)
        ? withKnown(draft, metadata[draft.record.id]!, keep)
        : draft,
    ),
    messages: Object.keys(metadata)
      .filter((id) => !ids.has(id))
      .map((id) => diagnose('metadata-unknown-paper', placeOf(id), id)),
  };
}

function withKnown(draft: Draft, facts: Facts, keep: Keep): Draft {
  const { title, abstract } = facts;
  const original = {
    ...facts,
    ...(title && { title: oneLine(title) }),
    ...(abstract && { abstract: oneLine(abstract) }),
  };
  return withFacts(withOriginals(draft, original, keep), original);
}

function withOriginals(draft: Draft, { title, abstract }: Facts, keep: Keep): Draft {
  if (!title && !abstract) return draft;
  const read = (text: string) => keep('text', text, () => readText(text));
  return withTexts(draft, {
    ...(title && {
      title: replacedBy(draft.title, read(title).repaired.phrasing, 'original'),
    }),
    ...(abstract && {
      abstract: replacedBy(draft.abstract, read(abstract).repaired.phrasing, 'original'),
    }),
  });
}

function withFacts(draft: Draft, facts: Facts): Draft {
  const { arxiv, doi, openreview, authors, published, links = [], abstract } = facts;
  const { record } = draft;
  return {
    ...draft,
    record: {
      ...record,
      identifiers: {
        ...record.identifiers,
        ...(arxiv && { arxiv }),
        ...(doi && { doi }),
        ...(openreview && { openreview }),
      },
      ...(authors && { authors }),
      ...(published && { published }),
      links: distinct([...record.links, ...(abstract ? extractLinks(abstract) : []), ...links]),
    },
  };
}

/** Once each; what a person wrote later says what a link leads to. */
function distinct(links: readonly PaperLink[]): PaperLink[] {
  return [...new Map(links.map((link) => [link.url, link])).values()];
}

/** What an author wrote on several lines, whose ends close comments. */
function oneLine(text: string): string {
  return withoutComments(text).replace(/\s+/g, ' ').trim();
}

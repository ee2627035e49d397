import { buildDigest } from '../../../src/digest/build-digest.ts';
import { toPaperPage } from '../../../src/digest/render/paper-page.ts';
import type { Metadata } from '../../../src/digest/schema.ts';
import { SiteSettingsSchema } from '../../../src/digest/schema.ts';
import { TaxonomySchema } from '../../../src/digest/topics/taxonomy.ts';
import { briefOf } from '../../../src/site/paper-brief.ts';
import type { FeedSource } from '../../../src/site/feeds/feed.ts';

export interface Entry {
  title: string;
  abstract: string;
}

const ABSTRACT =
  'We study how circuits of logic gates behave when their inputs are quantized, and we report what we find in detail.';

/** `count` ordinary papers. */
export function entries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({
    title: `Paper Number ${index + 1} on Circuits`,
    abstract: `${ABSTRACT} This is the abstract with the number ${index + 1}.`,
  }));
}

/** A feed source made from dumps as a build makes it; searches are words of titles. */
export function makeSource(
  dumps: Record<string, readonly Entry[]>,
  change: {
    root?: string;
    metadata?: Metadata;
    settings?: object;
    searches?: Record<string, string>;
  } = {},
): FeedSource {
  const taxonomy = TaxonomySchema.parse({
    topics: [
      { id: 'circuits', label: 'Circuits & gates', description: 'Gates.', for: ['circuit'] },
      {
        id: 'circuits/quantum',
        label: 'Quantum circuits',
        description: 'Qubits.',
        for: ['quantum circuit'],
      },
      { id: 'empty', label: 'Empty', description: 'Nothing.', for: ['zzzz'] },
    ],
  });
  const digest = buildDigest({
    dumps: Object.entries(dumps).map(([date, held]) => ({
      file: `${date}.txt`,
      date,
      text: held.map(({ title, abstract }) => `${title}\n\n${abstract}\n`).join('\n'),
    })),
    taxonomy,
    metadata: change.metadata ?? {},
    corrections: {},
  });
  const papers = digest.papers
    .map((draft) => {
      const page = toPaperPage(draft);
      const { id } = draft.record;
      const brief = briefOf(page, { ownHash: id, characters: { text: '', math: '' } });
      return { ...page, hash: id, brief };
    })
    .sort((a, b) => (a.paper.date < b.paper.date ? 1 : a.paper.date > b.paper.date ? -1 : 0));
  return {
    settings: SiteSettingsSchema.parse({
      title: 'Circuits & <Bits>',
      description: 'What we follow.',
      tagAuthority: 'example.org,2025',
      ...change.settings,
    }),
    topics: taxonomy.topics,
    papers,
    searches: Object.entries(change.searches ?? {}).map(([id, word]) => ({
      id,
      title: `About ${word}`,
      query: word,
      papers: papers.filter(({ paper }) => paper.titleText.includes(word)),
    })),
    root: change.root ?? 'https://example.org/',
  };
}

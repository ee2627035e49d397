import { z } from 'zod';

/**
 * Every shape that crosses a border of the core: content files on the way in, records on the way
 * out. Types are inferred from the schemas; between the stages plain interfaces are trusted.
 */

const isoDate = z.iso.date().describe('A day, ISO 8601: 2025-03-14');
const httpUrl = z.url({ protocol: /^https?$/, abort: true }).describe('An absolute http(s) URL');
/** What a person writes: addresses without the signs that stand around them in texts and files. */
const writtenUrl = httpUrl.regex(/^[^\s<>"{}|\\^`]*$/, {
  error: ({ input }) =>
    `Unexpected sign in \`${String(input)}\`, expected an address without spaces, quotes and brackets`,
});
/** What a person writes, and readers see. */
export const writtenText = z.string().regex(/\S/, {
  error: ({ input }) =>
    `Unexpected ${input === '' ? 'empty text' : 'text of spaces'}, expected words`,
});
export const PAPER_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const paperId = z.string().regex(PAPER_ID).max(80);
export const TOPIC_ID = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/;
const topicId = z
  .string()
  .regex(TOPIC_ID)
  .describe('A topic id; a child topic is parent/child: circuits/quantum');
const field = z.enum(['title', 'abstract']);

const EvidenceSchema = z
  .object({
    field,
    text: z.string().describe('The words that decided, as they stand in the plain text'),
    start: z.int().min(0).describe('Offset into titleText or abstractText, UTF-16 units'),
    end: z.int().min(0),
    rule: z.string().describe('The phrase of the taxonomy that fired'),
    weight: z.number().describe('What it added to the score; negative speaks against'),
  })
  .describe('One phrase that decided a topic, with its place');

const TopicTagSchema = z.object({
  id: topicId,
  score: z.number().min(0).max(1),
  evidence: z.array(EvidenceSchema),
  byHand: z.string().optional().describe('The reason, where a person set this topic'),
});

const RepairSchema = z
  .object({
    field,
    from: z.string().describe('The characters as pasted'),
    to: z.string().describe('What they are read as, Markdown'),
    start: z.int().min(0).describe('Offset into source.title or source.abstract, UTF-16 units'),
    end: z.int().min(0),
    rule: z.string(),
  })
  .describe('One edit of the pasted text');

const LINK_KINDS = ['code', 'data', 'model', 'project', 'paper'] as const;

const IdentifiersSchema = z.object({
  arxiv: z
    .string()
    .regex(/^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/)
    .optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  openreview: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
});

export const PaperSchema = z
  .object({
    id: paperId,
    url: httpUrl.optional().describe("The paper's page, absolute, where the site's URL is known"),
    title: z.string().min(1).describe('Markdown with $…$ math'),
    titleText: z.string().min(1).describe('Plain Unicode: S²FT'),
    abstract: z.string().describe('Markdown with $…$ math, everything else escaped'),
    abstractText: z.string().describe('Plain Unicode'),
    source: z
      .object({ dump: z.string(), line: z.int().min(1), title: z.string(), abstract: z.string() })
      .describe('As pasted'),
    date: isoDate.describe('First seen'),
    dates: z.array(isoDate).min(1).describe('Every dump date on which it was seen, oldest first'),
    authors: z.array(z.string()).optional(),
    published: isoDate.optional(),
    topics: z.array(TopicTagSchema),
    links: z.array(z.object({ kind: z.enum(LINK_KINDS), url: httpUrl })),
    methods: z.array(z.string()).describe('Names that the paper gives to what it proposes'),
    identifiers: IdentifiersSchema,
    repairs: z.array(RepairSchema),
    related: z.array(
      z.object({ id: paperId, score: z.number().min(0).max(1), terms: z.array(z.string()) }),
    ),
  })
  .describe('A paper of the digest');

export const MetadataSchema = z
  .record(
    paperId,
    z.strictObject({
      arxiv: IdentifiersSchema.shape.arxiv,
      doi: IdentifiersSchema.shape.doi,
      openreview: IdentifiersSchema.shape.openreview,
      authors: z.array(writtenText).optional(),
      published: isoDate.optional(),
      links: z.array(z.strictObject({ kind: z.enum(LINK_KINDS), url: writtenUrl })).optional(),
      title: writtenText.optional().describe('The original title, LaTeX as its authors wrote it'),
      abstract: writtenText.optional().describe('The original abstract, LaTeX'),
    }),
  )
  .describe('Facts that the dump lacks, by paper id');

export const CorrectionsSchema = z
  .record(
    paperId,
    z.strictObject({
      title: writtenText.optional().describe('Replaces the title, Markdown with $…$'),
      abstract: writtenText.optional().describe('Replaces the abstract, Markdown with $…$'),
      repairs: z
        .array(
          z.strictObject({
            from: writtenText.describe('The pasted characters of the repair'),
            to: z
              .string()
              .optional()
              .describe(
                'What they are read as instead, Markdown; without it the repair is refused',
              ),
          }),
        )
        .optional(),
      topics: z
        .strictObject({
          add: z.record(topicId, writtenText).optional().describe('Topic id: the reason'),
          remove: z.record(topicId, writtenText).optional().describe('Topic id: the reason'),
        })
        .optional(),
      mergeInto: paperId.optional().describe('This paper is the same as that one'),
    }),
  )
  .describe('Fixes by hand, by paper id, applied last');

export const SiteSettingsSchema = z.strictObject({
  title: writtenText,
  description: writtenText.describe('What this digest follows, in one sentence'),
  url: writtenUrl.optional().describe('Where the site stands; SITE_URL overrides it'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('en'),
  author: z.string().optional(),
  email: z.email().optional(),
  emailSignup: z
    .union([httpUrl, z.url({ protocol: /^mailto$/ })])
    .optional()
    .describe('Where readers ask for the digest by e-mail: a form, or mailto:'),
  /** The authority of `tag:` URIs (RFC 4151): fixes feed ids for good, whatever host serves them. */
  tagAuthority: z
    .string()
    .regex(/^[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?$/)
    .default('offprint.invalid,2025')
    .describe('A domain or address of yours and a year in which it was yours: example.org,2025'),
  links: z.array(z.strictObject({ label: writtenText, url: writtenUrl })).default([]),
  searches: z
    .record(
      paperId,
      z.strictObject({
        title: writtenText,
        query: writtenText.max(300).describe('As one would type it on the search page'),
        description: writtenText.optional().describe('One sentence'),
      }),
    )
    .default({})
    .describe('Searches with feeds of their own, by the name in their address: /feeds/<name>/'),
});

export type Evidence = z.infer<typeof EvidenceSchema>;
export type TopicTag = z.infer<typeof TopicTagSchema>;
export type Repair = z.infer<typeof RepairSchema>;
export type Paper = z.infer<typeof PaperSchema>;
export type Metadata = z.infer<typeof MetadataSchema>;
export type Corrections = z.infer<typeof CorrectionsSchema>;
export type SiteSettings = z.infer<typeof SiteSettingsSchema>;
export type PaperLink = Paper['links'][number];
export type Field = z.infer<typeof field>;

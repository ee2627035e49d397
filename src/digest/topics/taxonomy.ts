import { z } from 'zod';
import { TOPIC_ID, writtenText } from '../schema.ts';
import { MAX_WORDS, parsePhrase } from './phrase.ts';

/** A page of the site, and names that Windows keeps for devices. */
const RESERVED = /^(?:untagged|con|prn|aux|nul|com\d|lpt\d)$/;
/** As long as the name of a folder may be in any system, and an address that people copy. */
const LONGEST_PART = 80;

const topicId = z
  .string()
  .regex(TOPIC_ID, {
    error: ({ input }) =>
      `Unexpected topic id \`${String(input)}\`, expected lower-case words with hyphens, a child as parent/child: circuits/quantum`,
  })
  .refine((id) => id.split('/').every((part) => !RESERVED.test(part)), {
    error: ({ input }) =>
      `Unexpected topic id \`${String(input)}\`, a name that the site or Windows uses itself, expected another`,
  })
  .refine((id) => id.split('/').every((part) => part.length <= LONGEST_PART), {
    error: ({ input }) =>
      `Unexpected topic id \`${String(input)}\`, expected at most ${LONGEST_PART} characters`,
  });

const phrase = z
  .string({ error: 'Expected a phrase, such as: graph neural network' })
  .refine((text) => parsePhrase(text) !== undefined, {
    error: ({ input }) =>
      `Unexpected phrase \`${String(input)}\`, expected one to ${MAX_WORDS} words without punctuation; \`quantiz*\` takes every ending, \`*GNN\` every beginning, \`_\` stands for a number`,
  });
const phrases = z.array(phrase, { error: 'Expected a list of phrases' }).default([]);

/** The lists of phrases of a topic, with what each says; the file's comments and the docs agree. */
export const PHRASE_LISTS = {
  strong: 'One mention is enough, unless it is in passing',
  for: 'Speaks for the topic; in the title, or said twice, it is enough',
  ambiguous: 'Has several senses; speaks for the topic in the company of its other phrases',
  hint: 'Adds to the others, never decides alone',
  context: 'Adds nothing; tells the sense of ambiguous phrases',
  against: 'Speaks against the topic',
  ignore: 'Means something else: says nothing, and takes its words from the other lists',
} as const;
export type PhraseList = keyof typeof PHRASE_LISTS;

/** One topic of `content/topics.yaml`. */
const TopicSchema = z.strictObject({
  id: topicId,
  label: writtenText,
  description: writtenText.describe('One sentence'),
  aliases: z.array(topicId).default([]).describe('Old ids; their URLs redirect here'),
  strong: phrases.describe(PHRASE_LISTS.strong),
  for: phrases.describe(PHRASE_LISTS.for),
  ambiguous: phrases.describe(PHRASE_LISTS.ambiguous),
  hint: phrases.describe(PHRASE_LISTS.hint),
  context: phrases.describe(PHRASE_LISTS.context),
  against: phrases.describe(PHRASE_LISTS.against),
  ignore: phrases.describe(PHRASE_LISTS.ignore),
});

/** `content/topics.yaml`: its faults carry the path at which they stand. */
export const TaxonomySchema = z
  .strictObject({ topics: z.array(TopicSchema) })
  .superRefine(({ topics }, context) => {
    for (const { path, message } of [...faultsOfIds(topics), ...faultsOfPhrases(topics)])
      context.addIssue({ code: 'custom', path: ['topics', ...path], message });
  });

export type Topic = z.infer<typeof TopicSchema>;
export type Taxonomy = z.infer<typeof TaxonomySchema>;

/** The parent's id of a child topic: "circuits/quantum" → "circuits". */
export function parentOf(id: string): string | undefined {
  const slash = id.indexOf('/');
  return slash > 0 ? id.slice(0, slash) : undefined;
}

/** The phrases that alone can speak for a topic. */
export function claimsOf(topic: Topic): string[] {
  return topic.strong.concat(topic.for, topic.ambiguous);
}

/** The topic that an id stands for, by its own id or an old one. */
export function findTopic(taxonomy: Taxonomy, id: string): Topic | undefined {
  return taxonomy.topics.find((topic) => topic.id === id || topic.aliases.includes(id));
}

/** Children without a parent, and ids or aliases that are taken. */
function faultsOfIds(topics: readonly Topic[]): Fault[] {
  const ids = new Set(topics.map(({ id }) => id));
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  topics.forEach((topic, index) => {
    const parent = parentOf(topic.id);
    if (parent && !ids.has(parent))
      faults.push({
        path: [index, 'id'],
        message: `Unexpected child \`${topic.id}\`, expected its parent \`${parent}\` in the file too`,
      });
    for (const [field, id] of [['id', topic.id], ...topic.aliases.map((id) => ['aliases', id])]) {
      const owner = owners.get(id!);
      if (owner)
        faults.push({
          path: [index, field!],
          message: `Unexpected \`${id}\` again, expected an id that \`${owner}\` does not use`,
        });
      owners.set(id!, topic.id);
    }
  });
  return faults;
}

/** Topics that nothing can speak for, and phrases that stand in two lists of a topic. */
function faultsOfPhrases(topics: readonly Topic[]): Fault[] {
  const parents = new Set(topics.map(({ id }) => parentOf(id)));
  return topics.flatMap((topic, index): Fault[] => {
    const isSense = parentOf(topic.id) !== undefined && topic.context.length > 0;
    if (claimsOf(topic).length === 0 && !isSense && !parents.has(topic.id))
      return [
        {
          path: [index, 'id'],
          message: `Unexpected topic \`${topic.id}\` without phrases, expected at least one under \`for\``,
        },
      ];
    return contradictions(topic).map(({ list, at, other }) => ({
      path: [index, list, at],
      message: `Unexpected phrase \`${topic[list][at]}\` in \`${list}\`, expected it in one list: it stands in \`${other}\` too`,
    }));
  });
}

/** Where a phrase stands in `list` that stands in the earlier list `other` too. */
function contradictions(topic: Topic): { list: PhraseList; at: number; other: PhraseList }[] {
  const seen = new Map<string, PhraseList>();
  return (Object.keys(PHRASE_LISTS) as PhraseList[]).flatMap((list) =>
    topic[list].flatMap((text, at) => {
      const key = JSON.stringify(parsePhrase(text));
      const other = seen.get(key);
      seen.set(key, list);
      return other && other !== list ? [{ list, at, other }] : [];
    }),
  );
}

/** What is wrong, and where below `topics`. */
interface Fault {
  path: (string | number)[];
  message: string;
}

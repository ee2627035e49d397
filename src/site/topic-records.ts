import { z } from 'zod';
import { shelves, type Shelf } from './topics.ts';
import { absoluteUrl, topicPath } from './urls.ts';

/** A topic in `/api/topics.json`. */
export const TopicRecordSchema = z
  .object({
    id: z.string().describe('A child topic is parent/child: circuits/quantum'),
    url: z.url().optional().describe("The topic's page, absolute, where the site's URL is known"),
    label: z.string(),
    description: z.string(),
    parent: z.string().optional(),
    children: z.array(z.string()).describe('Ids of its senses, most papers first'),
    papers: z
      .array(z.string())
      .describe('Ids of its papers, newest first, those of its children too'),
    neighbours: z.array(
      z.object({ id: z.string(), papers: z.int().describe('Papers that stand on both') }),
    ),
  })
  .describe('A topic of the digest');

export type TopicRecord = z.infer<typeof TopicRecordSchema>;

export const topicRecords = (): TopicRecord[] => shelves.map(toTopicRecord);

function toTopicRecord({ topic }: Shelf): TopicRecord {
  const { id, label, description, parent, children, papers, neighbours } = topic;
  const url = absoluteUrl(topicPath(id));
  return {
    id,
    ...(url && { url }),
    label,
    description,
    ...(parent && { parent }),
    children,
    papers,
    neighbours,
  };
}

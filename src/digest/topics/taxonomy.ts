import { z } from 'zod';
import { TOPIC_ID } from '../schema.ts';

/** One topic of `content/topics.yaml`. */
export const TopicSchema = z.strictObject({
  id: z.string().regex(TOPIC_ID),
  label: z.string().min(1),
  description: z.string().min(1).describe('One sentence'),
  aliases: z.array(z.string()).default([]).describe('Old ids; their URLs redirect here'),
  phrases: z.array(z.string().min(1)).describe('Phrases that speak for it'),
});

export const TaxonomySchema = z.strictObject({ topics: z.array(TopicSchema) });

export type Topic = z.infer<typeof TopicSchema>;
export type Taxonomy = z.infer<typeof TaxonomySchema>;

import { z } from 'zod';
import {
  CorrectionsSchema,
  MetadataSchema,
  PaperSchema,
  SiteSettingsSchema,
} from '../digest/schema.ts';
import { TaxonomySchema } from '../digest/topics/taxonomy.ts';
import { TopicRecordSchema } from './topic-records.ts';

/** What the site gives out, and what an operator writes. */
const GIVEN = { Paper: PaperSchema, Topic: TopicRecordSchema };
const WRITTEN = {
  Metadata: MetadataSchema,
  Corrections: CorrectionsSchema,
  Taxonomy: TaxonomySchema,
  SiteSettings: SiteSettingsSchema,
};

/** JSON Schema of `/api/papers.json`; the other files' schemas are among its `$defs`. */
export function apiSchema() {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Papers of an Offprint digest',
    ...list('Paper', '/api/papers.json, newest first'),
    $defs: {
      ...schemasOf(GIVEN, 'output'),
      Topics: list('Topic', '/api/topics.json, in the order of the taxonomy'),
      ...schemasOf(WRITTEN, 'input'),
    },
  };
}

const list = (name: string, description: string) => ({
  type: 'array',
  description,
  items: { $ref: `#/$defs/${name}` },
});

function schemasOf(schemas: Record<string, z.ZodType>, io: 'input' | 'output') {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _, ...definition } = z.toJSONSchema(schema, { io });
      return [name, definition];
    }),
  );
}

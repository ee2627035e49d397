import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { TaxonomySchema } from '../../../src/digest/topics/taxonomy.ts';

/** The taxonomy that the project ships. */
export const shippedTaxonomy = TaxonomySchema.parse(
  parse(readFileSync(new URL('../../../content/topics.yaml', import.meta.url), 'utf8')),
);

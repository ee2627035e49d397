import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { DigestInput } from '../src/digest/build-digest.ts';
import type { Dump } from '../src/digest/dump/dump.ts';
import {
  CorrectionsSchema,
  MetadataSchema,
  SiteSettingsSchema,
  type SiteSettings,
} from '../src/digest/schema.ts';
import { TaxonomySchema } from '../src/digest/topics/taxonomy.ts';

/** Names the content folder. */
export const contentDir = () => process.env['CONTENT_DIR'] ?? 'content';
export const digestDir = () => process.env['DIGEST_DIR'] ?? '.digest';

/** "2025-03-14.txt", "2025-03-14-quantum.txt" */
const DATED = /^(\d{4}-\d{2}-\d{2})\b/;

/** The content folder, read and validated. */
export function readContent(folder: string): DigestInput & { site: SiteSettings } {
  const dumpFolder = path.join(folder, 'dumps');
  const dumps = readdirSync(dumpFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readDump(path.join(dumpFolder, name), `dumps/${name}`));
  return {
    dumps,
    taxonomy: readYaml(path.join(folder, 'topics.yaml'), TaxonomySchema),
    metadata: readYaml(path.join(folder, 'metadata.yaml'), MetadataSchema),
    corrections: readYaml(path.join(folder, 'corrections.yaml'), CorrectionsSchema),
    site: readYaml(path.join(folder, 'site.yaml'), SiteSettingsSchema),
  };
}

/** A dump file; `file` is its name in messages. Throws when the name holds no date. */
export function readDump(filePath: string, file = filePath): Dump {
  const date = DATED.exec(path.basename(filePath))?.[1];
  if (!date) throw new Error(`${file}: name the file by the day of the paste: 2025-03-14.txt`);
  return { file, date, text: readFileSync(filePath, 'utf8') };
}

export function readYaml<Schema extends z.ZodType>(
  filePath: string,
  schema: Schema,
): z.output<Schema> {
  return schema.parse(parse(readFileSync(filePath, 'utf8')) ?? {});
}

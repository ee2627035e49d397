import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { DigestInput } from '../src/digest/build-digest.ts';
import { parseYaml } from '../src/digest/content/parse-yaml.ts';
import { firstLineOf, type PlaceOf } from '../src/digest/content/places.ts';
import { diagnose, type Diagnostic } from '../src/digest/diagnostics.ts';
import { decodeDump } from '../src/digest/dump/decode-dump.ts';
import type { Dump } from '../src/digest/dump/dump.ts';
import {
  CorrectionsSchema,
  MetadataSchema,
  SiteSettingsSchema,
  type SiteSettings,
} from '../src/digest/schema.ts';
import { TaxonomySchema, type Taxonomy } from '../src/digest/topics/taxonomy.ts';
import { ContentFault } from './content-fault.ts';
import { namesIn, readBytes, readDump } from './read-dump.ts';

/** Names the content folder. */
export const contentDir = () => process.env['CONTENT_DIR'] || 'content';

export interface Content extends DigestInput {
  site: SiteSettings;
  /** Where the settings stand in `site.yaml`. */
  placeOfSite: PlaceOf;
  /** What a person should know about the files themselves; none is fatal. */
  notes: Diagnostic[];
}

/**
 * The content folder, read and checked. Throws a ContentFault with all faults of all files.
 * `metadata.yaml` and `corrections.yaml` may be absent.
 */
export function readContent(folder: string): Content {
  const faults: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentFault)) throw error;
      faults.push(...error.messages);
      return undefined;
    }
  };
  const yaml = <Schema extends z.ZodType>(name: string, schema: Schema, isOptional = false) =>
    attempt(() =>
      isOptional && !existsSync(path.join(folder, name))
        ? { value: schema.parse({}), placeOf: firstLineOf(name), notes: [] }
        : readPlacedYaml(path.join(folder, name), schema, name),
    );
  const dumps = attempt(() => listDumps(folder, notes)) ?? [];
  const read = dumps.flatMap(
    (name) => attempt(() => readDump(path.join(folder, name), name)) ?? [],
  );
  const taxonomy = yaml('topics.yaml', TaxonomySchema);
  const metadata = yaml('metadata.yaml', MetadataSchema, true);
  const corrections = yaml('corrections.yaml', CorrectionsSchema, true);
  const site = yaml('site.yaml', SiteSettingsSchema);
  if (faults.length > 0) throw new ContentFault(faults);
  return {
    taxonomy: taxonomy!.value,
    metadata: metadata!.value,
    corrections: corrections!.value,
    site: site!.value,
    placeOfSite: site!.placeOf,
    places: { metadata: metadata!.placeOf, corrections: corrections!.placeOf },
    dumps: read.map(({ dump }): Dump => dump),
    notes: [
      ...notes,
      ...read.flatMap(({ messages }) => messages),
      ...[taxonomy!, metadata!, corrections!, site!].flatMap((one) => one.notes),
    ],
  };
}

/** The topics of the first folder that has some; a note where none has. */
export function readFirstTaxonomy(folders: readonly string[]): {
  taxonomy: Taxonomy;
  notes: Diagnostic[];
} {
  const files = folders.map((folder) => path.join(folder, 'topics.yaml'));
  const file = files.find((name) => existsSync(name));
  if (file) {
    const { value, notes } = readPlacedYaml(file, TaxonomySchema, file);
    return { taxonomy: value, notes };
  }
  const place = { file: files[0]!, line: 1, column: 1 };
  return { taxonomy: { topics: [] }, notes: [diagnose('topics-missing', place)] };
}

/** A YAML file, checked; `file` is its name in messages. Throws a ContentFault. */
export function readYaml<Schema extends z.ZodType>(
  filePath: string,
  schema: Schema,
  file = filePath,
): z.output<Schema> {
  return readPlacedYaml(filePath, schema, file).value;
}

/** The same, with the way from its keys to their places, and what is not fatal. */
function readPlacedYaml<Schema extends z.ZodType>(
  filePath: string,
  schema: Schema,
  file: string,
): Placed<z.output<Schema>> {
  const { text, messages } = decodeDump(readBytes(filePath, file), file);
  const fatal = messages.filter(({ severity }) => severity === 'fatal');
  if (fatal.length > 0) throw new ContentFault(fatal);
  const parsed = parseYaml(text, schema, file);
  if ('messages' in parsed) throw new ContentFault(parsed.messages);
  return { ...parsed, notes: [...messages, ...parsed.notes] };
}

interface Placed<Value> {
  value: Value;
  placeOf: PlaceOf;
  notes: Diagnostic[];
}

/** The names of the dumps, `dumps/…`, sorted; files that are none are noted. */
function listDumps(folder: string, notes: Diagnostic[]): string[] {
  const dumpFolder = path.join(folder, 'dumps');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const place = { file: folder, line: 1, column: 1 };
    throw new ContentFault([diagnose('file-missing', place, folder, 'the content folder')]);
  }
  const names = namesIn(dumpFolder, 'dumps');
  const visible = names.filter((name) => !name.startsWith('.') && !/^readme/i.test(name));
  const dumps = visible.filter((name) => /\.txt$/i.test(name));
  const note = (rule: 'dump-not-read' | 'dumps-missing', name: string) =>
    notes.push(diagnose(rule, { file: `dumps/${name}`, line: 1, column: 1 }, name));
  for (const name of visible) if (!dumps.includes(name)) note('dump-not-read', name);
  if (dumps.length === 0) note('dumps-missing', '');
  return dumps.map((name) => `dumps/${name}`);
}

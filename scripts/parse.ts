import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildDigest } from '../src/digest/build-digest.ts';
import type { Diagnostic } from '../src/digest/diagnostics.ts';
import { TaxonomySchema, type Taxonomy } from '../src/digest/topics/taxonomy.ts';
import { ContentFault } from './content-fault.ts';
import { contentDir, readYaml } from './read-content.ts';
import { readDump, type ReadDump } from './read-dump.ts';
import { hasFatal, reportMessages } from './report-messages.ts';
import { runScript } from './run-script.ts';

const USAGE = `Usage: npm run --silent parse -- [--json] FILE…

Reads dumps and prints their papers as a JSON array to standard output, in the order of the dumps;
what there is to say about them goes to standard error (--json: as one JSON array).
A dump is named by the day of its paste: 2025-03-14.txt, 2025-03-14-quantum.txt.`;

/** `npm run --silent parse -- FILE…`: dumps to a JSON array of records on standard output. */
function parse(files: readonly string[], json: boolean): void {
  const faults: Diagnostic[] = [];
  const read = files.flatMap((file): ReadDump[] => {
    try {
      return [readDump(file)];
    } catch (error) {
      if (!(error instanceof ContentFault)) throw error;
      faults.push(...error.messages);
      return [];
    }
  });
  const digest = buildDigest({
    dumps: read.map(({ dump }) => dump),
    taxonomy: readTaxonomy(),
    metadata: {},
    corrections: {},
  });
  const messages = [...faults, ...read.flatMap((one) => one.messages), ...digest.messages];
  reportMessages(messages, { json });
  if (hasFatal(messages)) {
    process.exitCode = 1;
    return;
  }
  const records = digest.papers.map(({ record }) => record);
  process.stdout.write(`${JSON.stringify(records, null, 1)}\n`);
}

/** The topics of the content folder, of the shipped one, or none. */
function readTaxonomy(): Taxonomy {
  const shipped = fileURLToPath(new URL('../content', import.meta.url));
  const file = [contentDir(), shipped]
    .map((folder) => path.join(folder, 'topics.yaml'))
    .find((name) => existsSync(name));
  return file ? readYaml(file, TaxonomySchema) : { topics: [] };
}

runScript(USAGE, () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length > 0) return parse(positionals, values.json);
  console.error(USAGE);
  process.exitCode = 1;
});

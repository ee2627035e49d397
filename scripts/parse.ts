import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildDigest } from '../src/digest/build-digest.ts';
import type { Diagnostic } from '../src/digest/diagnostics.ts';
import type { Paper } from '../src/digest/schema.ts';
import { ContentFault } from './content-fault.ts';
import { namedPath } from './named-path.ts';
import { contentDir, readFirstTaxonomy } from './read-content.ts';
import { readDump, withSlashes, type ReadDump } from './read-dump.ts';
import { hasFatal, reportMessages } from './report-messages.ts';
import { runScript } from './run-script.ts';

const USAGE = `Usage: npm run --silent parse -- [--json] FILE…

Reads dumps and prints their papers as a JSON array to standard output, in the order of the dumps;
what there is to say about them goes to standard error (--json: as one JSON array).
A dump is named by the day of its paste: 2025-03-14.txt, 2025-03-14-quantum.txt.`;

/** The content that comes with the program: its topics serve where a folder has none. */
const SHIPPED = fileURLToPath(new URL('../content', import.meta.url));

/** `npm run --silent parse -- FILE…`: dumps to a JSON array of records on standard output. */
function parse(files: readonly string[], json: boolean): void {
  const faults: Diagnostic[] = [];
  const read = files.flatMap((file): ReadDump[] => {
    try {
      return [readDump(namedPath(file), withSlashes(file))];
    } catch (error) {
      if (!(error instanceof ContentFault)) throw error;
      faults.push(...error.messages);
      return [];
    }
  });
  const topics = readFirstTaxonomy([contentDir(), SHIPPED]);
  const digest = buildDigest({
    dumps: read.map(({ dump }) => dump),
    taxonomy: topics.taxonomy,
    metadata: {},
    corrections: {},
  });
  const messages = [
    ...faults,
    ...topics.notes,
    ...read.flatMap((one) => one.messages),
    ...digest.messages,
  ];
  reportMessages(messages, { json });
  if (hasFatal(messages)) {
    process.exitCode = 1;
    return;
  }
  Readable.from(toJsonArray(digest.papers)).pipe(process.stdout);
}

/** The records as a JSON array, one at a time: more at once take as much memory as the papers. */
function* toJsonArray(papers: readonly { record: Paper }[]): Generator<string> {
  for (const [at, { record }] of papers.entries()) {
    const json = JSON.stringify([record], null, 1);
    yield `${at === 0 ? '[' : ','}${json.slice(1, -2)}`;
  }
  yield papers.length === 0 ? '[]\n' : '\n]\n';
}

await runScript(USAGE, () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length > 0) return parse(positionals, values.json);
  console.error(USAGE);
  process.exitCode = 1;
});

import { buildDigest } from '../src/digest/build-digest.ts';
import { TaxonomySchema } from '../src/digest/topics/taxonomy.ts';
import { readDump, readYaml } from './read-content.ts';
import { reportMessages } from './report-messages.ts';

/** `npm run --silent parse -- FILE…`: dumps to a JSON array of records on standard output. */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: npm run --silent parse -- FILE…');
  process.exit(1);
}
const taxonomy = readYaml(
  new URL('../content/topics.yaml', import.meta.url).pathname,
  TaxonomySchema,
);
const digest = buildDigest({
  dumps: files.map((file) => readDump(file)),
  taxonomy,
  metadata: {},
  corrections: {},
});
reportMessages(digest.messages);
process.stdout.write(
  `${JSON.stringify(
    digest.papers.map(({ record }) => record),
    null,
    1,
  )}\n`,
);
process.exitCode = digest.messages.some(({ severity }) => severity === 'fatal') ? 1 : 0;

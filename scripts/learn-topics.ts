import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PaperText } from '../src/digest/topics/find-mentions.ts';
import { normalizeWord, toTokens } from '../src/digest/topics/tokens.ts';
import { TaxonomySchema } from '../src/digest/topics/taxonomy.ts';
import { WEIGHTS } from '../src/digest/topics/weights.ts';
import { sharedFolder } from './eval/figures.ts';
import { learnWeights, toExamples } from './eval/learn-weights.ts';
import { readCorpus, readLabels } from './eval/topic-labels.ts';
import { contentDir, readYaml } from './read-content.ts';
import { runScript } from './run-script.ts';

const USAGE = `Usage: npm run learn:topics

Learns the weights of evidence from labelled papers and counts the usual words of abstracts.
Both land as data in src/digest/topics/, to be reviewed like code.`;

const TOPICS = fileURLToPath(new URL('../src/digest/topics', import.meta.url));

// A word in fewer abstracts than these is rare; the table stays short enough to read.
const RARE_PERCENT = 2;

/** A word that the table may hold: "network" */
const PLAIN_WORD = /^[a-z]{3,}$/;

await runScript(USAGE, () => {
  if (sharedFolder) return learn(sharedFolder);
  console.error('Labels and corpus are expected in ../shared, which is absent.');
  process.exitCode = 1;
});

function learn(shared: string): void {
  write('usual-words.json', {
    above: RARE_PERCENT,
    percent: countUsualWords(readCorpus(shared)),
  });
  const taxonomy = readYaml(path.join(contentDir(), 'topics.yaml'), TaxonomySchema);
  const { dev, seed } = readLabels(shared);
  const learned = learnWeights(toExamples([...dev, ...seed], taxonomy));
  write('weights.json', learned);
  console.log(`Learned from ${dev.length + seed.length} papers. Before:`, WEIGHTS);
  console.log('Now:', learned, '\nReview the difference, then run: npm run eval');
}

/** Words by the share of papers that hold them: { "12": "accuracy algorithm …" }. */
function countUsualWords(papers: readonly PaperText[]): Record<string, string> {
  const holding = new Map<string, number>();
  for (const paper of papers) {
    const tokens = toTokens(`${paper.titleText} ${paper.abstractText}`);
    for (const word of new Set(tokens.map((token) => normalizeWord(token.word))))
      holding.set(word, (holding.get(word) ?? 0) + 1);
  }
  const words: Record<string, string[]> = {};
  for (const [word, count] of [...holding].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const percent = Math.round((count / papers.length) * 100);
    if (percent >= RARE_PERCENT && PLAIN_WORD.test(word)) (words[percent] ??= []).push(word);
  }
  return Object.fromEntries(
    Object.entries(words).map(([percent, list]) => [percent, list.join(' ')]),
  );
}

function write(file: string, value: unknown): void {
  writeFileSync(path.join(TOPICS, file), `${JSON.stringify(value, null, 2)}\n`);
}

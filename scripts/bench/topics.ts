import path from 'node:path';
import { createTagger, tagPaper } from '../../src/digest/topics/tag-paper.ts';
import { TaxonomySchema } from '../../src/digest/topics/taxonomy.ts';
import { sharedFolder } from '../eval/figures.ts';
import { readCorpus } from '../eval/topic-labels.ts';
import { contentDir, readYaml } from '../read-content.ts';
import { runScript } from '../run-script.ts';

const USAGE = `Usage: npm run bench:topics

CPU time of tagging 4,000 abstracts with the whole taxonomy, the best and the middle of five rounds.`;

const ROUNDS = 5;

await runScript(USAGE, () => {
  if (!sharedFolder) {
    console.error('The corpus is expected in ../shared, which is absent.');
    process.exitCode = 1;
    return;
  }
  const papers = readCorpus(sharedFolder);
  const taxonomy = readYaml(path.join(contentDir(), 'topics.yaml'), TaxonomySchema);
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    const tagger = createTagger(taxonomy);
    for (const paper of papers) tagPaper(paper, tagger);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / papers.length;
  }).sort((a, b) => a - b);
  const [best, middle] = [times[0]!, times[Math.floor(ROUNDS / 2)]!];
  console.log(
    `${papers.length} papers, ${taxonomy.topics.length} topics: ${best.toFixed(3)} ms a paper at best, ${middle.toFixed(3)} ms in the middle`,
  );
});

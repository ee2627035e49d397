import { parseArgs } from 'node:util';
import { buildDigest } from '../src/digest/build-digest.ts';
import type { Paper } from '../src/digest/schema.ts';
import { describeTopics } from '../src/digest/topics/describe-topics.ts';
import { reviewTopics } from '../src/digest/topics/review-topics.ts';
import { createTagger, weighTopics } from '../src/digest/topics/tag-paper.ts';
import { findTopic, parentOf, type Taxonomy } from '../src/digest/topics/taxonomy.ts';
import { evalTopics } from './eval/topics.ts';
import { contentDir, readContent } from './read-content.ts';
import { printReview, printShelf, printWhy } from './topics/print-topics.ts';

const USAGE = `Usage: npm run topics                       what a person should look at
       npm run topics -- why "<paper>"       why a paper has its topics, and lacks others
       npm run topics -- show <topic>        which papers a topic takes, and why
       npm run topics -- figures             what the taxonomy does to the quality figures
       --json                                for machines`;

/** `npm run topics`: reviews and explains the topics of the content folder. */
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [command = 'review', ...words] = positionals;
const content = readContent(contentDir());
const papers = buildDigest(content).papers.map(({ record }) => record);

if (values.help) console.log(USAGE);
else if (command === 'review') review(papers, content.taxonomy);
else if (command === 'why') why(papers, content.taxonomy, words.join(' '));
else if (command === 'show') show(papers, content.taxonomy, words.join(' '));
else if (command === 'figures') await figures();
else fail(`Unexpected command \`${command}\`.\n${USAGE}`);

function review(all: readonly Paper[], taxonomy: Taxonomy): void {
  const found = reviewTopics(all, taxonomy);
  print(found, () => printReview(found, all.length));
}

function why(all: readonly Paper[], taxonomy: Taxonomy, query: string): void {
  const paper = findPaper(all, query);
  if (!paper) return fail(`No paper is named \`${query}\`, by its id, its title or a part of it.`);
  const verdicts = weighTopics(paper, createTagger(taxonomy));
  print({ paper: paper.id, topics: paper.topics, verdicts }, () => printWhy(paper, verdicts));
}

function show(all: readonly Paper[], taxonomy: Taxonomy, query: string): void {
  const topic = findTopic(taxonomy, query);
  if (!topic) {
    const ids = taxonomy.topics.map(({ id }) => id).join(', ');
    return fail(`No topic is named \`${query}\`; there are: ${ids}`);
  }
  const summary = describeTopics(all, taxonomy).find(({ id }) => id === topic.id)!;
  const tagger = createTagger(taxonomy);
  const misses = all.flatMap((paper) => {
    const verdict = weighTopics(paper, tagger).find(({ id }) => id === topic.id);
    const isNear = verdict && !verdict.given && verdict.sum > 0 && !parentOf(topic.id);
    return isNear ? [{ paper, verdict }] : [];
  });
  print({ topic, summary, misses }, () => printShelf(topic, all, { summary, misses }));
}

async function figures(): Promise<void> {
  const evaluation = await evalTopics();
  print(evaluation.figures, () => evaluation.lines);
}

/** By id, then by title, then by a part of a title. */
function findPaper(all: readonly Paper[], query: string): Paper | undefined {
  const wanted = query.toLowerCase();
  return (
    all.find(({ id }) => id === query) ??
    all.find(({ titleText }) => titleText.toLowerCase() === wanted) ??
    (wanted ? all.find(({ titleText }) => titleText.toLowerCase().includes(wanted)) : undefined)
  );
}

function print(forMachines: unknown, forPeople: () => string[]): void {
  console.log(values.json ? JSON.stringify(forMachines, null, 1) : forPeople().join('\n'));
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

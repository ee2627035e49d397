import { parseArgs } from 'node:util';
import { buildDigest } from '../src/digest/build-digest.ts';
import type { Paper } from '../src/digest/schema.ts';
import { describeTopics } from '../src/digest/topics/describe-topics.ts';
import { reviewTopics } from '../src/digest/topics/review-topics.ts';
import { createTagger, weighTopics } from '../src/digest/topics/tag-paper.ts';
import { findTopic, parentOf, type Taxonomy } from '../src/digest/topics/taxonomy.ts';
import { measureTopics } from './eval/topics.ts';
import { contentDir, readContent } from './read-content.ts';
import { runScript } from './run-script.ts';
import { printReview, printShelf, printWhy } from './topics/print-topics.ts';

const USAGE = `Usage: npm run topics                       what a person should look at
       npm run topics -- why "<paper>"       why a paper has its topics, and lacks others
       npm run topics -- show <topic>        which papers a topic takes, and why
       npm run topics -- figures             what the taxonomy does to the quality figures
       --json                                for machines (npm run --silent topics -- --json)`;

/** The same for machines and for people. */
interface Answer {
  value: unknown;
  lines: () => string[];
}

/** `npm run topics`: reviews and explains the topics of the content folder. */
await runScript(USAGE, () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [command = 'review', ...words] = positionals;
  const answer = answerTo(command, words.join(' '));
  if (typeof answer === 'string') {
    console.error(answer);
    process.exitCode = 1;
  } else {
    console.log(values.json ? JSON.stringify(answer.value, null, 1) : answer.lines().join('\n'));
  }
});

/** The answer, or what is wrong with the question. */
function answerTo(command: string, query: string): Answer | string {
  if (command === 'figures') {
    const { figures, lines } = measureTopics();
    return { value: figures, lines: () => lines };
  }
  if (query === '' && (command === 'why' || command === 'show')) {
    return `\`${command}\` needs the name of a ${command === 'why' ? 'paper' : 'topic'}.\n\n${USAGE}`;
  }
  const content = readContent(contentDir());
  const papers = buildDigest(content).papers.map(({ record }) => record);
  if (command === 'review') return review(papers, content.taxonomy);
  if (command === 'why') return why(papers, content.taxonomy, query);
  if (command === 'show') return show(papers, content.taxonomy, query);
  return `Unexpected command \`${command}\`.\n\n${USAGE}`;
}

function review(papers: readonly Paper[], taxonomy: Taxonomy): Answer {
  const found = reviewTopics(papers, taxonomy);
  return { value: found, lines: () => printReview(found, papers.length) };
}

function why(papers: readonly Paper[], taxonomy: Taxonomy, query: string): Answer | string {
  const paper = findPaper(papers, query);
  if (!paper) return `No paper is named \`${query}\`: give its id, its title or a part of it.`;
  const verdicts = weighTopics(paper, createTagger(taxonomy));
  return {
    value: { paper: paper.id, topics: paper.topics, verdicts },
    lines: () => printWhy(paper, verdicts),
  };
}

function show(papers: readonly Paper[], taxonomy: Taxonomy, query: string): Answer | string {
  const topic = findTopic(taxonomy, query);
  if (!topic) {
    const ids = taxonomy.topics.map(({ id }) => id).join(', ');
    return `No topic is named \`${query}\`; there are: ${ids}`;
  }
  const summary = describeTopics(papers, taxonomy).find(({ id }) => id === topic.id)!;
  const tagger = createTagger(taxonomy);
  const misses = papers.flatMap((paper) => {
    const verdict = weighTopics(paper, tagger).find(({ id }) => id === topic.id);
    const isMiss = verdict && !verdict.given && verdict.sum > 0 && !parentOf(topic.id);
    return isMiss ? [{ paper, verdict }] : [];
  });
  return {
    value: {
      topic,
      summary,
      misses: misses.map(({ paper, verdict }) => ({ paper: paper.id, verdict })),
    },
    lines: () => printShelf(topic, papers, { summary, misses }),
  };
}

/** By id, then by title, then by a part of a title. */
function findPaper(papers: readonly Paper[], query: string): Paper | undefined {
  const wanted = query.toLowerCase();
  if (!wanted) return undefined;
  return (
    papers.find(({ id }) => id === query) ??
    papers.find(({ titleText }) => titleText.toLowerCase() === wanted) ??
    papers.find(({ titleText }) => titleText.toLowerCase().includes(wanted))
  );
}

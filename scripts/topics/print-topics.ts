import type { Evidence, Paper } from '../../src/digest/schema.ts';
import type { TopicSummary } from '../../src/digest/topics/describe-topics.ts';
import type { Doubt, TopicReview } from '../../src/digest/topics/review-topics.ts';
import type { Topic } from '../../src/digest/topics/taxonomy.ts';
import type { TopicVerdict } from '../../src/digest/topics/weigh-family.ts';
import { ENOUGH } from '../../src/digest/topics/weights.ts';

// A review is read to its end only if it has one.
const MOST_LINES = 12;
const WIDTH = 76;

export function printReview(review: TopicReview, papers: number): string[] {
  const { untagged, widePhrases, silentPhrases, inseparable } = review;
  return [
    `${papers} papers. A topic is given at a sum of ${ENOUGH.toFixed(2)}.`,
    ...section('Near misses', review.nearMisses.map(doubtLines)),
    ...section('Given by a hair', review.barelyGiven.map(doubtLines)),
    ...section(
      'Conflicts',
      review.conflicts.map((conflict) =>
        [`${CONFLICTS[conflict.why]}:`].concat(doubtLines(conflict)),
      ),
    ),
    ...section(
      'Untagged',
      untagged.papers.map((id) => [id]),
    ),
    ...(untagged.papers.length > 0
      ? [`  Is a topic missing? ${untagged.suggestions.map(({ term }) => term).join(', ')}`]
      : []),
    ...section(
      'Phrases that stand in many papers without their topic',
      widePhrases.map(({ topic, phrase, papers: all, given }) => [
        `${topic}: “${phrase}” in ${all} papers, ${given} of them given`,
      ]),
    ),
    ...section(
      'Topics always given together',
      inseparable.map(({ topics, papers: all }) => [`${topics.join(' and ')}: ${all} papers`]),
    ),
    ...section('Phrases that stand in no paper', silentLines(silentPhrases), Infinity),
    '',
    'Explain one paper: npm run topics -- why "<part of its title>"',
    'Decide by hand: topics add or remove in content/corrections.yaml, with the reason.',
  ];
}

export function printWhy(paper: Paper, verdicts: readonly TopicVerdict[]): string[] {
  const byHand = paper.topics.filter((tag) => tag.byHand !== undefined);
  const given = verdicts.filter((verdict) => verdict.given);
  const rest = verdicts.filter((verdict) => !verdict.given && verdict.sum > 0);
  return [
    paper.titleText,
    paper.id,
    ...byHand.flatMap(({ id, byHand: reason }) => ['', `${id}: set by hand, ${reason}`]),
    ...given.flatMap((verdict) => ['', `${verdict.id}: given`].concat(sumLines(verdict, paper))),
    ...rest.flatMap((verdict) => ['', `${verdict.id}: not given`].concat(sumLines(verdict, paper))),
  ];
}

export function printShelf(
  topic: Topic,
  papers: readonly Paper[],
  { summary, misses }: { summary: TopicSummary; misses: { paper: Paper; verdict: TopicVerdict }[] },
): string[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const taken = summary.papers.map((id) => byId.get(id)!);
  return [
    `${topic.label} (${topic.id}): ${taken.length} of ${papers.length} papers`,
    topic.description,
    ...taken.flatMap((paper) => {
      const tag = paper.topics.find(({ id }) => id === topic.id);
      return ['', paper.titleText].concat(evidenceLines(tag?.evidence ?? [], paper));
    }),
    ...section(
      'Not taken, though something speaks for it',
      misses
        .toSorted((a, b) => b.verdict.sum - a.verdict.sum)
        .map(({ paper, verdict }) => [
          `${verdict.sum.toFixed(2)}  ${cut(paper.titleText)}`,
          `      ${summaryOf(verdict.evidence)}`,
        ]),
    ),
    '',
    `Terms: ${summary.terms.map(({ term }) => term).join(', ') || 'none'}`,
    `Stands beside: ${summary.neighbours.map(({ id, papers: n }) => `${id} (${n})`).join(', ') || 'nothing'}`,
    'What it does to the quality figures: npm run topics -- figures',
  ];
}

const CONFLICTS = {
  against: 'given, though something speaks against it',
  'two senses': 'given in two senses',
  'no sense': 'given in no known sense',
} as const;

function section(title: string, items: readonly string[][], most = MOST_LINES): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, most);
  const more = items.length - shown.length;
  return [
    '',
    `${title} (${items.length})`,
    ...shown.flatMap((lines) => lines.map((line) => `  ${line}`)),
    ...(more > 0 ? [`  … and ${more} more (--json lists all)`] : []),
  ];
}

/** By topic: how many, and the first of them. */
function silentLines(silent: TopicReview['silentPhrases']): string[][] {
  const byTopic = Map.groupBy(silent, ({ topic }) => topic);
  return [...byTopic].map(([topic, phrases]) => [
    cut(`${topic} ${phrases.length}: ${phrases.map(({ phrase }) => phrase).join(', ')}`),
  ]);
}

function doubtLines({ topic, title, sum, evidence }: Doubt): string[] {
  return [`${sum.toFixed(2)}  ${topic}: ${cut(title)}`, `      ${summaryOf(evidence)}`];
}

function summaryOf(evidence: readonly Evidence[]): string {
  return evidence
    .filter(({ weight }) => weight !== 0)
    .map(
      ({ text, weight, field }) =>
        `“${text}” ${signed(weight)}${field === 'title' ? ' (title)' : ''}`,
    )
    .join(', ');
}

function sumLines({ sum, evidence }: TopicVerdict, paper: Paper): string[] {
  return [
    ...evidenceLines(
      evidence.filter(({ weight }) => weight !== 0),
      paper,
    ),
    `  ${sum.toFixed(2).padStart(6)}  in all; ${ENOUGH.toFixed(2)} is needed`,
  ];
}

function evidenceLines(evidence: readonly Evidence[], paper: Paper): string[] {
  return evidence.map(({ field, start, end, rule, weight }) => {
    const text = field === 'title' ? paper.titleText : paper.abstractText;
    const before = text.slice(Math.max(0, start - 30), start);
    const after = text.slice(end, end + 30);
    return `  ${signed(weight).padStart(6)}  ${field.padEnd(8)}  …${before}[${text.slice(start, end)}]${after}…  (${rule})`;
  });
}

function signed(weight: number): string {
  return `${weight > 0 ? '+' : ''}${weight.toFixed(2)}`;
}

function cut(title: string): string {
  return title.length > WIDTH ? `${title.slice(0, WIDTH - 1)}…` : title;
}

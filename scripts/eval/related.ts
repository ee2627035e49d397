import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDigest } from '../../src/digest/build-digest.ts';
import type { Paper } from '../../src/digest/schema.ts';
import { readContent } from '../read-content.ts';
import type { Evaluation } from './figures.ts';

const ROOT = new URL('../..', import.meta.url);
const LABELS = new URL('tests/fixtures/related-2025-03-14.json', ROOT);

type Compared = Pick<Paper, 'id' | 'titleText' | 'related'>;

/** Neighbours by hand, by paper id; see what the file says of itself. */
interface Labels {
  near: Record<string, readonly string[]>;
  fields: Record<string, readonly string[]>;
}

/** Neighbours of the shipped papers against those that were chosen by hand. */
export async function evalRelated(): Promise<Evaluation> {
  const { papers } = buildDigest(readContent(fileURLToPath(new URL('content', ROOT))));
  return compareRelated(
    papers.map(({ record }) => record),
    JSON.parse(readFileSync(LABELS, 'utf8')) as Labels,
  );
}

function compareRelated(papers: readonly Compared[], labels: Labels): Evaluation {
  const named = papers.filter(({ related }) => related.length > 0);
  const shown = papers.flatMap((paper) => paper.related.map(({ id }) => ({ paper, id })));
  const wrong = shown.filter(({ paper, id }) => !isRight(paper.id, id, labels));
  const wrongFirst = wrong.filter(({ paper, id }) => paper.related[0]!.id === id);
  const ranks = papers.flatMap(({ id, related }) => {
    const near = labels.near[id];
    return near ? [related.findIndex((other) => near.includes(other.id))] : [];
  });
  const wanted = Object.values(labels.near).flat().length;
  const found = shown.filter(({ paper, id }) => labels.near[paper.id]?.includes(id)).length;
  const figures = {
    'first right': 1 - wrongFirst.length / named.length,
    precision: 1 - wrong.length / shown.length,
    recall: found / wanted,
    MRR: ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length,
  };
  return { figures, lines: linesOf(figures, wrong) };
}

function isRight(one: string, other: string, { near, fields }: Labels): boolean {
  return (
    [near[one]?.includes(other), near[other]?.includes(one)].includes(true) ||
    Object.values(fields).some((field) => field.includes(one) && field.includes(other))
  );
}

function linesOf(
  figures: Readonly<Record<string, number>>,
  wrong: readonly { paper: Compared; id: string }[],
): string[] {
  const said = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  return [
    `Related papers of the shipped dump: ${said.join(', ')}`,
    ...wrong.map(({ paper, id }) => `  wrong ${paper.titleText}\n      ${id}`),
  ];
}

import type { Evidence, Paper, TopicTag } from '../schema.ts';
import type { PaperText } from './find-mentions.ts';
import { findSaid } from './find-said.ts';
import type { Tagger } from './tagger.ts';
import { weighFamily, type TopicVerdict } from './weigh-family.ts';

export { createTagger, type Tagger } from './tagger.ts';

/** A paper with its topics, as far as the shelves of topics are described by it. */
export type TaggedPaper = Pick<
  Paper,
  'id' | 'titleText' | 'abstractText' | 'topics' | 'date' | 'methods'
>;

// A page that explains a topic shows no more; what a phrase adds the tenth time is next to nothing.
const MOST_EVIDENCE = 12;

/** The topics of a paper, best first, each with what decided; a child never without its parent. */
export function tagPaper(paper: PaperText, tagger: Tagger): TopicTag[] {
  return weighTopics(paper, tagger)
    .filter(({ given }) => given)
    .map(({ id, sum, evidence }) => ({
      id,
      score: toScore(sum),
      evidence: strongest(evidence),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** The phrases that decided, in the order of the text. */
function strongest(evidence: readonly Evidence[]): Evidence[] {
  const counted = evidence.filter(({ weight }) => weight !== 0);
  const least = counted
    .map(({ weight }) => Math.abs(weight))
    .sort((a, b) => b - a)
    .at(MOST_EVIDENCE - 1);
  return counted
    .filter(({ weight }) => least === undefined || Math.abs(weight) >= least)
    .slice(0, MOST_EVIDENCE);
}

/** How every topic stands for which something speaks, given or not, in the taxonomy's order. */
export function weighTopics(paper: PaperText, tagger: Tagger): TopicVerdict[] {
  const said = findSaid(paper, tagger);
  return tagger.families.flatMap((family) =>
    weighFamily(family, said.get(family.id) ?? [], tagger.weights),
  );
}

/** A sum from 0 up as a score from 0 to 1; a sum of 1 is 0.5. */
function toScore(sum: number): number {
  return Math.round((sum / (sum + 1)) * 100) / 100;
}

import type { TopicTag } from '../schema.ts';
import { findMentions, type PaperText } from './find-mentions.ts';
import type { Tagger } from './tagger.ts';
import { weighFamily, type Said, type TopicVerdict } from './weigh-family.ts';

export { createTagger, type Tagger } from './tagger.ts';

/** The topics of a paper, best first, a child beside its parent, each with what decided. */
export function tagPaper(paper: PaperText, tagger: Tagger): TopicTag[] {
  return weighTopics(paper, tagger)
    .filter(({ given }) => given)
    .map(({ id, sum, evidence }) => ({
      id,
      score: toScore(sum),
      evidence: evidence.filter(({ weight }) => weight !== 0),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** How every topic stands for which something speaks, given or not, in the taxonomy's order. */
export function weighTopics(paper: PaperText, tagger: Tagger): TopicVerdict[] {
  const said = findSaid(paper, tagger);
  return tagger.families.flatMap((family) =>
    weighFamily(family, said.get(family.id) ?? [], tagger.weights),
  );
}

/** What a paper says about each family of topics, in the order of the text. */
export function findSaid(paper: PaperText, tagger: Tagger): Map<string, Said[]> {
  const byFamily = new Map<string, Said[]>();
  for (const { uses, ...mention } of findMentions(paper, tagger)) {
    for (const use of uses) {
      const said = byFamily.get(use.family);
      if (said) said.push({ ...mention, use });
      else byFamily.set(use.family, [{ ...mention, use }]);
    }
  }
  return byFamily;
}

/** A sum from 0 up as a score from 0 to 1; a sum of 1 is 0.5. */
export function toScore(sum: number): number {
  return Math.round((sum / (sum + 1)) * 100) / 100;
}

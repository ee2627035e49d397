import { findMentions, type Mention, type PaperText } from './find-mentions.ts';
import type { PhraseUse, Tagger } from './tagger.ts';

/** A mention with what it says about one topic. */
export interface Said extends Omit<Mention, 'uses'> {
  use: PhraseUse;
}

/** What a paper says about each family of topics, in the order of the text, title first. */
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

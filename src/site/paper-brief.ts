import type { PaperPage } from '../digest/render/paper-page.ts';
import type { Characters } from './fonts/characters.ts';
import { hashOfText } from './hash-of.ts';

/** A shorter description is the whole abstract: abstracts with the same one begin alike so far. */
const SHORTEST_CUT = 80;

/**
 * What is asked of all papers even where few have changed: by it an unchanged paper is known to be
 * one, and counted, without its record.
 */
export interface PaperBrief {
  /**
   * Of what the paper says itself. `related` is left out: it changes with other papers, and that is
   * nothing to a reader of feeds.
   */
  ownHash: string;
  id: string;
  titleText: string;
  /** Of the title as lists show it. */
  titleHash: string;
  /** Of the beginning of its abstract, as far as two descriptions must differ. */
  beginningHash: string;
  date: string;
  /** The day of the last digest that it is in. */
  lastDate: string;
  topicIds: readonly string[];
  relatedIds: readonly string[];
  hasCode: boolean;
  /** How many repairs were made in it. */
  repairs: number;
  /** Whether a person has set one of its topics. */
  byHand: boolean;
  /** What fonts must have for it. */
  characters: Characters;
}

/** What the record and its HTML do not say themselves. */
type Added = Pick<PaperBrief, 'ownHash' | 'characters'>;

export function briefOf({ paper, titleHtml }: PaperPage, added: Added): PaperBrief {
  const { id, titleText, abstractText, date, dates, topics, related, links, repairs } = paper;
  return {
    ...added,
    id,
    titleText,
    titleHash: hashOfText(titleHtml),
    beginningHash: hashOfText(abstractText.slice(0, SHORTEST_CUT)),
    date,
    lastDate: dates.at(-1)!,
    topicIds: topics.map((topic) => topic.id),
    relatedIds: related.map((paper) => paper.id),
    hasCode: links.some(({ kind }) => kind === 'code'),
    repairs: repairs.length,
    byHand: topics.some((topic) => topic.byHand),
  };
}

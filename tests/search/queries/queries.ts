import { ACRONYM } from './acronym.ts';
import type { Expected } from './expected.ts';
import { INFLECTED } from './inflected.ts';
import { MATH } from './math.ts';
import { NAME } from './name.ts';
import { PHRASE } from './phrase.ts';
import { PREFIX } from './prefix.ts';
import { SPACING } from './spacing.ts';
import { TITLE } from './title.ts';
import { TOPIC } from './topic.ts';
import { TYPO } from './typo.ts';

/** The queries, written by hand, by kind. */
export const QUERIES: Record<string, readonly Expected[]> = {
  acronym: ACRONYM,
  inflected: INFLECTED,
  math: MATH,
  name: NAME,
  phrase: PHRASE,
  prefix: PREFIX,
  spacing: SPACING,
  title: TITLE,
  topic: TOPIC,
  typo: TYPO,
};

import { sharedFolder } from '../../eval/figures.ts';
import {
  readDigestCorpus,
  readSharedCorpus,
  toRendered,
  type Corpus,
} from '../../eval/search/corpus.ts';
import { seededRandom } from '../seeded-random.ts';

/** An end of a sentence: ". We", "? The". */
const SENTENCE_END = /(?<=[.?!]) (?=[A-Z])/;

/**
 * `count` papers: those of the digest where they are enough; else real ones of the shared corpus, then
 * new ones whose titles and sentences are drawn from it by a seed.
 */
export function makePapers(count: number): Corpus {
  const digest = readDigestCorpus();
  if (count <= digest.plain.length) return digest;
  const source = (sharedFolder ? readSharedCorpus(sharedFolder, count) : digest).plain;
  const random = seededRandom(14);
  const pick = () => source[Math.floor(random() * source.length)]!;
  const plain = source.map((paper) => paper);
  while (plain.length < count) {
    const words = `${pick().title.split(' ').slice(0, 5).join(' ')} ${pick().title.split(' ').slice(-4).join(' ')}`;
    const sentences = Array.from({ length: 7 }, () => {
      const own = pick().abstract.split(SENTENCE_END);
      return own[Math.floor(random() * own.length)]!;
    });
    plain.push({ id: `paper-${plain.length}`, title: words, abstract: sentences.join(' ') });
  }
  return { plain, rendered: plain.map(toRendered), topics: [] };
}

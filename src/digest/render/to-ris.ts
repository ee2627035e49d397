import type { Paper } from '../schema.ts';
import { cleanText } from './clean-text.ts';
import { paperAddress, publicationOf } from './publication.ts';

/** One RIS record, its fields one line each whatever they hold; only what the record knows. */
export function toRis(paper: Paper): string {
  const { arxiv, doi } = paper.identifiers;
  const published = publicationOf(paper);
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'UNPB'],
    ['ID', paper.id],
    ['TI', paper.titleText],
    ...(paper.authors ?? []).map((author): [string, string] => ['AU', author]),
    ['PY', published?.year],
    ['DA', published && `${published.year}/${published.month ?? ''}/${published.day ?? ''}/`],
    ['PB', arxiv && 'arXiv'],
    ['M1', arxiv && `arXiv:${arxiv}`],
    ['DO', doi],
    ['UR', paperAddress(paper) ?? paper.url],
    ['AB', paper.abstractText],
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const text = cleanText(value ?? '').trim();
    return text ? [`${tag}  - ${text}\r\n`] : [];
  });
  return `${lines.join('')}ER  - \r\n`;
}

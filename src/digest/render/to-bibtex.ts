import { MONTHS } from '../months.ts';
import type { Paper } from '../schema.ts';
import { cleanText } from './clean-text.ts';
import { escapeTex } from './escape-tex.ts';
import { paperAddress, publicationOf } from './publication.ts';

/**
 * One BibTeX entry whose key is the paper's id; only what the record knows. Braces balance whatever
 * title and authors hold. `titleTex` is the title as `toTitleTex` gives it.
 *
 * ```bibtex
 * @misc{s2ft-efficient-fine-tuning,
 *   title = {{S$^{2}$FT}: Efficient Fine-Tuning},
 * ```
 */
export function toBibtex(paper: Paper, titleTex: string): string {
  const { arxiv, doi } = paper.identifiers;
  const published = publicationOf(paper);
  const address = paperAddress(paper) ?? paper.url;
  const fields: [name: string, value: string | undefined][] = [
    ['title', braced(titleTex)],
    [
      'author',
      paper.authors?.length ? braced(paper.authors.map(authorTex).join(' and ')) : undefined,
    ],
    ['year', published && braced(published.year)],
    ['month', published?.month && MONTHS[Number(published.month) - 1]],
    ['eprint', arxiv && braced(arxiv)],
    ['archivePrefix', arxiv && braced('arXiv')],
    ['doi', doi && braced(escapeTex(doi))],
    ['url', address && braced(urlTex(address))],
    ['abstract', paper.abstractText ? braced(escapeTex(cleanText(paper.abstractText))) : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
  return `@misc{${paper.id},\n${lines.join('')}}\n`;
}

const braced = (value: string) => `{${value}}`;

/** What BibTeX would take for a list of names or a name in parts. "Research and Development, Inc., X, Y" */
const NOT_A_NAME = /\band\b|,.*,.*,/i;

function authorTex(author: string): string {
  const tex = escapeTex(cleanText(author).trim());
  return NOT_A_NAME.test(author) ? braced(tex) : tex;
}

/** What a URL may not hold in a BibTeX field. "{" */
const URL_UNSAFE = /[{}\\"\s]/g;

const urlTex = (address: string) =>
  address.replace(URL_UNSAFE, (character) => encodeURIComponent(character));

import type { Phrasing } from '../phrasing.ts';
import type { Paper } from '../schema.ts';
import { cleanText } from './clean-text.ts';
import { fromMarkdown } from './from-markdown.ts';
import { paperAddress, publicationOf } from './publication.ts';
import { escapeTex, nodeTex } from './to-tex.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * One BibTeX entry whose key is the paper's id; only what the record knows. Braces balance whatever
 * title and authors hold.
 *
 * ```bibtex
 * @misc{s2ft-efficient-fine-tuning,
 *   title = {{S$^{2}$FT}: Efficient Fine-Tuning},
 * ```
 */
export function toBibtex(paper: Paper): string {
  const { arxiv, doi } = paper.identifiers;
  const published = publicationOf(paper);
  const address = paperAddress(paper) ?? paper.url;
  const fields: [name: string, value: string | undefined][] = [
    ['title', braced(titleTex(titleOf(paper)))],
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

/** In UTF-16 units; to read a longer one as Markdown takes more than linear time. */
const LONGEST_MARKDOWN = 5000;

/** The title as nodes; one without markup, or as long as a book, is not read as Markdown. */
const titleOf = ({ title, titleText }: Paper): Phrasing[] =>
  title === titleText || title.length > LONGEST_MARKDOWN
    ? [{ type: 'text', value: title }]
    : fromMarkdown(title);

const braced = (value: string) => `{${value}}`;

/** Capitals within a word, which a style must not lower. "BERT", "GPT-4", "iPad" */
const INNER_CAPITAL = /^.[^\s]*\p{Lu}/u;

/** A title whose names and formulae stand in braces, so that no style lowers them. */
function titleTex(phrasing: readonly Phrasing[]): string {
  const words: { tex: string; kept: boolean }[] = [{ tex: '', kept: false }];
  for (const node of phrasing) {
    const [first = '', ...rest] = node.type === 'text' ? node.value.split(' ') : [nodeTex(node)];
    const isText = node.type === 'text';
    const add = (word: { tex: string; kept: boolean }, value: string) => {
      const isCapital = INNER_CAPITAL.test(value) || (word.tex !== '' && /\p{Lu}/u.test(value));
      word.tex += isText ? escapeTex(value) : value;
      word.kept ||= !isText || isCapital;
    };
    add(words.at(-1)!, first);
    for (const value of rest) {
      words.push({ tex: '', kept: false });
      add(words.at(-1)!, value);
    }
  }
  return words.map(({ tex, kept }) => (kept ? protect(tex) : tex)).join(' ');
}

/** The punctuation after a word. ":" */
const AFTER = /[:,;.?!]+$/;

function protect(tex: string): string {
  const after = AFTER.exec(tex)?.[0] ?? '';
  return braced(tex.slice(0, tex.length - after.length)) + after;
}

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

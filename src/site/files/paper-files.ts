import type { Paper } from '../../digest/schema.ts';
import { toBibtex } from '../../digest/render/to-bibtex.ts';
import { toMarkdownFile } from '../../digest/render/to-markdown-file.ts';
import { toRis } from '../../digest/render/to-ris.ts';
import { hashOf } from '../hash-of.ts';
import { paperRecord } from '../paper-record.ts';
import { papers, type PaperPage } from '../papers.ts';
import type { Piece, SiteFile } from './site-file.ts';

/** The files beside a paper's page: what each is, and how it is made of the record. */
const FORMATS: {
  extension: string;
  type: string;
  write: (paper: Paper, page: PaperPage) => string;
}[] = [
  { extension: 'md', type: 'text/markdown', write: toMarkdownFile },
  { extension: 'json', type: 'application/json', write: (paper) => `${readable(paper)}\n` },
  {
    extension: 'bib',
    type: 'application/x-bibtex',
    write: (paper, { titleTex }) => toBibtex(paper, titleTex),
  },
  { extension: 'ris', type: 'application/x-research-info-systems', write: toRis },
];

/** `papers/<id>.md` and its sisters, for each paper. */
export function* paperFiles(): Generator<SiteFile> {
  for (const page of papers) {
    for (const { extension, type, write } of FORMATS) {
      yield {
        path: `papers/${page.brief.id}.${extension}`,
        type,
        key: page.hash,
        text: () => write(paperRecord(page), page),
      };
    }
  }
}

/** `api/papers.json`: all records, newest first. */
export function allPapersFile(): SiteFile {
  return {
    path: 'api/papers.json',
    type: 'application/json',
    key: hashOf(papers.map(({ hash }) => hash)),
    text: () => (papers.length === 0 ? '[]\n' : recordPieces()),
  };
}

function* recordPieces(): Generator<Piece> {
  for (const [at, page] of papers.entries()) {
    const [start, end] = [at === 0 ? '[\n' : '', at === papers.length - 1 ? '\n]\n' : ',\n'];
    yield {
      key: JSON.stringify([page.hash, start, end]),
      text: () => `${start} ${readable(paperRecord(page)).replaceAll('\n', '\n ')}${end}`,
    };
  }
}

/** JSON that a person can read too. */
const readable = (paper: Paper) => JSON.stringify(paper, null, 1);

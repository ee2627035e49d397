import { toBibtex } from '../../digest/render/to-bibtex.ts';
import { paperFile, paperFilePaths } from '../../site/file-route.ts';

export const getStaticPaths = paperFilePaths;

/** The paper as one BibTeX entry. */
export const GET = paperFile('application/x-bibtex', toBibtex);

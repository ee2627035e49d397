import { paperFile, paperFilePaths } from '../../site/file-route.ts';

export const getStaticPaths = paperFilePaths;

/** The record of the paper, as `/api/papers.json` holds it. */
export const GET = paperFile('application/json', (paper) => `${JSON.stringify(paper, null, 1)}\n`);

import { toRis } from '../../digest/render/to-ris.ts';
import { paperFile, paperFilePaths } from '../../site/file-route.ts';

export const getStaticPaths = paperFilePaths;

/** The paper as one RIS record. */
export const GET = paperFile('application/x-research-info-systems', toRis);

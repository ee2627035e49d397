import { jsonFile } from '../../site/file-route.ts';
import { paperRecord } from '../../site/paper-record.ts';
import { papers } from '../../site/papers.ts';

/** All records, newest first. */
export const GET = () => jsonFile(papers.map(paperRecord));

import { toPages } from './paging.ts';
import { papers } from './papers.ts';

const SIZE = 50;

/** `/papers/`: all papers, newest first. */
export const paperListPages = toPages(papers, SIZE);

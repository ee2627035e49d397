import { slug } from 'github-slugger';

const MAX_LENGTH = 80;

/** The permanent id of a paper, from its raw title alone. */
export function paperId(rawTitle: string): string {
  const plain = slug(rawTitle.normalize('NFKD'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, MAX_LENGTH).replace(/-+$/, '') || 'paper';
}

import type { Redirect } from '../digest/paper/redirect.ts';
import { readDigestFile } from './digest-folder.ts';
import { papersById } from './papers.ts';
import { shelves, shelvesById } from './topics.ts';
import { paperPath, topicPath } from './urls.ts';

/** A path at which a page stood before, and where it stands now; both without the base. */
export interface Moved {
  from: string;
  to: string;
}

/** Old ids of papers and of topics; one that is in use again is nobody's old id. */
export const moved: readonly Moved[] = [...movedPapers(), ...movedTopics()];

function movedPapers(): Moved[] {
  return readDigestFile<Redirect[]>('redirects.json', [])
    .filter(({ from, to }) => !papersById.has(from) && papersById.has(to))
    .map(({ from, to }) => ({ from: paperPath(from), to: paperPath(to) }));
}

function movedTopics(): Moved[] {
  return shelves.flatMap(({ topic }) =>
    topic.aliases
      .filter((alias) => !shelvesById.has(alias))
      .map((alias) => ({ from: topicPath(alias), to: topicPath(topic.id) })),
  );
}

import { newOnTopics } from './new-on-topics.ts';
import { noteVisit } from './note-visit.ts';
import { changeReader, readReader, type Reader } from './reader.ts';
import { exportList, readList, saveBibTex } from './saved-files.ts';
import { addNews, fillSection, type Line, type News } from './saved-list.ts';

const main = document.querySelector<HTMLElement>('#saved')!;
const status = document.querySelector('#saved-status')!;
const { papers = '', topics = '', search = '', index = '' } = main.dataset;

/** What is new on followed searches, by search; counted once a visit of the page. */
const newsBySearch = new Map<string, News>();

show(readReader());
offerFiles();
const before = noteVisit();
if (before) {
  void showNewOnTopics(readReader(), before);
  void showNewOnSearches(readReader(), before);
}

function show({ saved, followed, searches }: Reader): void {
  const newestFirst = Object.entries(saved).toSorted(([, a], [, b]) => (a.date < b.date ? 1 : -1));
  fill(
    'papers',
    newestFirst.map(([id, { title, date }]) => {
      const does = () => change((reader) => void delete reader.saved[id], `Removed “${title}”.`);
      return { href: `${papers}${id}/`, text: title, date, action: { says: 'Remove', does } };
    }),
  );
  fill(
    'topics',
    Object.entries(followed).map(([id, text]) => ({
      href: `${topics}${id}/`,
      text,
      action: stopFollowing('followed', id, text),
    })),
  );
  fill(
    'searches',
    Object.entries(searches).map(([id, text]) => {
      const news = newsBySearch.get(id);
      const action = stopFollowing('searches', id, text);
      return { href: search + id, text, action, ...(news && { news }) };
    }),
  );
  const isEmpty = [saved, followed, searches].every((list) => Object.keys(list).length === 0);
  document.querySelector<HTMLElement>('#saved-empty')!.hidden = !isEmpty;
  document.querySelector<HTMLElement>('[data-do=export]')!.hidden = isEmpty;
}

function stopFollowing(list: 'followed' | 'searches', id: string, text: string) {
  const does = () =>
    change((reader) => void delete reader[list][id], `Not following ${text} any more.`);
  return { says: 'Stop following', does };
}

/** Papers that came in on followed topics since the last visit, from the feeds of the topics. */
async function showNewOnTopics({ followed }: Reader, before: string): Promise<void> {
  const found = await newOnTopics(
    Object.keys(followed).map((id) => `${topics}${id}/`),
    before,
  );
  fill(
    'new',
    found.map(({ url, title, date }) => ({ href: url, text: title, date })),
  );
}

/** The search is loaded only where something may be new. */
async function showNewOnSearches({ searches }: Reader, before: string): Promise<void> {
  const followed = Object.keys(searches);
  if (followed.length === 0) return;
  const { newOnSearch } = await import('./new-on-search.ts');
  for (const id of followed) {
    const found = await newOnSearch(index, id, before);
    if (found.count === 0) continue;
    const news = { href: search + found.search, text: `${found.count} new` };
    newsBySearch.set(id, news);
    addNews(sectionOf('searches'), search + id, news);
  }
}

function fill(part: string, lines: readonly Line[]): void {
  fillSection(sectionOf(part), lines);
}

function sectionOf(part: string): HTMLElement {
  return main.querySelector<HTMLElement>(`[data-part=${part}]`)!;
}

function change(edit: (reader: Reader) => void, done: string): void {
  say(changeReader(edit) ? done : 'Your browser stores nothing for this site.');
  show(readReader());
  // The button that was pressed may be gone: the next thing to read is what has happened.
  main.tabIndex = -1;
  main.focus();
}

function offerFiles(): void {
  onClick('export', () => say(exportList()));
  onClick('bibtex', () => void saveBibTex(papers, say));
  const input = document.querySelector<HTMLInputElement>('[data-do=import]')!;
  (input.closest('label') as HTMLElement).hidden = false;
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    const list = file && (await readList(file));
    if (list) change(list.add, `${list.count} entries of ${file.name} are in your list.`);
    else if (file) say(`${file.name} is not a list that was exported here.`);
    input.value = '';
  });
}

function say(text: string): void {
  status.textContent = text;
}

function onClick(name: string, does: () => void): void {
  document.querySelector(`[data-do=${name}]`)!.addEventListener('click', does);
}

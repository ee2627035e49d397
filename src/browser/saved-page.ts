import { newOnTopics } from './new-on-topics.ts';
import { noteVisit } from './note-visit.ts';
import { changeReader, readReader, whenChangedElsewhere, type Reader } from './reader.ts';
import { exportList, readList, saveBibTex } from './saved-files.ts';
import { addNews, fillSection, type Line, type News } from './saved-list.ts';

type Lists = Omit<Reader, 'visit'>;

/** What takes a line off its list, and what the line says then. */
const WORDS: Record<keyof Lists, readonly [says: string, gone: string]> = {
  saved: ['Remove', 'Removed'],
  followed: ['Stop following', 'Not followed'],
  searches: ['Stop following', 'Not followed'],
};

const main = document.querySelector<HTMLElement>('#saved')!;
const { papers = '', topics = '', search = '', index = '' } = main.dataset;

/** All that this page has shown: what is off the list since then keeps its place, and can come back. */
const shown: Lists = { saved: {}, followed: {}, searches: {} };
/** What is new on followed searches, by search; counted once a visit of the page. */
const newsBySearch = new Map<string, News>();

show();
whenChangedElsewhere(show);
offerFiles();
const before = noteVisit();
if (before) {
  void showNewOnTopics(readReader(), before);
  void showNewOnSearches(readReader(), before);
}

function show(): void {
  const { saved, followed, searches } = readReader();
  const kept = { saved, followed, searches };
  for (const list of ['saved', 'followed', 'searches'] as const)
    Object.assign(shown[list], kept[list]);
  const newestFirst = Object.entries(shown.saved).toSorted(([, a], [, b]) =>
    a.date < b.date ? 1 : -1,
  );
  fill(
    'papers',
    newestFirst.map(([id, { title: text, date }]) => ({
      href: `${papers}${id}/`,
      text,
      date,
      ...standing(kept, 'saved', id, text),
    })),
  );
  fill(
    'topics',
    Object.entries(shown.followed).map(([id, text]) => ({
      href: `${topics}${id}/`,
      text,
      ...standing(kept, 'followed', id, text),
    })),
  );
  fill(
    'searches',
    Object.entries(shown.searches).map(([id, text]) => ({
      href: search + id,
      text,
      news: newsBySearch.get(id),
      ...standing(kept, 'searches', id, text),
    })),
  );
  const isEmpty = (lists: Lists) => Object.values(lists).every((list) => sizeOf(list) === 0);
  byId('saved-empty').hidden = !isEmpty(shown);
  button('export').hidden = isEmpty(kept);
  button('bibtex').hidden = sizeOf(saved) === 0;
}

/** What a line says of its place on a list, and what its button does. */
function standing(
  kept: Lists,
  list: keyof Lists,
  id: string,
  text: string,
): Pick<Line, 'gone' | 'action'> {
  const [says, gone] = WORDS[list];
  if (Object.hasOwn(kept[list], id)) {
    const remove = (reader: Reader) => void delete reader[list][id];
    return { action: { says, does: () => change(remove, `${gone}: ${text}`) } };
  }
  const bringBack = (reader: Reader) => void Object.assign(reader[list], { [id]: shown[list][id] });
  const does = () => change(bringBack, `On your list again: ${text}`);
  return { gone, action: { says: 'Undo', does } };
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

/** Changes the list and says what that did, to those who do not see it. */
function change(edit: (reader: Reader) => void, done: string): void {
  if (changeReader(edit)) say('saved-done', done);
  else sayOfList('Your browser stores nothing for this site.');
  show();
}

function offerFiles(): void {
  button('export').addEventListener('click', () => sayOfList(exportList()));
  button('bibtex').addEventListener(
    'click',
    () => void saveBibTex(papers, (text) => say('saved-bibtex', text)),
  );
  const input = document.querySelector<HTMLInputElement>('[data-do=import]')!;
  (input.closest('label') as HTMLElement).hidden = false;
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    const list = file && (await readList(file));
    if (list) {
      sayOfList(`${list.count} entries of ${file.name} are in your list.`);
      change(list.add, '');
    } else if (file) sayOfList(`${file.name} is not a list that was exported here.`);
    input.value = '';
  });
}

function sizeOf(list: object): number {
  return Object.keys(list).length;
}

function byId(id: string): HTMLElement {
  return document.querySelector<HTMLElement>(`#${id}`)!;
}

function button(name: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-do=${name}]`)!;
}

/** Says it beside the buttons of the list as a file. */
function sayOfList(text: string): void {
  say('saved-status', text);
}

function say(place: string, text: string): void {
  byId(place).textContent = text;
}

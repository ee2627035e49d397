import { download } from './download.ts';
import { changeReader, readReader, toReader, type Reader } from './reader.ts';
import { newOnTopics, type NewPaper } from './new-on-topics.ts';

/** What an import may be: a list of some thousand papers. */
const MAX_IMPORT_BYTES = 5_000_000;
/** Files fetched at the same time. */
const AT_ONCE = 6;

const main = document.querySelector<HTMLElement>('#saved')!;
const status = document.querySelector('#saved-status')!;
const paperAddress = (id: string) => `${main.dataset['papers']}${id}/`;
const topicAddress = (id: string) => `${main.dataset['topics']}${id}/`;

show(readReader());
offerFiles();
void showNew(readReader());
onClick('bibtex', saveBibTex);

function show({ saved, followed }: Reader): void {
  const papers = Object.entries(saved).toSorted(([, a], [, b]) => (a.date < b.date ? 1 : -1));
  const topics = Object.entries(followed);
  fill(
    'papers',
    papers.map(([id, { title, date }]) => {
      const remove = () => change((reader) => void delete reader.saved[id], `Removed “${title}”.`);
      return line(paperAddress(id), title, date, { says: 'Remove', does: remove });
    }),
  );
  fill(
    'topics',
    topics.map(([id, label]) => {
      const stop = () =>
        change((reader) => void delete reader.followed[id], `Not following ${label} any more.`);
      return line(topicAddress(id), label, '', { says: 'Stop following', does: stop });
    }),
  );
  document.querySelector<HTMLElement>('#saved-empty')!.hidden = papers.length + topics.length > 0;
  document.querySelector<HTMLElement>('[data-do=export]')!.hidden =
    papers.length + topics.length === 0;
}

/** Papers that came in on followed topics since the last visit, from the feeds of the topics. */
async function showNew({ followed, visit }: Reader): Promise<void> {
  if (!visit || visit.newest === visit.before) return;
  const found = await newOnTopics(Object.keys(followed).map(topicAddress), visit.before);
  fill(
    'new',
    found.map(({ url, title, date }: NewPaper) => line(url, title, date)),
  );
}

function fill(part: string, lines: readonly HTMLElement[]): void {
  const section = main.querySelector<HTMLElement>(`[data-part=${part}]`)!;
  section.querySelector('ul')!.replaceChildren(...lines);
  section.hidden = lines.length === 0;
}

interface Action {
  says: string;
  does: () => void;
}

function line(href: string, text: string, date: string, action?: Action): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  link.dir = 'auto';
  item.append(link);
  if (date) {
    const time = document.createElement('time');
    time.dateTime = date;
    time.textContent = date;
    item.append(' ', time);
  }
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain-button';
    button.textContent = action.says;
    button.setAttribute('aria-label', `${action.says}: ${text}`);
    button.addEventListener('click', action.does);
    item.append(' ', button);
  }
  return item;
}

function change(edit: (reader: Reader) => void, done: string): void {
  status.textContent = changeReader(edit) ? done : 'Your browser stores nothing for this site.';
  show(readReader());
  // The button that was pressed may be gone: the next thing to read is what has happened.
  main.tabIndex = -1;
  main.focus();
}

async function saveBibTex(): Promise<void> {
  const ids = Object.keys(readReader().saved);
  const entries: (string | undefined)[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    status.textContent = `Reading ${start} of ${ids.length} …`;
    entries.push(...(await Promise.all(ids.slice(start, start + AT_ONCE).map(fetchBibTex))));
  }
  const found = entries.filter((entry) => entry !== undefined);
  if (found.length > 0) download('saved.bib', 'application/x-bibtex', found.join('\n\n'));
  const missing = ids.length - found.length;
  status.textContent =
    missing === 0
      ? `saved.bib holds ${found.length} entries.`
      : `saved.bib holds ${found.length} of ${ids.length} entries; the others could not be read.`;
}

async function fetchBibTex(id: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${main.dataset['papers']}${id}.bib`);
    return response.ok ? (await response.text()).trim() : undefined;
  } catch {
    return undefined;
  }
}

function offerFiles(): void {
  onClick('export', () => {
    const { saved, followed } = readReader();
    download('my-list.json', 'application/json', JSON.stringify({ saved, followed }, null, 1));
    status.textContent = 'my-list.json holds your list.';
  });
  const input = document.querySelector<HTMLInputElement>('[data-do=import]')!;
  (input.closest('label') as HTMLElement).hidden = false;
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (file) await importList(file);
    input.value = '';
  });
}

async function importList(file: File): Promise<void> {
  try {
    if (file.size > MAX_IMPORT_BYTES) throw new Error('too large');
    const { saved, followed } = toReader(JSON.parse(await file.text()));
    const count = Object.keys(saved).length + Object.keys(followed).length;
    if (count === 0) throw new Error('empty');
    change((reader) => {
      Object.assign(reader.saved, saved);
      Object.assign(reader.followed, followed);
    }, `${count} entries of ${file.name} are in your list.`);
  } catch {
    status.textContent = `${file.name} is not a list that was exported here.`;
  }
}

function onClick(name: string, does: () => void): void {
  document.querySelector(`[data-do=${name}]`)!.addEventListener('click', does);
}

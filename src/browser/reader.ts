/**
 * What a reader's own browser remembers, under one name in its storage. A browser that stores
 * nothing has an empty reader, and `changeReader` says that it did not keep the change.
 */
export interface Reader {
  /** Paper id → what its line in the list needs. */
  saved: Record<string, SavedPaper>;
  /** Topic id → its label. */
  followed: Record<string, string>;
  /** Query of the search page's address → what the search is called. */
  searches: Record<string, string>;
  visit?: Visit;
}

interface SavedPaper {
  title: string;
  date: string;
}

/** Days of the newest paper: at the end of the visit before this one, and now. */
export interface Visit {
  before: string;
  newest: string;
  /** When a page was last opened, ms. */
  at: number;
}

/** Sites below other paths of the same host keep their own. */
export const READER_KEY = `offprint:${import.meta.env.BASE_URL}`;

/** `?q=error+correction&topic=quantum` */
const SEARCH = /^\?[!-~]{1,2000}$/;

/** What is remembered; an empty reader where nothing is, or nothing can be. */
export function readReader(): Reader {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(READER_KEY) ?? '{}');
  } catch {
    stored = {};
  }
  return toReader(stored);
}

/** Changes what is remembered. False where the browser refuses to store it. */
export function changeReader(change: (reader: Reader) => void): boolean {
  const reader = readReader();
  change(reader);
  try {
    localStorage.setItem(READER_KEY, JSON.stringify(reader));
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls `show` when what is remembered may have changed without this page: in another tab, or while
 * the page lay behind others, from where Back brings it as it was left.
 */
export function whenChangedElsewhere(show: () => void): void {
  addEventListener('storage', show);
  window.addEventListener('pageshow', ({ persisted }) => persisted && show());
}

/** A reader from what was stored or imported: only what has the right shape. */
export function toReader(stored: unknown): Reader {
  const reader: Reader = { saved: {}, followed: {}, searches: {} };
  const { saved, followed, searches, visit } = Object(stored) as Record<string, unknown>;
  for (const [id, paper] of Object.entries(Object(saved) as object)) {
    const { title, date } = Object(paper) as Record<string, unknown>;
    if (isId(id) && typeof title === 'string' && typeof date === 'string') {
      reader.saved[id] = { title, date };
    }
  }
  for (const [id, label] of Object.entries(Object(followed) as object)) {
    if (isId(id) && typeof label === 'string') reader.followed[id] = label;
  }
  for (const [query, name] of Object.entries(Object(searches) as object)) {
    if (SEARCH.test(query) && typeof name === 'string') reader.searches[query] = name;
  }
  const { before, newest, at } = Object(visit) as Record<string, unknown>;
  if (typeof before === 'string' && typeof newest === 'string' && typeof at === 'number') {
    reader.visit = { before, newest, at };
  }
  return reader;
}

/** `circuits/quantum`, `awq-activation-aware`: what may become part of an address. */
function isId(id: string): boolean {
  return /^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(id);
}

import { shortDay } from '../search/browser/wording.ts';

/** One line of the reader's list. */
export interface Line {
  href: string;
  text: string;
  date?: string;
  news?: News | undefined;
  /** What became of it, where it is on the list no more. */
  gone?: string;
  action?: Action;
}

/** What is new behind a line: `3 new`, with a link to just that. */
export interface News {
  href: string;
  text: string;
}

interface Action {
  says: string;
  does: () => void;
}

/**
 * Fills a section of the page; an empty one is not shown. What had the focus has it again: a button
 * that was pressed says what can be done next.
 */
export function fillSection(section: HTMLElement, lines: readonly Line[]): void {
  const list = section.querySelector('ul')!;
  const focused = list.contains(document.activeElement) ? document.activeElement : undefined;
  const row = focused && addressOf(focused.closest('li')!);
  list.replaceChildren(...lines.map(drawLine));
  section.hidden = lines.length === 0;
  const again = focused && [...list.children].find((item) => addressOf(item) === row);
  again?.querySelector<HTMLElement>(focused!.localName)?.focus();
}

function addressOf(item: Element): string {
  return item.querySelector('a')!.href;
}

function drawLine({ href, text, date, news, gone, action }: Line): HTMLElement {
  const item = document.createElement('li');
  item.classList.toggle('is-gone', gone !== undefined);
  const link = drawLink(href, text);
  link.dir = 'auto';
  item.append(link);
  if (news && !gone) item.append(' ', drawNews(news, text));
  if (date || gone) {
    const fact = document.createElement(gone ? 'span' : 'time');
    fact.className = 'saved-fact';
    if (!gone) fact.setAttribute('datetime', date!);
    fact.textContent = gone ?? shortDay(date!);
    item.append(' ', fact);
  }
  if (action) item.append(' ', drawButton(action, text));
  return item;
}

/**
 * Adds what is new to the line that leads to `href`. The line is not drawn anew: a reader may be at
 * its button, or press it at this moment.
 */
export function addNews(section: HTMLElement, href: string, news: News): void {
  for (const link of section.querySelectorAll('li:not(.is-gone) > a:first-child'))
    if (link.getAttribute('href') === href) link.after(' ', drawNews(news, link.textContent!));
}

function drawNews({ href, text }: News, of: string): HTMLAnchorElement {
  const fresh = drawLink(href, text);
  fresh.className = 'new-mark';
  fresh.append(unseen(`: ${of}`));
  return fresh;
}

function drawLink(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

function drawButton({ says, does }: Action, text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button';
  button.textContent = says;
  button.setAttribute('aria-label', `${says}: ${text}`);
  button.addEventListener('click', does);
  return button;
}

function unseen(text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'unseen';
  span.textContent = text;
  return span;
}

import { shortDay } from '../search/browser/wording.ts';

/** One line of the reader's list. */
export interface Line {
  href: string;
  text: string;
  date?: string;
  news?: News;
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

/** Fills a section of the page; an empty one is not shown. */
export function fillSection(section: HTMLElement, lines: readonly Line[]): void {
  section.querySelector('ul')!.replaceChildren(...lines.map(drawLine));
  section.hidden = lines.length === 0;
}

function drawLine({ href, text, date, news, action }: Line): HTMLElement {
  const item = document.createElement('li');
  const link = drawLink(href, text);
  link.dir = 'auto';
  item.append(link);
  if (news) item.append(' ', drawNews(news, text));
  if (date) {
    const time = document.createElement('time');
    time.dateTime = date;
    time.textContent = shortDay(date);
    item.append(' ', time);
  }
  if (action) item.append(' ', drawButton(action, text));
  return item;
}

/**
 * Adds what is new to the line that leads to `href`. The line is not drawn anew: a reader may be at
 * its button, or press it at this moment.
 */
export function addNews(section: HTMLElement, href: string, news: News): void {
  for (const link of section.querySelectorAll('li > a:first-child'))
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

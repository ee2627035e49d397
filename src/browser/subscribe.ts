import { download } from './download.ts';
import { readReader } from './reader.ts';
import { element } from '../site/feeds/xml.ts';

const status = document.querySelector('#subscribe-status')!;

offerOpml();

/** Boxes to tick beside the topics, and a list of the ticked ones as a file. */
function offerOpml(): void {
  const form = document.querySelector<HTMLFormElement>('#topic-choice')!;
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const button = form.querySelector('button')!;
  const { followed } = readReader();
  for (const box of boxes) box.checked = Object.hasOwn(followed, box.value);
  for (const hidden of form.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
  const count = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    button.disabled = ticked === 0;
    button.textContent =
      ticked === 0 ? 'Tick topics to get them as one file' : `Download ${ticked} as OPML`;
  };
  form.addEventListener('change', count);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const ticked = boxes.filter((box) => box.checked);
    download('feeds.opml', 'text/x-opml', toOpml(ticked));
    status.textContent = 'Import feeds.opml in your feed reader.';
  });
  count();
}

function toOpml(boxes: readonly HTMLInputElement[]): string {
  const outlines = boxes.map((box) => {
    const text = box.dataset['title']!;
    const xmlUrl = new URL(box.dataset['feed']!, location.href).href;
    const htmlUrl = new URL(box.dataset['page']!, location.href).href;
    return element('outline', { type: 'rss', text, title: text, xmlUrl, htmlUrl }, []);
  });
  const opml = element('opml', { version: '2.0' }, [
    element('head', {}, [element('title', {}, document.title)]),
    element('body', {}, outlines),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${opml.xml}\n`;
}

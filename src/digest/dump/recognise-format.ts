// The title of a paper may be the first line of any format; what follows it is then an abstract.

/** "<!doctype html>", "<html lang=en>" before a line of another tag, or in the only line */
const HTML_HEAD = /^<(?:!doctype html|html)[\s>][^\n]*(?:\n\s*<|$)/i;
/** "@article{key," before a field or another entry */
const BIBTEX_HEAD = /^@\w+\s*\{[^\n]*\n\s*(?:\w+\s*=|[@}])/;
/** "TY  - JOUR" before a field */
const RIS_HEAD = /^TY {2}- \w+\r?\n[A-Z][A-Z\d] {2}-/;

/** Formats that are no pasted page, each with a test of the whole text. */
const FORMATS: [name: string, isMeant: (text: string) => boolean][] = [
  ['JSON file', (text) => /^[[{]/.test(text) && (isJson(text) || isJsonLines(text))],
  ['HTML file', (text) => HTML_HEAD.test(text)],
  [
    'XML file',
    (text) =>
      /^(?:<\?xml[^>]*>\s*)?<(?:feed|rss|rdf:RDF|OAI-PMH|record|ListRecords)[\s>]/.test(text),
  ],
  ['BibTeX file', (text) => BIBTEX_HEAD.test(text) && /^\s*title\s*=/m.test(text)],
  ['RIS file', (text) => RIS_HEAD.test(text) && /^ER {2}-/m.test(text)],
  ['table', (text) => isTable(text.slice(0, text.indexOf('\n') >>> 0).slice(0, 2000))],
];

/** What a text is where it is plainly no pasted page; undefined for any text that could be one. */
export function recogniseFormat(text: string): string | undefined {
  const trimmed = text.trim();
  return FORMATS.find(([, isMeant]) => isMeant(trimmed))?.[0];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An object a line: the first two suffice. */
function isJsonLines(text: string): boolean {
  const lines = text.split('\n', 2);
  return lines.length === 2 && lines.every(isJson);
}

/** A first line that names columns, one of them the abstract. */
function isTable(head: string): boolean {
  const columns = head
    .split(/[,;\t]/)
    .map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
  return columns.length >= 3 && columns.includes('title') && columns.includes('abstract');
}

import { renderToString } from 'katex';

const escape = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** Markdown as the records hold it: prose with backslash escapes, formulae between dollars. */
const typeset = (markdown) =>
  markdown
    .split(/(?<!\\)\$((?:\\.|[^$\\])+)\$/)
    .map((part, at) =>
      at % 2
        ? renderToString(part, { output: 'mathml', throwOnError: false })
        : escape(part.replace(/\\([^A-Za-z0-9\s])/g, '$1')),
    )
    .join('');

export const data = {
  pagination: { data: 'papers', size: 1, alias: 'row' },
  permalink: ({ row }) => `papers/${row.paper.id}/index.html`,
};

export function render({ row: { paper } }) {
  const topics = paper.topics.map(
    ({ id, score, evidence }) =>
      `<li><a href="/topics/${id}/">${id}</a> ${score.toFixed(2)}<ul>${evidence
        .map(({ text, rule }) => `<li>${escape(text)} <code>${escape(rule)}</code></li>`)
        .join('')}</ul></li>`,
  );
  const related = paper.related.map(
    ({ id, terms }) => `<li><a href="/papers/${id}/">${id}</a> ${escape(terms.join(', '))}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escape(paper.titleText)}</title>
<meta name="description" content="${escape(paper.abstractText.slice(0, 150))}"></head>
<body><main><h1>${typeset(paper.title)}</h1>
<p>${paper.date}</p>
<p>${typeset(paper.abstract)}</p>
<ul>${topics.join('')}</ul>
<ul>${related.join('')}</ul>
<h2>As pasted</h2>
<p>${escape(paper.source.title)}</p>
<p>${escape(paper.source.abstract)}</p>
</main></body></html>
`;
}

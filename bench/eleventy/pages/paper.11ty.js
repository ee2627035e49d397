import { renderToString } from 'katex';
import { toBibtex } from '../../../src/digest/render/to-bibtex.ts';
import { toDescription } from '../../../src/digest/render/sentences.ts';
import { countShown } from '../../../src/site/authors.ts';
import {
  breadcrumbsJsonLd,
  highwireMeta,
  paperJsonLd,
  paperWay,
  scriptJson,
} from '../../../src/site/json-ld.ts';
import { givenLinks, readingLinks } from '../../../src/site/links.ts';
import { paperRecord } from '../../../src/site/paper-record.ts';
import { papersById } from '../../../src/site/papers.ts';
import { topicNeighbours } from '../../../src/site/reading-order.ts';
import { formatWeight, toReasons } from '../../../src/site/reasons.ts';
import { toRepairLines } from '../../../src/site/repair-lines.ts';
import { toSharedLine } from '../../../src/site/shared-terms.ts';
import { settings } from '../../../src/site/settings.ts';
import { mainShelf, shownShelves, taggedShelves } from '../../../src/site/topics.ts';
import {
  absoluteUrl,
  digestUrl,
  paperPath,
  paperUrl,
  topicUrl,
  url,
} from '../../../src/site/urls.ts';
import { countOf, formatDay } from '../../../src/site/wording.ts';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

const withKatex = process.env.BENCH_KATEX === '1';
/** The formulae of a record's Markdown. "$x^2$" */
const FORMULA = /\$([^$]+)\$/g;

/** A page with all its text set anew from the record's Markdown. */
function typeset(page) {
  const { title, abstract, repairs } = page.paper;
  return {
    ...page,
    markedTitleHtml: setFormulae(title),
    abstractHtml: setFormulae(abstract),
    repairsHtml: repairs.map(({ to }) => setFormulae(to)),
  };
}

/** The title of another paper. */
const titleHtml = (page) => (withKatex ? setFormulae(page.paper.title) : page.titleHtml);

const setFormulae = (markdown) =>
  markdown
    .split(FORMULA)
    .map((part, at) =>
      at % 2 === 0 ? escape(part) : renderToString(part, { output: 'mathml', throwOnError: false }),
    )
    .join('');

export const data = {
  pagination: { data: 'papers', size: 1 },
  permalink: ({ pagination }) => `papers/${pagination.items[0].paper.id}/index.html`,
};

export function render({ pagination }) {
  const page = withKatex ? typeset(pagination.items[0]) : pagination.items[0];
  const { paper, abstractHtml, pastedTitleHtml, pastedAbstractHtml } = page;
  return `<!doctype html>
<html lang="${settings.language}">
<head>${head(page)}</head>
<body>
${masthead()}
<main id="main"><article class="paper columns">
${paperHead(page)}
${reasons(paper)}
<section class="abstract" aria-labelledby="abstract"><h2 class="label" id="abstract">Abstract</h2>
${
  pastedAbstractHtml
    ? '<p class="abstract-switch no-print"><input type="checkbox" id="as-pasted"><label for="as-pasted">Show as pasted</label></p>'
    : ''
}
<p class="text restored" dir="auto">${abstractHtml}</p>
${
  pastedAbstractHtml
    ? `<div class="pasted">${pastedTitleHtml ? `<p>${pastedTitleHtml}</p>` : ''}<p>${pastedAbstractHtml}</p></div>`
    : ''
}
${repairs(page)}
</section>
${files(page)}
${related(paper)}
${readingOrder(page)}
</article></main>
${colophon()}
<script type="module" src="/_astro/page.js"></script>
</body></html>
`;
}

function head(page) {
  const { paper } = page;
  const title = escape(paper.titleText);
  const description = escape(
    toDescription(paper.abstractText || `${paper.titleText}: a title without an abstract.`),
  );
  const canonical = absoluteUrl(paperPath(paper.id));
  const shelf = mainShelf(page);
  const feeds = [
    ...(shelf ? [[topicUrl(shelf.topic.id), `${settings.title}: ${shelf.topic.label}`]] : []),
    [url(''), settings.title],
  ];
  const file = (extension) => url(`papers/${paper.id}.${extension}`);
  return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} · ${escape(settings.title)}</title><meta name="description" content="${description}">
<link rel="canonical" href="${canonical}"><script src="/_astro/theme.js"></script>
<link rel="preload" href="/_astro/serif.woff2" as="font" type="font/woff2" crossorigin><link rel="preload" href="/_astro/sans.woff2" as="font" type="font/woff2" crossorigin>
${feeds
  .map(
    ([path, name]) =>
      `<link rel="alternate" type="application/rss+xml" title="${escape(name)}" href="${path}rss.xml"><link rel="alternate" type="application/atom+xml" title="${escape(name)}" href="${path}atom.xml"><link rel="alternate" type="application/feed+json" title="${escape(name)}" href="${path}feed.json">`,
  )
  .join('')}
<link rel="icon" href="${url('favicon.svg')}" type="image/svg+xml"><link rel="apple-touch-icon" href="${url('apple-touch-icon.png')}"><link rel="manifest" href="${url('site.webmanifest')}">
<meta property="og:site_name" content="${escape(settings.title)}"><meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:url" content="${canonical}">
${highwireMeta(page)
  .map(({ name, content }) => `<meta name="${name}" content="${escape(content)}">`)
  .join('')}
<link rel="alternate" type="application/x-bibtex" href="${file('bib')}"><link rel="alternate" type="text/markdown" href="${file('md')}"><link rel="alternate" type="application/json" href="${file('json')}">
${[paperJsonLd(page), breadcrumbsJsonLd(paperWay(page))]
  .map((item) => (item ? `<script type="application/ld+json">${scriptJson(item)}</script>` : ''))
  .join('')}
<link rel="stylesheet" href="/_astro/page.css"><link rel="stylesheet" href="/_astro/paper.css">`;
}

function masthead() {
  const places = [
    ['Topics', 'topics/'],
    ['Digests', 'digests/'],
    ['Subscribe', 'subscribe/'],
  ];
  return `<a class="skip" href="#main">Skip to the content</a>
<header class="masthead"><a class="masthead-name" href="${url('')}">${escape(settings.title)}</a>
<nav class="masthead-places" aria-label="Site"><ul>${places.map(([label, path]) => `<li><a href="${url(path)}">${label}</a></li>`).join('')}</ul></nav>
<form class="search-box search-box--header" role="search" action="${url('search/')}" method="get" data-search-box="header" data-index="${url('search-index/')}" data-papers="${url('papers/')}"><label class="search-box__label" for="search-input">Search papers</label><input id="search-input" class="search-box__input" type="search" name="q" placeholder="Search papers" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="300" enterkeyhint="search"><kbd class="search-box__key" aria-hidden="true">/</kbd><button class="search-box__button" type="submit">Search</button></form>
<button class="scheme-switch held" type="button" aria-label="Colours" hidden><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"></circle><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"></path></svg></button></header>`;
}

function paperHead(page) {
  const { paper, markedTitleHtml } = page;
  const [shelf] = shownShelves(page);
  const trail = [shelf?.parent, shelf].filter(Boolean);
  return `<header class="paper-head"><p class="label"><a href="${url('topics/')}">Topics</a>${trail
    .map(
      ({ topic }) =>
        `<span class="trail-mark">/</span> <a href="${topicUrl(topic.id)}">${escape(topic.label)}</a>`,
    )
    .join('')}</p>
<h1 dir="auto">${markedTitleHtml}</h1>${authors(paper.authors ?? [])}
<ul class="paper-links">${readingLinks(paper)
    .map(
      ({ label, href }) =>
        `<li><a class="print-address" href="${escape(href)}">${escape(label)}</a></li>`,
    )
    .join('')}${givenLinks(paper)
    .map(
      ({ kind, label, href }) =>
        `<li>${kind} <a href="${escape(href)}" rel="nofollow noopener">${escape(label)}</a></li>`,
    )
    .join(
      '',
    )}<li><button class="keep held" type="button" aria-pressed="false" data-keep="saved" data-id="${paper.id}" data-name="${escape(paper.titleText)}" data-on="${paper.date}" hidden>Save</button><a class="keep-list no-print" href="${url('saved/')}">Your list</a></li></ul>
<p class="facts soft">${paper.published ? `Published <time datetime="${paper.published}">${formatDay(paper.published)}</time>.` : ''} In the digest of <a href="${digestUrl(paper.date)}">${formatDay(paper.date)}</a>${pastedAgain(paper)}</p></header>`;
}

function pastedAgain({ date, dates }) {
  const again = dates.filter((day) => day !== date);
  return again.length > 0 ? `; pasted again on ${again.map(formatDay).join(', ')}` : '';
}

const list = (names) => names.map((name) => `<bdi>${escape(name)}</bdi>`).join(', ');

function authors(names) {
  const shown = countShown(names);
  if (shown === 0) return '';
  const rest = `<details class="paper-authors"><summary>and ${countOf(names.length - shown, 'more author')}</summary>${list(names.slice(shown))}</details>`;
  return `<p class="paper-authors">${list(names.slice(0, shown))}</p>${shown < names.length ? rest : ''}`;
}

function reasons(paper) {
  const shown = taggedShelves(paper.topics);
  const none = `<h2 class="label" id="reasons">No topic</h2><p>Nothing in it speaks clearly enough for a topic. <a href="${topicUrl('untagged')}">All papers without a topic</a></p>`;
  const head = `<div class="reasons-head"><h2 class="label" id="reasons">Why these topics</h2><a href="${url('about/#score')}">Score, 0 to 1</a></div>`;
  return `<section class="reasons" aria-labelledby="reasons">${shown.length === 0 ? none : head}${shown
    .map(
      (
        { tag, shelf },
        at,
      ) => `<details class="reason reason-${at + 1} hue-${shelf.hue}" name="reason"><summary><span class="reason-name"><span class="dot"></span>${escape(shelf.topic.label)}</span><span class="number soft">${tag.byHand ? 'by hand' : tag.score.toFixed(2)}</span></summary>
<ul>${toReasons(tag.evidence)
        .map(
          ({ text, weight, rule, places }) =>
            `<li><q dir="auto">${escape(text)}</q><span class="number">${formatWeight(weight)}</span><span class="reason-rule">${places
              .map(({ field, count }) => (count > 1 ? `${field} ×${count}` : field))
              .join(', ')}, rule <code>${escape(rule)}</code></span></li>`,
        )
        .join('')}</ul>
<p><a href="${topicUrl(shelf.topic.id)}">All papers on ${escape(shelf.topic.label)}</a></p></details>`,
    )
    .join('')}</section>`;
}

function repairs({ paper, repairsHtml }) {
  const { source } = paper;
  if (paper.repairs.length === 0)
    return `<p class="source soft">Shown exactly as pasted: line ${source.line} of ${escape(source.dump)}.</p>`;
  return `<details class="repairs"><summary>${countOf(paper.repairs.length, 'repair')} to the text as pasted</summary><div class="repairs-table"><table><thead><tr><th scope="col">As pasted</th><th scope="col">Read as</th><th scope="col">Rule</th></tr></thead><tbody>${toRepairLines(
    paper,
    repairsHtml,
  )
    .map(
      ({ from, html, unseen, rule, field, count }) =>
        `<tr><td><code>${escape(from)}</code>${count > 1 ? ` ×${count}` : ''}</td>${unseen ? `<td class="soft">${unseen}</td>` : `<td class="repairs-after">${html}</td>`}<td>${field === 'title' ? `${rule}, in the title` : rule}</td></tr>`,
    )
    .join(
      '',
    )}</tbody></table></div><p class="soft">Pasted text: line ${source.line} of ${escape(source.dump)}.</p></details>`;
}

const COPY =
  '<p class="no-print"><button class="plain-button held" type="button" data-copy="bibtex" hidden>Copy BibTeX</button> <span class="soft" role="status"></span></p>';

function files(page) {
  const { paper } = page;
  const citation = toBibtex({ ...paperRecord(page), abstractText: '' }, page.titleTex);
  const names = `<div><h2 class="label">Introduces</h2><ul class="run-in">${paper.methods.map((name) => `<li>${escape(name)}</li>`).join('')}</ul></div>`;
  const formats = ['BibTeX bib', 'RIS ris', 'Markdown md', 'JSON json'].map((one) =>
    one.split(' '),
  );
  return `<aside class="margin paper-files" aria-label="About this paper">${paper.methods.length > 0 ? names : ''}<div><h2 class="label">Cite</h2><ul class="run-in">${formats
    .map(
      ([label, extension]) =>
        `<li><a href="${url(`papers/${paper.id}.${extension}`)}">${label}</a></li>`,
    )
    .join(
      '',
    )}</ul>${COPY}<details class="citation"><summary>Show the BibTeX</summary><pre id="bibtex">${escape(citation)}</pre></details></div></aside>`;
}

function related(paper) {
  const shown = paper.related.filter(({ id }) => papersById.has(id));
  if (shown.length === 0) return '';
  return `<section class="related" aria-labelledby="related"><h2 class="label" id="related">Related papers</h2><ul>${shown
    .map(
      ({ id, terms }) =>
        `<li><h3 class="related-title" dir="auto"><a href="${paperUrl(id)}">${titleHtml(papersById.get(id))}</a></h3><p class="soft">${escape(toSharedLine(paper, terms))}</p></li>`,
    )
    .join('')}</ul></section>`;
}

function beside(paperPage, rel, label) {
  if (!paperPage) return '';
  return `<li><a rel="${rel}" href="${paperUrl(paperPage.paper.id)}"><span class="soft">${label}</span><span class="reading-order-title">${titleHtml(paperPage)}</span></a></li>`;
}

function readingOrder(page) {
  const { shelf, previous, next } = topicNeighbours(page) ?? {};
  if (!previous && !next) return '';
  return `<nav class="reading-order no-print" aria-labelledby="reading-order"><h2 class="label" id="reading-order">On <a href="${topicUrl(shelf.topic.id)}">${escape(shelf.topic.label)}</a></h2><ul>${beside(previous, 'prev', 'Previous')}${beside(next, 'next', 'Next')}</ul></nav>`;
}

function colophon() {
  const links = [
    ['All papers', 'papers/'],
    ['About', 'about/'],
    ['Feeds', 'subscribe/'],
    ['Your list', 'saved/'],
  ];
  return `<footer class="colophon"><p><span class="colophon-name">${escape(settings.title)}.</span> ${escape(settings.description)}</p><p>Abstracts are pasted from a papers page, their formulae recovered and their topics set by rules that every page shows: <a href="${url('about/')}">how this is made</a>.</p><nav aria-label="More"><ul>${links.map(([label, path]) => `<li><a href="${url(path)}">${label}</a></li>`).join('')}</ul></nav></footer>`;
}

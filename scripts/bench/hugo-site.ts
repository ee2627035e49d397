import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toBibtex } from '../../src/digest/render/to-bibtex.ts';
import { countShown } from '../../src/site/authors.ts';
import {
  breadcrumbsJsonLd,
  highwireMeta,
  paperJsonLd,
  paperWay,
  scriptJson,
} from '../../src/site/json-ld.ts';
import { givenLinks, readingLinks } from '../../src/site/links.ts';
import { paperPageDescription } from '../../src/site/page-names.ts';
import { paperRecord } from '../../src/site/paper-record.ts';
import { papers, papersById, type PaperPage } from '../../src/site/papers.ts';
import { topicNeighbours } from '../../src/site/reading-order.ts';
import { formatWeight, toReasons } from '../../src/site/reasons.ts';
import { toRepairLines } from '../../src/site/repair-lines.ts';
import { toSharedLine } from '../../src/site/shared-terms.ts';
import { settings } from '../../src/site/settings.ts';
import { mainShelf, shownShelves, taggedShelves } from '../../src/site/topics.ts';
import { absoluteUrl, digestUrl, paperPath, paperUrl, topicUrl, url } from '../../src/site/urls.ts';
import { countOf, formatDay } from '../../src/site/wording.ts';

/**
 * `node scripts/bench/hugo-site.ts FOLDER`: the papers of the digest that `DIGEST_DIR` names as a site
 * of Hugo's, a content file each. Go has none of our functions, so what the templates of
 * `bench/hugo` would ask them stands in the front matter.
 */
const folder = process.argv[2]!;
const content = path.join(folder, 'content/papers');
mkdirSync(content, { recursive: true });
cpSync('bench/hugo', folder, { recursive: true });
writeFileSync(path.join(folder, 'hugo.json'), JSON.stringify(config()));
for (const page of papers) {
  const { id } = page.brief;
  const matter = { url: `papers/${id}/`, paper: toParams(page) };
  writeFileSync(path.join(content, `${id}.md`), `${JSON.stringify(matter)}\n`);
}

/** Pages of papers and nothing else. */
function config(): object {
  const { title, description, language } = settings;
  return {
    baseURL: absoluteUrl(''),
    disableKinds: ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'],
    params: { site: { title, description, language, base: url('') } },
  };
}

/** All that a page shows, as text and as HTML that is ready. */
function toParams(page: PaperPage): object {
  const { paper } = page;
  const { id, date, source } = paper;
  return {
    id,
    date,
    name: paper.titleText,
    description: paperPageDescription(page),
    canonical: absoluteUrl(paperPath(id)),
    file: url(`papers/${id}`),
    feeds: feedsOf(page),
    metas: highwireMeta(page),
    structured: [paperJsonLd(page), breadcrumbsJsonLd(paperWay(page))].map(scriptJson),
    trail: trailOf(page),
    heading: page.markedTitleHtml,
    authors: authorsOf(paper.authors ?? []),
    reading: readingLinks(paper),
    given: givenLinks(paper),
    published: paper.published && { date: paper.published, day: formatDay(paper.published) },
    digest: { href: digestUrl(paper.date), day: formatDay(paper.date) },
    again: paper.dates.filter((day) => day !== paper.date).map(formatDay),
    reasons: reasonsOf(page),
    abstract: page.abstractHtml,
    pasted: page.pastedAbstractHtml && {
      title: page.pastedTitleHtml,
      abstract: page.pastedAbstractHtml,
    },
    repairs: repairsOf(page),
    source: `line ${source.line} of ${source.dump}`,
    methods: paper.methods,
    citation: toBibtex({ ...paperRecord(page), abstractText: '' }, page.titleTex),
    related: relatedTo(page),
    beside: besideOf(page),
  };
}

function feedsOf(page: PaperPage) {
  const topic = mainShelf(page)?.topic;
  const own = topic && { path: topicUrl(topic.id), title: `${settings.title}: ${topic.label}` };
  return [own, { path: url(''), title: settings.title }].filter((feed) => feed !== undefined);
}

function trailOf(page: PaperPage) {
  const [shelf] = shownShelves(page);
  return [shelf?.parent, shelf].flatMap((step) =>
    step ? [{ href: topicUrl(step.topic.id), label: step.topic.label }] : [],
  );
}

function authorsOf(names: readonly string[]) {
  const shown = countShown(names);
  const rest = names.slice(shown);
  return (
    shown > 0 && { shown: names.slice(0, shown), rest, more: countOf(rest.length, 'more author') }
  );
}

function reasonsOf({ paper }: PaperPage) {
  return taggedShelves(paper.topics).map(({ tag, shelf }, at) => ({
    class: `reason reason-${at + 1} hue-${shelf.hue}`,
    label: shelf.topic.label,
    href: topicUrl(shelf.topic.id),
    score: tag.byHand ? 'by hand' : tag.score.toFixed(2),
    phrases: toReasons(tag.evidence).map(({ text, weight, rule, places }) => ({
      text,
      rule,
      weight: formatWeight(weight),
      places: places
        .map(({ field, count }) => (count > 1 ? `${field} ×${count}` : field))
        .join(', '),
    })),
  }));
}

function repairsOf({ paper, repairsHtml }: PaperPage) {
  const lines = toRepairLines(paper, repairsHtml).map(
    ({ from, html, unseen, rule, field, count }) => ({
      from,
      html,
      unseen,
      times: count > 1 ? ` ×${count}` : '',
      rule: field === 'title' ? `${rule}, in the title` : rule,
    }),
  );
  return lines.length > 0 && { count: countOf(paper.repairs.length, 'repair'), lines };
}

function relatedTo({ paper }: PaperPage) {
  return paper.related.flatMap(({ id, terms }) => {
    const title = papersById.get(id)?.titleHtml;
    return title === undefined
      ? []
      : [{ href: paperUrl(id), title, shared: toSharedLine(paper, terms) }];
  });
}

function besideOf(page: PaperPage) {
  const { shelf, previous, next } = topicNeighbours(page) ?? {};
  const besides = [
    { rel: 'prev', label: 'Previous', other: previous },
    { rel: 'next', label: 'Next', other: next },
  ].flatMap(({ other, ...beside }) =>
    other ? [{ ...beside, href: paperUrl(other.brief.id), title: other.titleHtml }] : [],
  );
  return (
    shelf &&
    besides.length > 0 && {
      href: topicUrl(shelf.topic.id),
      label: shelf.topic.label,
      papers: besides,
    }
  );
}

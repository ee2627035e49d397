import { diagnose, type Diagnostic } from '../diagnostics.ts';
import { compareAbstracts } from './compare-abstracts.ts';
import { hashedId, titleKey } from './paper-id.ts';
import type { Redirect } from './redirect.ts';
import type { Draft } from './to-paper.ts';

/** Of papers with the same title, so many at most are compared word by word with the next one. */
const MOST_COMPARED = 20;

/**
 * Drafts, in the order of their dumps, of the same paper become one, which keeps the first date, and
 * every paper gets an id of its own. Where two papers claim one id, the one seen first keeps it, on
 * one day the one that stands first: what is pasted below or into another dump takes no address from
 * a paper that has it. Every merge is reported, and so are papers that look alike and are kept apart.
 */
export function mergeTwins(drafts: readonly Draft[]): {
  drafts: Draft[];
  messages: Diagnostic[];
  redirects: Redirect[];
} {
  const papers = new Map<Draft, Draft>();
  const byKey = new Map<string, Draft[]>();
  const taken = new Set<string>();
  const messages: Diagnostic[] = [];
  const merged: [id: string, into: Draft][] = [];
  const byDay = [...drafts].sort((one, other) => compare(one.record.date, other.record.date));
  for (const draft of byDay) {
    const key = titleKey(draft.record.source.title);
    const elders = byKey.get(key) ?? [];
    const twin = elders.find((elder) => isSamePaper(elder, draft));
    if (twin) {
      papers.set(twin, mergeInto(papers.get(twin)!, draft));
      merged.push([draft.record.id, twin]);
      messages.push(about('paper-twice', draft, twin));
      continue;
    }
    const alike = elders.find((elder) => areAlike(elder, draft));
    if (alike) messages.push(about('papers-alike', draft, alike));
    const id = freeId(draft, taken);
    taken.add(id);
    papers.set(draft, id === draft.record.id ? draft : withId(draft, id));
    if (elders.length < MOST_COMPARED) byKey.set(key, [...elders, draft]);
  }
  return {
    drafts: drafts.flatMap((draft) => papers.get(draft) ?? []),
    messages,
    redirects: redirectsOf(merged, papers, taken),
  };
}

/** A twin that was published under its own spelling before the other was found leads on. */
function redirectsOf(
  merged: readonly [id: string, into: Draft][],
  papers: ReadonlyMap<Draft, Draft>,
  taken: ReadonlySet<string>,
): Redirect[] {
  const leading = new Map(
    merged.filter(([id]) => !taken.has(id)).map(([id, into]) => [id, papers.get(into)!.record.id]),
  );
  return [...leading].map(([from, to]) => ({ from, to }));
}

/** A paper that was seen on another day too; what it lacks is taken from the other. */
export function mergeInto(kept: Draft, other: Draft): Draft {
  const [mine, theirs] = [kept.record, other.record];
  const dates = [...new Set([...mine.dates, ...theirs.dates])].sort();
  const known = new Set(mine.links.map(({ url }) => url));
  const record = {
    ...theirs,
    ...mine,
    dates,
    date: dates[0]!,
    identifiers: { ...theirs.identifiers, ...mine.identifiers },
    links: [...mine.links, ...theirs.links.filter(({ url }) => !known.has(url))],
  };
  return { ...kept, record };
}

/** The same title allows an abstract that was revised or cut; another spelling allows next to none. */
function isSamePaper(elder: Draft, draft: Draft): boolean {
  const { same, shared, words } = compareAbstracts(
    elder.record.source.abstract,
    draft.record.source.abstract,
  );
  if (same) return true;
  if (elder.record.source.title === draft.record.source.title) return shared >= 0.5;
  return shared >= 0.97 && words >= 60;
}

function areAlike(elder: Draft, draft: Draft): boolean {
  const { source } = draft.record;
  if (elder.record.source.title.toLowerCase() === source.title.toLowerCase()) return true;
  return compareAbstracts(elder.record.source.abstract, source.abstract).shared >= 0.8;
}

function freeId(draft: Draft, taken: ReadonlySet<string>): string {
  const { id, source } = draft.record;
  const candidates = [
    () => id,
    () => hashedId(source.title, source.title),
    () => hashedId(source.title, `${source.title}\n${source.abstract}`),
  ];
  for (const candidate of candidates) {
    const free = candidate();
    if (!taken.has(free)) return free;
  }
  return hashedId(source.title, `${source.title}\n${source.abstract}\n${taken.size}`);
}

function withId(draft: Draft, id: string): Draft {
  return { ...draft, record: { ...draft.record, id } };
}

function about(rule: 'paper-twice' | 'papers-alike', draft: Draft, elder: Draft): Diagnostic {
  const { source } = draft.record;
  return diagnose(
    rule,
    { file: source.dump, line: source.line, column: 1 },
    source.title,
    `${elder.record.source.dump}:${elder.record.source.line}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

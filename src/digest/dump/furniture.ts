import { CERTAIN_LINES, LIKELY_LINES } from './furniture-lines.ts';

/**
 * What pages print around papers. `certain` lines are never a title; the others are one where an
 * abstract would otherwise have none.
 */
export type Furniture = 'certain' | 'likely';

/** One pattern a kind of line that varies; each sample is a whole line. */
const CERTAIN_PATTERNS: { sample: string; pattern: RegExp }[] = [
  {
    sample: '· Submitted by Ada Lovelace',
    pattern: /^(· ?)?submitted by:?( @?[\p{L}\d_.-]+){0,3}$/iu,
  },
  { sample: '· 12 authors', pattern: /^(· ?)?\d+ authors?$/i },
  {
    sample: 'Published on Aug 20, 2022',
    pattern: /^(· ?)?published on [a-z]{3,9}\.? \d{1,2}(, \d{4})?$/i,
  },
  { sample: 'Upvote 12', pattern: /^upvotes? [\d.]+k?$/i },
  { sample: '#2 Paper of the day', pattern: /^#\d+ paper of the (day|week|month)$/i },
  {
    sample: 'Models citing this paper 0',
    pattern: /^(models|datasets|spaces|collections) (citing|including) this paper ?\d*$/i,
  },
  {
    sample: 'No model linking this paper',
    pattern: /^no (model|dataset|space|collection) (linking|including) this paper$/i,
  },
  {
    sample: 'Cite arxiv.org/abs/2208.09708 in a model README.md to link it from this page.',
    pattern:
      /^(cite|add) (arxiv\.org\/abs\/\S+|this paper) (in|to) a [\w. ]+ to link it from this page\.$/i,
  },
  {
    sample: 'Browse 12 models citing this paper',
    pattern: /^browse \d+ (models|datasets|spaces|collections) /i,
  },
  { sample: 'GitHub ★ 61.2k', pattern: /^github [★⭐☆]?\ufe0f? ?[\d.]+k?$/i },
  {
    sample: 'arxiv:2208.09708',
    pattern:
      /^(\[\d+\] )?arxiv: ?\d{4}\.\d{4,5}(v\d+)?( \([\w.-]+\))?( \[[^\]]*\])?( \([^)]*\))*$/i,
  },
  {
    sample: '[Submitted on 11 Jul 2023 (v1), last revised 2 Aug 2023 (this version, v2)]',
    pattern: /^\[submitted on [^\]]{1,200}\]$/i,
  },
  {
    sample: 'Litmaps (What is Litmaps?)',
    pattern: /^[\w .-]{2,40} \(what (is|are) [\w .-]{2,40}\?\)$/i,
  },
  {
    sample: 'or arXiv:2503.10621v1 [cs.LG] for this version',
    pattern: /^\(?or arxiv:\S+ \[\S+\] for this version\)?$/i,
  },
  {
    sample: 'https://doi.org/10.48550/arXiv.2503.10621',
    pattern: /^https:\/\/doi\.org\/10\.48550\/arxiv\.\S+$/i,
  },
  { sample: 'From: Ada Lovelace [view email]', pattern: /^from: .{1,100}\[view email\]$/i },
  {
    sample: '[v1] Thu, 13 Mar 2025 17:59:56 UTC (5,123 KB)',
    pattern: /^\[v\d+\] .{10,60}\([\d,]+ kb\)$/i,
  },
  {
    sample: 'arXivLabs is a framework that allows collaborators to develop and share new features.',
    pattern:
      /^(arxivlabs is a framework that|both individuals and organizations that work with arxivlabs|have an idea for a project that will add value for arxiv)/i,
  },
  { sample: 'View PDF HTML (experimental)', pattern: /^view pdf( html \(experimental\))?$/i },
];

/** Lines that a vote count, a time or a list of names looks like. */
const LIKELY_PATTERNS: { sample: string; pattern: RegExp }[] = [
  { sample: '87', pattern: /^\+?\d{1,5}$/ },
  { sample: '61.2k', pattern: /^\d{1,3}(\.\d)?k$/i },
  {
    sample: '👍 23',
    pattern: /^[▲△↑★☆♥\p{Extended_Pictographic}]\ufe0f? ?\+?\d{1,5}(\.\d)?k?$/iu,
  },
  {
    sample: '3 comments',
    pattern: /^\d+ (comments?|replies|upvotes?|votes?|likes?|stars?|views?)$/i,
  },
  {
    sample: 'Show 12 more',
    pattern: /^(show|view|see|load) (all )?(\d+ )?(more|papers|comments)$/i,
  },
  { sample: '← Apr 1', pattern: /^(← ?[A-Z][a-z]{2} \d{1,2}|[A-Z][a-z]{2} \d{1,2} ?→)$/ },
  { sample: 'TL;DR: Circuits divide their work.', pattern: /^tl;?dr:? \S/i },
  {
    sample: '3 days ago',
    pattern: /^(about )?(an?|\d+) (minute|hour|day|week|month|year)s? ago$/i,
  },
  { sample: 'Dec 9 - Dec 13', pattern: /^[A-Z][a-z]{2} \d{1,2} [-–] [A-Z][a-z]{2} \d{1,2}$/ },
  { sample: '2025-W11', pattern: /^(week \d{1,2}|\d{4}-w\d{2})$/i },
  { sample: 'on Mar 14', pattern: /^on [A-Z][a-z]{2} \d{1,2}(, \d{4})?$/ },
  {
    sample: 'Computer Science > Machine Learning',
    pattern: /^[A-Z][a-z]+( [A-Z]?[a-z]+){0,3} > [A-Z][\w, -]{2,60}$/,
  },
  {
    sample: 'Subjects: Machine Learning (cs.LG)',
    pattern:
      /^(subjects|comments|cite as|journal-ref|report number|related doi|msc classes|acm classes): ?\S/i,
  },
  { sample: 'cs.CV', pattern: /^[a-z-]{2,8}\.[A-Z]{2}$/ },
];

/** Longer lines are prose. */
const LONGEST = 600;

/** What a line is by its look alone, or undefined. */
export function furnitureOf(line: string): Furniture | undefined {
  if (line.length > LONGEST) return undefined;
  const lower = line.toLowerCase();
  if (CERTAIN_LINES.has(lower)) return 'certain';
  if (CERTAIN_PATTERNS.some(({ pattern }) => pattern.test(line))) return 'certain';
  if (LIKELY_LINES.has(lower)) return 'likely';
  if (LIKELY_PATTERNS.some(({ pattern }) => pattern.test(line))) return 'likely';
  return undefined;
}

/** For the test that every pattern matches its sample. */
export const FURNITURE_SAMPLES = [...CERTAIN_PATTERNS, ...LIKELY_PATTERNS];

import type { Line } from './dump.ts';
import { furnitureOf, type Furniture } from './furniture.ts';
import { ABSTRACT_HEADING, COUNT, markNeighbours, SUBMITTED_BY } from './mark-neighbours.ts';
import type { MarkedLine } from './marked-line.ts';
import { isoDay, readDay } from './read-day.ts';

/** "Title:Monotone deep Boltzmann machines" */
const TITLE_LABEL = /^Title: ?(?=\S)/;
/** "View PDFAbstract:Deep Boltzmann machines …" */
const ABSTRACT_LABEL = /^(?:View PDF)?(?: ?HTML \(experimental\))?Abstract: ?(?=\S)/;
/** "Authors:Zhili Feng, Ezra Winston" */
const AUTHORS_LABEL = /^Authors?: ?(?=\S)/;
/** "arxiv:2208.09708", "[12] arXiv:2503.10621 [pdf, html, other]" */
const ARXIV_LINE = /^(?:\[\d+\] )?arxiv: ?(\d{4}\.\d{4,5})(?:v\d+)?(?= |$)/i;
/** "Published on Aug 20, 2022", "[Submitted on 11 Jul 2023]" */
const PUBLISHED = /^(?:· ?)?published on (.{5,25})$/i;
const SUBMITTED = /^\[submitted on (\d{1,2} [a-z]{3} \d{4})/i;
/** "Xinlin Li, Bang Liu, Rui Heng Yang" */
const NAME =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|di|da|del|dos|la|le|al|bin|ten)){1,4}$/u;
const USER_NAME = /^@?[\w.-]{2,40}$/;
/** What follows a paper's discussion */
const COMMUNITY_END =
  /^(?:sign up or log in to comment|(?:models|datasets|spaces|collections) (?:citing|including) this paper|get trending papers|arxiv: ?\d)/i;

const LONGEST_AUTHOR_LIST = 2000;
/** A paper of a large collaboration has thousands of authors, each on a line of a few words. */
const MOST_AUTHOR_LINES = 5000;
const LONGEST_AUTHOR_LINE = 80;

/**
 * The lines with what their neighbours tell: labels and facts of single-paper pages, names below
 * "Authors:", a discussion below "Community".
 */
export function markLines(lines: readonly Line[]): MarkedLine[] {
  const page = new PageReader(lines);
  return markNeighbours(lines.map((line, at) => page.read(line, at)));
}

/** What the lines so far have said about the page. */
class PageReader {
  private readonly lines: readonly Line[];
  private last: MarkedLine | undefined;
  /** A `Title:` whose abstract is awaited. */
  private labelled = false;
  private onPaperPage = false;
  private within: 'authors' | 'community' | undefined;
  /** The line that ends the authors, where it is plain which one does. */
  private authorsEnd: number | undefined;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  /** The line that stands at `at`; they are read one after another. */
  read(line: Line, at: number): MarkedLine {
    const marked = this.mark(line, at);
    this.last = marked;
    if (marked.furniture && line.text.toLowerCase() === 'authors:') {
      this.within = 'authors';
      this.authorsEnd = authorsEnd(this.lines, at);
    }
    return marked;
  }

  private mark(line: Line, at: number): MarkedLine {
    const { text } = line;
    const looks = furnitureOf(text);
    if (this.within) {
      const member = this.markMember(line, at);
      if (member) return member;
    }
    const arxiv = ARXIV_LINE.exec(text)?.[1];
    if (arxiv && looks === 'certain') {
      this.onPaperPage = true;
      return { ...line, furniture: 'certain', facts: { arxiv } };
    }
    if (looks) return this.markFurniture(line, this.labelled ? 'certain' : looks);
    const known = this.markLabel(line) ?? this.markNames(line);
    if (!known) this.labelled = false;
    return known ?? line;
  }

  /** A line below "Authors:" or "Community", or undefined where that part of the page ends. */
  private markMember(line: Line, at: number): MarkedLine | undefined {
    const { text } = line;
    if (this.within === 'authors') {
      const name = text.replace(/ ?,$/, '');
      const isBefore = this.authorsEnd !== undefined && at < this.authorsEnd;
      if (isBefore || text.endsWith(',') || NAME.test(name)) {
        const facts = text === ',' ? {} : { facts: { authors: [name] } };
        return { ...line, furniture: 'certain', ...facts };
      }
    } else if (!COMMUNITY_END.test(text)) {
      return { ...line, furniture: 'certain' };
    }
    this.within = undefined;
    return undefined;
  }

  private markFurniture(line: Line, furniture: Furniture): MarkedLine {
    const lower = line.text.toLowerCase();
    if (lower === 'community' && this.onPaperPage) this.within = 'community';
    const published = publishedOn(line.text);
    const isAmong = this.last?.furniture === 'certain' && /[a-z]/.test(lower);
    // Directly below another line it is no title.
    const isBelow = this.last !== undefined && !line.spaced;
    const isHeading = ABSTRACT_HEADING.test(lower) && (this.onPaperPage || isBelow);
    return {
      ...line,
      furniture: isAmong || isHeading ? 'certain' : furniture,
      ...(published && { facts: { published } }),
    };
  }

  private markLabel(line: Line): MarkedLine | undefined {
    const { text } = line;
    const day = readDay(text);
    if (day) return { ...line, day, furniture: this.last?.furniture ? 'certain' : 'likely' };
    if (this.last && /submitted by:?$/i.test(this.last.text) && isSubmitter(line)) {
      return { ...line, furniture: 'likely', names: 'submitter' };
    }
    if (this.last && SUBMITTED_BY.test(this.last.text) && COUNT.test(text)) {
      return { ...line, furniture: 'certain' };
    }
    if (TITLE_LABEL.test(text)) {
      this.labelled = true;
      return withoutLabel(line, TITLE_LABEL, 'title');
    }
    if (this.labelled && ABSTRACT_LABEL.test(text)) {
      this.labelled = false;
      return withoutLabel(line, ABSTRACT_LABEL, 'abstract');
    }
    return undefined;
  }

  private markNames(line: Line): MarkedLine | undefined {
    if (line.text.length > LONGEST_AUTHOR_LIST) return undefined;
    const labelled = AUTHORS_LABEL.test(line.text);
    const names = line.text
      .replace(AUTHORS_LABEL, '')
      .replace(/,? et al\.?$/, '')
      .split(/, and |,| and /)
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.length < (labelled ? 1 : 2) || !names.every((name) => NAME.test(name))) {
      return undefined;
    }
    return {
      ...line,
      furniture: this.labelled ? 'certain' : 'likely',
      facts: { authors: names },
    };
  }
}

/**
 * The heading "Abstract" that ends the names below "Authors:", whatever names look like in their
 * languages; undefined where something else than short lines stands before it.
 */
function authorsEnd(lines: readonly Line[], authors: number): number | undefined {
  const last = Math.min(lines.length, authors + MOST_AUTHOR_LINES);
  for (let at = authors + 1; at < last; at++) {
    const { text } = lines[at]!;
    if (ABSTRACT_HEADING.test(text)) return at;
    if (text.length > LONGEST_AUTHOR_LINE || /^authors:$/i.test(text)) return undefined;
  }
  return undefined;
}

/** Account names stand anywhere below "Submitted by", full names only directly. */
function isSubmitter({ text, spaced }: Line): boolean {
  return USER_NAME.test(text) || (!spaced && NAME.test(text));
}

function withoutLabel(line: Line, label: RegExp, starts: 'title' | 'abstract'): MarkedLine {
  const text = line.text.replace(label, '');
  return { ...line, starts, text, column: line.column + line.text.length - text.length };
}

function publishedOn(text: string): string | undefined {
  const words = PUBLISHED.exec(text)?.[1] ?? SUBMITTED.exec(text)?.[1];
  const day = words === undefined ? undefined : readDay(words);
  return day?.year === undefined ? undefined : isoDay(day, day.year);
}

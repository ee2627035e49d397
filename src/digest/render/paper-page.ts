import type { Draft } from '../paper/to-paper.ts';
import type { Paper } from '../schema.ts';
import { evidenceMarks } from './evidence-marks.ts';
import { linkAddresses } from './link-addresses.ts';
import { pastedHtml } from './pasted-html.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';
import { toHtml } from './to-html.ts';
import { leadHtml, toListTitle } from './to-lead.ts';
import { toTitleTex } from './to-title-tex.ts';

/**
 * A record with its HTML ready, and its title for BibTeX: what pages and files are made from without
 * reading Markdown or TeX again.
 */
export interface PaperPage {
  paper: Paper;
  /** Without links of its own, since in a list it is one; cut where no title is that long. */
  titleHtml: string;
  /** What lists show of the abstract. */
  leadHtml: string;
  /** Title and abstract with the evidence of the paper's n-th topic in the class `e<n>`. */
  markedTitleHtml: string;
  abstractHtml: string;
  titleTex: string;
  /** The text as pasted, each repair marked; absent where nothing in it was repaired. */
  pastedTitleHtml?: string;
  pastedAbstractHtml?: string;
  /** What each repair reads as, in the order of `paper.repairs`. */
  repairsHtml: string[];
}

/** The HTML of one paper, in every reading that the pages need. */
export function toPaperPage({ record, title, abstract }: Draft): PaperPage {
  const edits = [...title.edits, ...abstract.edits];
  return {
    paper: record,
    titleHtml: toHtml(toListTitle(title.phrasing)),
    leadHtml: leadHtml(abstract.phrasing),
    markedTitleHtml: toHtml(title.phrasing, evidenceMarks(record.topics, 'title')),
    abstractHtml: toHtml(
      linkAddresses(tidyPhrasing(abstract.phrasing)),
      evidenceMarks(record.topics, 'abstract'),
    ),
    titleTex: toTitleTex(title.phrasing),
    ...(title.edits.length > 0 && { pastedTitleHtml: pastedHtml(title) }),
    ...(edits.length > 0 && { pastedAbstractHtml: pastedHtml(abstract) }),
    repairsHtml: edits.map(({ nodes }) => toHtml(nodes)),
  };
}

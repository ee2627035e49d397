import type { Element } from 'hast';
import { textOf } from './element-text.ts';

/** Letters of a script beside those of its base. */
const SCRIPT = 0.7;
/** Letters that an em is wide. */
const LETTERS_OF_EM = 2;
/** "1em", "0.2778em" */
const EMS = /^(-?[\d.]+)em$/;

/**
 * About how wide a part of a formula is drawn, in letters: what stands above each other counts
 * once, scripts count less, white space counts as it is.
 */
export function drawnWidth(node: Element): number {
  const parts = elementsOf(node);
  const widths = parts.map(drawnWidth);
  switch (node.tagName) {
    case 'annotation':
      return 0;
    case 'mfrac':
    case 'mover':
    case 'munder':
    case 'munderover':
    case 'mtable':
      return Math.max(0, ...widths);
    case 'msub':
    case 'msup':
    case 'msubsup':
      return widths[0]! + SCRIPT * Math.max(0, ...widths.slice(1));
    case 'mtd':
      return LETTERS_OF_EM / 2 + sum(widths);
    case 'mspace':
      return LETTERS_OF_EM * Number(EMS.exec(String(node.properties['width'] ?? ''))?.[1] ?? 0);
    default:
      return parts.length > 0 ? sum(widths) : textOf(node).length;
  }
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

const elementsOf = ({ children }: Element): Element[] =>
  children.filter((child) => child.type === 'element');

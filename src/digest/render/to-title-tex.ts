import type { Phrasing } from '../phrasing.ts';
import { escapeTex } from './escape-tex.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';
import { nodeTex } from './to-tex.ts';

/** Capitals within a word, which a style must not lower. "BERT", "GPT-4", "iPad" */
const INNER_CAPITAL = /^.[^\s]*\p{Lu}/u;

/**
 * A title for BibTeX: LaTeX whose names and formulae stand in braces, so that no style lowers them.
 *
 * ```
 * {S$^{2}$FT}: Efficient Fine-Tuning for {GPT-4}
 * ```
 */
export function toTitleTex(phrasing: readonly Phrasing[]): string {
  const words: { tex: string; kept: boolean }[] = [{ tex: '', kept: false }];
  for (const node of tidyPhrasing(phrasing)) {
    const [first = '', ...rest] = node.type === 'text' ? node.value.split(' ') : [nodeTex(node)];
    const isText = node.type === 'text';
    const add = (word: { tex: string; kept: boolean }, value: string) => {
      const isCapital = INNER_CAPITAL.test(value) || (word.tex !== '' && /\p{Lu}/u.test(value));
      word.tex += isText ? escapeTex(value) : value;
      word.kept ||= !isText || isCapital;
    };
    add(words.at(-1)!, first);
    for (const value of rest) {
      words.push({ tex: '', kept: false });
      add(words.at(-1)!, value);
    }
  }
  return words.map(({ tex, kept }) => (kept ? protect(tex) : tex)).join(' ');
}

/** The punctuation after a word. ":" */
const AFTER = /[:,;.?!]+$/;

function protect(tex: string): string {
  const after = AFTER.exec(tex)?.[0] ?? '';
  return `{${tex.slice(0, tex.length - after.length)}}${after}`;
}

import { isThousands, type Role } from './math-operators.ts';

/** A piece of a formula's plain reading. */
export interface Part {
  text: string;
  role: Role;
}

/** The end of an index: a letter after it would read as part of it. "ᵢ" */
const ENDS_IN_INDEX = /[_^](?:[\p{L}\p{N}]+|.)$|[\u2090-\u209C\u1D62-\u1D6A\u2C7C\p{Lm})]$/u;
const STARTS_WITH_LETTER = /^[\p{L}∂∇]/u;

/** The parts of a row as one text, spaced as they are set; `tight`, in a script, next to nothing is. */
export function joinParts(all: readonly Part[], tight: boolean): string {
  const parts = all.filter(({ text }) => text !== '');
  let text = '';
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const gap = before ? gapBetween(before, part, parts[index - 2], parts[index + 1], tight) : '';
    text += gap + part.text;
  });
  return text;
}

function gapBetween(
  before: Part,
  part: Part,
  earlier: Part | undefined,
  later: Part | undefined,
  tight: boolean,
): string {
  if (before.role === 'space' || part.role === 'space') return '';
  if (before.role === 'punct') {
    const thousands = before.text === ',' && isThousands(earlier?.text ?? '', part.text);
    return tight || thousands ? '' : ' ';
  }
  if (part.role === 'op' || before.role === 'op') return gapAtOperator(before, part);
  if (tight) return gapAfterIndex(before, part);
  if (part.role === 'rel') return ' ';
  if (before.role === 'rel') return earlier ? ' ' : '';
  if (part.role === 'bin' && before.role !== 'bin')
    return isOperand(before) && later && !isFactor(part, before, later) ? ' ' : '';
  if (before.role === 'bin') {
    return earlier && isOperand(earlier) && !isFactor(before, earlier, part) ? ' ' : '';
  }
  return gapAfterIndex(before, part);
}

/** log n, log(n), 2 log n, ∑ᵢ xᵢ */
function gapAtOperator(before: Part, part: Part): string {
  if (part.role === 'close' || part.role === 'punct' || before.role === 'open') return '';
  if (before.role === 'op' && part.role === 'open' && /[\p{L}\p{Lm}]/u.test(before.text)) return '';
  return ' ';
}

function gapAfterIndex(before: Part, part: Part): string {
  const clash = ENDS_IN_INDEX.test(before.text) && before.role === 'ord' && part.role === 'ord';
  return clash && STARTS_WITH_LETTER.test(part.text) ? ' ' : '';
}

const isOperand = ({ role }: Part) => role === 'ord' || role === 'close';

/** 256×256 and 3×10⁻⁵ are numbers, a × b a product. */
const isFactor = (sign: Part, left: Part, right: Part) =>
  sign.text === '×' && /\d/.test(left.text) && /^\d/.test(right.text);

import type { Element, ElementContent } from 'hast';
import { textOf } from './element-text.ts';
import { joinParts, type Part } from './join-parts.ts';
import { operatorRole } from './math-operators.ts';
import { toSubscript, toSuperscript } from './script-letters.ts';

/**
 * The plain Unicode reading of a formula, from its `math` element: `S²`, `‖x‖∞ ≤ 1/λ`,
 * `∑ᵢ₌₁ⁿ xᵢ`. Relations and sums are spaced as they are set; inside scripts nothing is.
 */
export function formulaText(math: Element): string {
  return readRow(math.children, false).replace(/ {2,}/g, ' ').trim().normalize('NFC');
}

/** KaTeX's characters that a reader of plain text knows by others. */
const PLAIN: Record<string, string> = {
  '∥': '‖',
  '∣': '|',
  '⋅': '·',
  '∗': '*',
  '∘': '∘',
  '⟮': '(',
  '⟯': ')',
  '\u00a0': ' ',
};
const RENAMED = /[∥∣⋅∗⟮⟯\u00A0]/gu;

/** Function application and other characters without a shape. */
const INVISIBLE = /[\u2061-\u2064\u200B]/g;

/** Letters in bold, sans-serif or typewriter read as letters: "𝐱" */
const STYLED =
  /[\u210E\u{1D400}-\u{1D49B}\u{1D5A0}-\u{1D7CB}\u{1D7CE}-\u{1D7D7}\u{1D7E2}-\u{1D7FF}]/gu;

const BAR = '\u0304';
const ACCENTS: Record<string, string> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '∼': '\u0303',
  ˉ: '\u0304',
  '¯': '\u0304',
  '‾': '\u0304',
  '⃗': '\u20D7',
  '→': '\u20D7',
  '˙': '\u0307',
  '¨': '\u0308',
  ˇ: '\u030C',
  '˘': '\u0306',
  '´': '\u0301',
  ˊ: '\u0301',
  '`': '\u0300',
  ˋ: '\u0300',
  '˚': '\u030A',
};

/** One letter or number: as it stands it can be divided, or stand under a root. "x₁", "10" */
const SIMPLE = /^√?(?:[\p{L}\p{M}\p{N}∞∂∇°′%.]+|[([{⟨|‖][^()[\]{}⟨⟩|‖]*[)\]}⟩|‖])$/u;

function readRow(nodes: readonly ElementContent[], tight: boolean): string {
  return joinParts(
    nodes.flatMap((node) => readParts(node, tight)),
    tight,
  );
}

function readParts(node: ElementContent, tight: boolean): Part[] {
  if (node.type === 'text') return [ord(plain(node.value))];
  if (node.type !== 'element') return [];
  switch (node.tagName) {
    case 'annotation':
    case 'mphantom':
      return [];
    case 'mi':
      return [readIdentifier(textOf(node))];
    case 'mo':
      return [readOperator(node)];
    case 'mn':
    case 'mtext':
      return [readText(textOf(node))];
    case 'mspace':
      return [space(node)];
    case 'mtable':
      return [ord(readTable(node, tight))];
    case 'mfrac':
    case 'msqrt':
    case 'mroot':
      return [ord(readShape(node, tight))];
    case 'msub':
    case 'msup':
    case 'msubsup':
    case 'munder':
    case 'mover':
    case 'munderover':
      return readScripts(node, tight);
    default:
      return node.children.flatMap((child) => readParts(child, tight));
  }
}

function readShape(node: Element, tight: boolean): string {
  // Each part is read once: twice at every level would take a deep formula forever.
  if (node.tagName === 'msqrt') return `√${wrap(readRow(node.children, tight))}`;
  const [first, second] = node.children.map((child) => readRow([child], tight));
  if (node.properties['linethickness'] === '0em') return `${first} choose ${second}`;
  if (node.tagName === 'mfrac') return `${wrap(first ?? '')}/${wrap(second ?? '')}`;
  const root = second === '3' ? '∛' : second === '4' ? '∜' : `${toSuperscript(second ?? '')}√`;
  return `${root}${wrap(first ?? '')}`;
}

const wrap = (text: string) => (SIMPLE.test(text) ? text : `(${text})`);

function readTable(node: Element, tight: boolean): string {
  const rows = node.children.filter((row) => row.type === 'element');
  return rows
    .map((row) =>
      row.children
        .map((cell) => readRow([cell], tight))
        .filter(Boolean)
        .join(' '),
    )
    .join('; ');
}

function readScripts(node: Element, tight: boolean): Part[] {
  const [base, first, second] = node.children;
  if (!base || !first) return node.children.flatMap((child) => readParts(child, tight));
  const baseParts = readParts(base, tight).filter(({ text }) => text !== '');
  const baseText = joinParts(baseParts, tight);
  const role = baseParts.length === 1 ? baseParts[0]!.role : 'ord';
  const part = (text: string): Part[] => [
    {
      text,
      role:
        role === 'space' || role === 'bin' || role === 'punct' || role === 'open' ? 'ord' : role,
    },
  ];
  const script = readRow([first], true);
  if (node.tagName === 'mover' || node.tagName === 'munder') {
    const accented = withAccent(baseText, script, node.tagName === 'munder');
    if (accented !== undefined) return part(accented);
  }
  const scriptable = baseText.includes(' ') ? `(${baseText})` : baseText;
  if (second)
    return part(scriptable + toSubscript(script) + toSuperscript(readRow([second], true)));
  const under = node.tagName === 'msub' || node.tagName === 'munder';
  return part(scriptable + (under ? toSubscript : toSuperscript)(script));
}

/** x̂, x̄; a line or a brace that spans letters says nothing in plain text. */
function withAccent(base: string, mark: string, under: boolean): string | undefined {
  if (/^[⏞⏟︷︸⎴⎵]$/u.test(mark)) return base;
  if (under) return /^[_\u2015‾ˍ―]$/u.test(mark) ? base : undefined;
  const accent = ACCENTS[mark];
  return accent && over(base, accent);
}

function over(base: string, accent: string): string {
  const letters = [...base];
  if (accent === BAR)
    return letters
      .map((letter) => (/[\p{L}\p{N}]/u.test(letter) ? letter + accent : letter))
      .join('');
  return letters.length === 0 ? '' : letters[0] + accent + letters.slice(1).join('');
}

function readIdentifier(text: string): Part {
  const name = plain(text);
  return { text: name, role: /^\p{L}{2,}/u.test(name) && name.length > 1 ? 'op' : 'ord' };
}

function readOperator(node: Element): Part {
  const sign = plain(textOf(node));
  return { text: sign, role: sign === '·' ? 'ord' : operatorRole(sign, node.properties) };
}

const readText = (text: string): Part => ord(plain(text));

function space(node: Element): Part {
  const width = Number.parseFloat(String(node.properties['width'] ?? '0'));
  return { text: width >= 0.16 ? ' ' : '', role: 'space' };
}

const ord = (text: string): Part => ({ text, role: 'ord' });

const plain = (text: string) =>
  text
    .replace(INVISIBLE, '')
    .replace(RENAMED, (character) => PLAIN[character]!)
    .replace(STYLED, (character) => character.normalize('NFKC'));

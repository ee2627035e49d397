import { COMMANDS } from './commands.ts';
import type { Habits } from './habits.ts';
import type { Token } from './tokenize.ts';

const LITTLE_WORDS = new Set([
  'in',
  'to',
  'times',
  'not',
  'it',
  'sim',
  'pm',
  'log',
  'text',
  'large',
]);
/** "beta distribution", "Phi-4", "delta rule", "six sigma" */
const NAMES_IN_PROSE = new Set(
  'alpha beta gamma delta lambda sigma omega kappa pi Delta Gamma Lambda Sigma Omega Phi Pi Xi Psi Theta'.split(
    ' ',
  ),
);

/**
 * The evidence about one token, as names; each name has a weight for "in a formula". The names are
 * meant to be read: `right +word:speedup`, `glued log+1`.
 */
export function evidenceOf(tokens: readonly Token[], at: number, habits: Habits): string[] {
  const here = shapes(tokens, at);
  const left = shapes(tokens, at - 1);
  const right = shapes(tokens, at + 1);
  const token = tokens[at]!;
  const before = token.spaced ? ' ' : '+';
  const after = tokens[at + 1]?.spaced === false ? '+' : ' ';
  const me = here.class;
  const names = [
    me,
    `${left.class}${before}${me}`,
    `${me}${after}${right.class}`,
    `${left.class}${before}${me}${after}${right.class}`,
    `${me} …${shapes(tokens, at + 2).class}`,
    `${shapes(tokens, at - 2).class}… ${me}`,
  ];
  if (here.name !== me) {
    names.push(
      here.name,
      `${left.class}${before}${here.name}`,
      `${here.name}${after}${right.class}`,
    );
    names.push(`${left.class}${before}${here.name}${after}${right.class}`);
    if (right.word) {
      names.push(
        `${here.name}${after}"${right.word}"`,
        `${here.name}${after}-${endingOf(right.word)}`,
      );
    }
    if (left.word) names.push(`"${left.word}"${before}${here.name}`);
  }
  if (habits.symbols.has(token.text)) names.push(`${me} is a symbol`);
  if (isScripted(tokens, at)) names.push(...scriptEvidence(tokens, at, habits));
  if (isHabitual(token)) names.push(...habitEvidence(me, habits));
  return names;
}

/** "faster" and "more" compare, "speedup" and "reduction" do not. */
function endingOf(word: string): string {
  if (/er$|^(?:more|less|as|the|its|that|than|compared|in|of|and|when|over|for|to)$/.test(word))
    return 'er';
  return word.endsWith('s') ? 's' : 'other';
}

interface Shapes {
  /** The token's class: `word`, `Letter`, `number`, `(` … */
  class: string;
  /** The class made exact where the very token matters: `cmd:times`. */
  name: string;
  /** Lower-case text of a short word, to tell "10 times faster". */
  word: string;
}

const EDGE: Shapes = { class: 'edge', name: 'edge', word: '' };

function shapes(tokens: readonly Token[], at: number): Shapes {
  const token = tokens[at];
  if (token === undefined) return EDGE;
  const shape = shapeOf(token);
  if (token.glued === undefined) return shape;
  return { class: `${shape.class}~`, name: `${shape.name}~`, word: token.glued.slice(0, 12) };
}

function shapeOf({ text, kind }: Token): Shapes {
  switch (kind) {
    case 'word':
      return wordShape(text);
    case 'letter':
      return letterShape(text);
    case 'plain':
      return { class: 'cmd', name: `cmd:${text}`, word: text };
    case 'english':
      return { class: englishClass(text), name: `cmd:${text}`, word: text };
    case 'command':
      return { class: 'cmd', name: 'command', word: '' };
    case 'sign':
    case 'script':
      return { class: text, name: text, word: '' };
    default:
      return { class: kind, name: kind, word: '' };
  }
}

/** Little words each have a class of their own; Greek letters that name things in prose have one. */
function englishClass(text: string): string {
  if (LITTLE_WORDS.has(text)) return `${text}?`;
  const kind = COMMANDS.get(text)!;
  return kind === 'greek' && NAMES_IN_PROSE.has(text) ? 'greek name?' : `${kind}?`;
}

function wordShape(text: string): Shapes {
  const form = /^[a-z]/.test(text) ? 'word' : text === text.toUpperCase() ? 'CAPS' : 'Word';
  const type = text.length === 2 ? `${form}2` : form;
  return { class: type, name: type, word: text.length <= 12 ? text.toLowerCase() : '' };
}

function letterShape(text: string): Shapes {
  if (text > '~') return { class: 'greek', name: 'greek', word: '' };
  if (/^[aAI]$/.test(text)) return { class: `letter:${text}`, name: `letter:${text}`, word: '' };
  const type = text < 'a' ? 'Letter' : 'letter';
  return { class: type, name: type, word: '' };
}

/** The token is a script sign or stands right beside one. */
function isScripted(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.kind === 'script' ||
    tokens[at - 1]?.kind === 'script' ||
    tokens[at + 1]?.kind === 'script'
  );
}

function scriptEvidence(tokens: readonly Token[], at: number, habits: Habits): string[] {
  const sign = [at, at - 1, at + 1].find((i) => tokens[i]?.kind === 'script')!;
  const base = baseShape(tokens, sign);
  const script = scriptShape(tokens, sign);
  const name = `${base}${tokens[sign]!.text}${script}`;
  const where = sign === at ? 'sign' : sign < at ? 'script' : 'base';
  const style = habits.tex ? 'tex' : habits.ascii ? 'ascii' : habits.plainPercent ? '%' : 'bare';
  const after = tokens[sign + 2];
  const tail = after === undefined || after.spaced ? ' ' : `+${shapes(tokens, sign + 2).class}`;
  const exact = tokens
    .slice(sign - 1, sign + 2)
    .map(({ text }) => text)
    .join('');
  return [
    `${where} ${name}`,
    `${where} ${name}${tail}`,
    `${where} ${name} in ${style}`,
    `script in ${style}`,
    `${where} ${exact}`,
    `${where} ${exact} in ${style}`,
  ];
}

function baseShape(tokens: readonly Token[], sign: number): string {
  const base = tokens[sign - 1];
  if (base === undefined || tokens[sign]!.spaced) return '';
  if (base.kind === 'number') return base.text === '10' ? '10' : 'number';
  return shapes(tokens, sign - 1).class;
}

/** "2", "16", "{", "eff": digits and letters by their number. */
function scriptShape(tokens: readonly Token[], sign: number): string {
  const script = tokens[sign + 1];
  if (script === undefined || script.spaced) return '';
  if (script.kind === 'number') return script.text.length === 1 ? 'digit' : 'digits';
  if (script.kind === 'sign' || script.kind === 'letter') return shapes(tokens, sign + 1).class;
  return script.kind === 'word' ? wordShape(script.text).class : script.kind;
}

function isHabitual({ kind }: Token): boolean {
  return kind === 'english' || kind === 'script';
}

function habitEvidence(me: string, habits: Habits): string[] {
  const names: string[] = [];
  if (habits.tex) names.push(`${me} in tex`);
  if (habits.plainPercent) names.push(`${me} by %`);
  if (habits.ascii) names.push(`${me} in ascii`);
  return names;
}

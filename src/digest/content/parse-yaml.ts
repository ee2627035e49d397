import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Alias,
  type Document,
  type Node,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { diagnose, onOneLine, type Diagnostic, type Place } from '../diagnostics.ts';
import { cleanCharacters } from '../dump/clean-text.ts';
import { reportDirt } from '../dump/report-dirt.ts';
import type { SplitLines } from '../dump/split-lines.ts';
import { describeIssue, type Fault } from './describe-issue.ts';
import type { PlaceOf } from './places.ts';

export type ParsedYaml<Value> =
  /** `notes`: what was taken out of its texts; none is fatal. */
  { value: Value; placeOf: PlaceOf; notes: Diagnostic[] } | { messages: Diagnostic[] };

/** What a message quotes; "`titel`" */
const QUOTE = /`([^`]*)`/g;
const LONGEST_QUOTE = 80;
/** "<<<<<<< HEAD", which git writes where two edits meet */
const CONFLICT = /^(?:<{7}|={7}|>{7})/;
/** "some-paper-id", at the beginning of a line of a map */
const KEY = /^[^:\s]+(?=\s*:)/;
/** What follows the place of a stumble, as far as it is looked at. */
const LONGEST_KEY = 120;
/** More of them is no way to write, but one to fill the memory. */
const MOST_ALIASES = 100;

/**
 * A content file, checked: its value, or every fault of it with its place. An empty file is an
 * empty map. Its texts are as clean as those of a dump. The schema's messages are in the operator's
 * words, not in zod's.
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): ParsedYaml<z.output<Schema>> {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line || 1, column: col || 1 };
  };
  const report = (offset: number, reason: string) => ({
    ...diagnose('content-invalid', placeAt(offset)),
    reason: onOneLine(reason).replace(QUOTE, shortenQuote),
  });
  // A warning is of something that would be lost: a tag, a directive.
  const stumbles = [...yaml.errors, ...yaml.warnings];
  if (stumbles.length > 0) {
    return {
      messages: firstOfEachLine(
        stumbles.map(({ pos: [at], message }) =>
          report(at, sayError(message, text.slice(at, at + LONGEST_KEY))),
        ),
      ),
    };
  }
  const unreadable = keyOfPrototype(yaml);
  if (unreadable)
    return {
      messages: [
        report(unreadable.range![0], 'Unexpected key `__proto__`, which names nothing here'),
      ],
    };
  const notes = reportDirt(file, cleanTexts(yaml, placeAt));
  let content: unknown;
  try {
    content = yaml.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  } catch {
    return { messages: [sayAlias(yaml, report)] };
  }
  const result = schema.safeParse(content);
  if (result.success) {
    const placeOf: PlaceOf = (...path) => placeAt(offsetOf(yaml, { path, isKey: true }));
    return { value: result.data, placeOf, notes };
  }
  const faults = result.error.issues.flatMap((issue) => describeIssue(issue, schema, content));
  return {
    messages: faults
      .map((fault) => report(offsetOf(yaml, fault), sayFault(yaml, fault)))
      .sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column),
  };
}

function shortenQuote(quote: string, text: string): string {
  return text.length > LONGEST_QUOTE ? `\`${text.slice(0, LONGEST_QUOTE - 1)}…\`` : quote;
}

/** Cleans the texts of a file in place, and says what was taken out, and where first. */
function cleanTexts(yaml: Document, placeAt: (offset: number) => Place): SplitLines['dirt'] {
  const dirt: SplitLines['dirt'] = new Map();
  visit(yaml, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      node.value = cleanCharacters(node.value, (kind, count) => {
        const known = dirt.get(kind);
        if (known) known.count += count;
        else dirt.set(kind, { count, ...placeAt(node.range![0]) });
      });
    },
  });
  return dirt;
}

/** Why aliases cannot be followed: one before its anchor, or so many that they multiply. */
function sayAlias(
  yaml: Document,
  report: (offset: number, reason: string) => Diagnostic,
): Diagnostic {
  let first: Alias | undefined;
  let lost: Alias | undefined;
  visit(yaml, {
    Alias(_, node) {
      first ??= node;
      if (!node.resolve(yaml)) lost ??= node;
    },
  });
  const [offset] = (lost ?? first)?.range ?? [0];
  return lost
    ? report(
        offset,
        `Unexpected \`*${lost.source}\`, expected text in quotes where it begins with a star`,
      )
    : report(
        offset,
        'Unexpected aliases that multiply each other, expected each thing written out',
      );
}

/** A key that a map of JavaScript cannot hold: it, and all below it, would be lost unseen. */
function keyOfPrototype(yaml: Document): Node | undefined {
  let found: Node | undefined;
  visit(yaml, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.value !== '__proto__') return undefined;
      found = key;
      return visit.BREAK;
    },
  });
  return found;
}

/** One slip often makes the parser stumble several times. */
function firstOfEachLine(messages: Diagnostic[]): Diagnostic[] {
  const seen = new Set<number>();
  return messages.filter(({ place: { line } }) => !seen.has(line) && seen.add(line));
}

/** The sentences of the YAML parser that operators meet most, in ours. */
function sayError(message: string, beginning: string): string {
  if (CONFLICT.test(beginning))
    return 'Unexpected mark of a merge conflict, expected one of its sides';
  const plain = message.split('\n')[0]!;
  if (/multiple documents/i.test(plain)) {
    return 'Unexpected second document, expected one: no line `---` or `...` below the first';
  }
  const [, tag] = /unresolved tag: (\S+)/i.exec(plain) ?? [];
  if (tag) return `Unexpected \`${tag}\`, expected text in quotes where it begins so`;
  if (/call stack/i.test(plain)) return 'Unexpected depth, expected a few levels within each other';
  if (/tabs? .*indent/i.test(plain))
    return 'Unexpected tab, expected spaces at the line’s beginning';
  if (/map keys must be unique/i.test(plain)) {
    return `Unexpected second \`${KEY.exec(beginning)?.[0] ?? 'key'}\`, expected every key once`;
  }
  if (/implicit keys? need|nested mappings are not allowed/i.test(plain)) {
    return 'Unexpected `:` within a value, expected the value in quotes';
  }
  return `Unexpected YAML: ${plain}`;
}

/** Numbers lose what they were written as: 2407.00880 is read as 2407.0088. */
function sayFault(yaml: Document, { message, path, isKey }: Fault): string {
  const node = yaml.getIn(path, true);
  if (isKey || !isScalar(node) || typeof node.value !== 'number' || !node.source) return message;
  return /expected text/.test(message)
    ? `Unexpected number \`${node.source}\`, expected text in quotes: '${node.source}'`
    : message;
}

/** Where a fault stands: the value at its path, or the key of it; else the nearest thing around. */
function offsetOf(yaml: Document, { path, isKey }: Pick<Fault, 'path' | 'isKey'>): number {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(yaml, path.slice(0, length), isKey && length === path.length);
    if (node?.range) return node.range[0];
  }
  return 0;
}

function nodeAt(yaml: Document, path: readonly PropertyKey[], asKey: boolean): Node | undefined {
  const parent = path.length > 0 ? yaml.getIn(path.slice(0, -1), true) : undefined;
  const node = (path.length === 0 ? yaml.contents : yaml.getIn(path, true)) as Node | undefined;
  if (!isMap(parent)) return node;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
  );
  const key = pair?.key as Node | undefined;
  return asKey || !node ? key : node;
}

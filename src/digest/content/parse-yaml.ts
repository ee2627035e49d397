import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { diagnose, type Diagnostic } from '../diagnostics.ts';
import { describeIssue, type Fault } from './describe-issue.ts';
import type { PlaceOf } from './places.ts';

export type ParsedYaml<Value> = { value: Value; placeOf: PlaceOf } | { messages: Diagnostic[] };

/**
 * A content file, checked: its value, or every fault of it with its place. An empty file is an
 * empty map. The schema's messages are in the operator's words, not in zod's.
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): ParsedYaml<z.output<Schema>> {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line || 1, column: col || 1 };
  };
  const report = (offset: number, reason: string) => ({
    ...diagnose('content-invalid', placeAt(offset)),
    reason,
  });
  if (yaml.errors.length > 0) {
    return {
      messages: firstOfEachLine(
        yaml.errors.map(({ pos, message }) => report(pos[0], sayError(message))),
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
  let content: unknown;
  try {
    content = yaml.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    return { messages: [report(0, `Unexpected alias: ${(error as Error).message}`)] };
  }
  const result = schema.safeParse(content);
  if (result.success) {
    const placeOf: PlaceOf = (...path) => placeAt(offsetOf(yaml, { path, isKey: true }));
    return { value: result.data, placeOf };
  }
  const faults = result.error.issues.flatMap((issue) => describeIssue(issue, schema, content));
  return {
    messages: faults
      .map((fault) => report(offsetOf(yaml, fault), sayFault(yaml, fault)))
      .sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column),
  };
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
function sayError(message: string): string {
  const plain = message.split('\n')[0]!;
  if (/tabs? .*indent/i.test(plain))
    return 'Unexpected tab, expected spaces at the line’s beginning';
  if (/map keys must be unique/i.test(plain)) {
    return 'Unexpected key a second time, expected every key once';
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

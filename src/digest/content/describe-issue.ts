import type { z } from 'zod';

/** One thing that is wrong in a content file, in a sentence for the person who wrote it. */
export interface Fault {
  message: string;
  path: PropertyKey[];
  /** The fault is the key at the path, not its value. */
  isKey: boolean;
}

type Issue = z.core.$ZodIssue;

/** What a value of each kind is called. */
const KIND_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list (lines that begin with `- `)',
  object: 'a map (lines of `key: value`)',
  record: 'a map (lines of `key: value`)',
};

/** What a text of each format looks like. */
const FORMAT_NAMES: Record<string, string> = {
  date: 'a day such as 2025-03-14',
  url: 'an address that begins with https://',
  email: 'an e-mail address',
};

/** What the patterns of the schemas mean, by the name of the field that has them. */
const FIELD_SAMPLES: Record<string, string> = {
  arxiv: 'an arXiv id such as 2406.11944',
  doi: 'a DOI such as 10.1145/3292500.3330701',
  openreview: 'an OpenReview id such as rJl-b3RcF7',
  language: 'a language tag such as en or pt-BR',
  tagAuthority: 'a domain of yours and a year: example.org,2025',
  mergeInto: 'a paper id: the last part of its page’s address',
  emailSignup: 'the address of a form, https://…, or mailto: with an address',
};

/** The faults that a zod issue stands for: unexpected in backticks, then what was expected. */
export function describeIssue(issue: Issue, schema: z.ZodType, content: unknown): Fault[] {
  const path = [...issue.path];
  const value = valueAt(content, path);
  const fault = (message: string, isKey = false): Fault[] => [{ message, path, isKey }];
  if (/^(Une|E)xpected /.test(issue.message)) return fault(issue.message);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        message: `Unexpected key \`${key}\`, expected ${choices(key, keysAt(schema, path))}`,
        path: [...path, key],
        isKey: true,
      }));
    case 'invalid_key':
      return fault(
        `Unexpected key \`${String(path.at(-1))}\`, expected an id of lower-case words with hyphens`,
        true,
      );
    case 'invalid_type': {
      const expected = KIND_NAMES[issue.expected] ?? issue.expected;
      return value === undefined
        ? fault(`Missing key \`${String(path.at(-1))}\`, expected ${expected}`)
        : fault(`Unexpected ${show(value)}, expected ${expected}`);
    }
    case 'invalid_value':
      return fault(
        `Unexpected ${show(value)}, expected ${choices(String(value), issue.values.map(String))}`,
      );
    case 'invalid_format':
      return fault(`Unexpected ${show(value)}, expected ${formatName(issue.format, path)}`);
    case 'too_small':
      return fault(`Unexpected ${show(value)}, expected at least ${String(issue.minimum)}`);
    case 'too_big':
      return fault(
        `Unexpected ${show(value)}, expected at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}`,
      );
    default: {
      const sample = FIELD_SAMPLES[String(path.at(-1))];
      return fault(
        `Unexpected ${show(value)}${sample ? `, expected ${sample}` : `: ${issue.message}`}`,
      );
    }
  }
}

function formatName(format: string, path: readonly PropertyKey[]): string {
  return (
    FIELD_SAMPLES[String(path.at(-1))] ??
    FORMAT_NAMES[format] ??
    'an id of lower-case words with hyphens'
  );
}

function show(value: unknown): string {
  if (value === null) return 'empty value';
  if (value === '') return 'empty text';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  const text = String(value);
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

/** "`title`, `abstract`; did you mean `title`?" */
function choices(given: string, known: readonly string[]): string {
  const list = `one of ${known.map((key) => `\`${key}\``).join(', ')}`;
  const [nearest, distance] = known
    .map((key) => [key, editDistance(given.toLowerCase(), key.toLowerCase())] as const)
    .reduce((best, next) => (next[1] < best[1] ? next : best), ['', Infinity] as const);
  return distance <= (given.length < 4 ? 1 : Math.max(2, given.length / 3))
    ? `${list}; did you mean \`${nearest}\`?`
    : list;
}

/** Insertions, deletions and replacements between two words of at most 40 characters. */
function editDistance(one: string, other: string): number {
  if (one.length > 40 || other.length > 40) return Infinity;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced));
    }
    row = next;
  }
  return row[other.length]!;
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner = unwrap(schema);
  for (const key of path) {
    const { def } = inner;
    if (def.type === 'object') inner = unwrap(def.shape![String(key)]!);
    else if (def.type === 'array') inner = unwrap(def.element!);
    else if (def.type === 'record') inner = unwrap(def.valueType!);
    else return [];
  }
  return Object.keys(inner.def.shape ?? {});
}

/** What is read of a zod schema's own description. */
interface Described {
  def: {
    type: string;
    shape?: Record<string, Described>;
    element?: Described;
    valueType?: Described;
    innerType?: Described;
  };
}

function unwrap(schema: unknown): Described {
  let described = schema as Described;
  while (described.def.innerType) described = described.def.innerType;
  return described;
}

import { VFileMessage } from 'vfile-message';

/**
 * Everything that can go wrong or deserves a word, in one table. `fatal`: nothing is written.
 * `warning`: published, a person should look. `info`: worth knowing. The rule ids are permanent.
 */
export const RULES = {
  'dump-name-without-date': {
    severity: 'fatal',
    says: 'Unexpected file name `{0}`, expected one that begins with a date',
    todo: 'Name the file by the day of the paste: 2025-03-14.txt or 2025-03-14-quantum.txt.',
  },
  'dump-date-impossible': {
    severity: 'fatal',
    says: 'Unexpected file name `{0}`, whose date is no day of the calendar',
    todo: 'Name the file by the day of the paste: 2025-03-14.txt.',
  },
  'dump-not-read': {
    severity: 'warning',
    says: 'Unexpected `{0}` among the dumps, expected text files: 2025-03-14.txt; it is not read',
    todo: 'Give it the ending .txt, or move it elsewhere.',
  },
  'dumps-missing': {
    severity: 'warning',
    says: 'Unexpected empty folder, expected at least one dump',
    todo: 'Paste a page into a file named by its day: 2025-03-14.txt.',
  },
  'topics-missing': {
    severity: 'info',
    says: 'Unexpected absence of topics, expected a topics.yaml; papers are read without',
    todo: 'Put a topics.yaml here, or name another content folder in CONTENT_DIR.',
  },
  'file-missing': {
    severity: 'fatal',
    says: 'Unexpected name `{0}`, expected {1}',
    todo: 'Correct the name, or make the file.',
  },
  'file-unreadable': {
    severity: 'fatal',
    says: 'Unexpected failure to read: {0}',
    todo: 'See that it is a file that you may read.',
  },
  'file-too-large': {
    severity: 'fatal',
    says: 'Unexpected size, expected at most {0}',
    todo: 'Cut the file into several of the same day: 2025-03-14-a.txt, 2025-03-14-b.txt.',
  },
  'dump-empty': {
    severity: 'warning',
    says: 'Unexpected empty dump, expected titles and abstracts',
    todo: 'Paste the page again, or remove the file.',
  },
  'dump-without-papers': {
    severity: 'warning',
    says: 'Unexpected page without papers, expected titles and abstracts',
    todo: 'Select the whole page before copying, and paste it again.',
  },
  'dump-not-text': {
    severity: 'fatal',
    says: 'Unexpected {0}, expected a text file in UTF-8',
    todo: 'Save the paste as plain text in UTF-8.',
  },
  'dump-other-format': {
    severity: 'fatal',
    says: 'Unexpected {0}, expected text pasted from a page: a title, a blank line, its abstract',
    todo: 'Open the page in a browser, select all, copy, and paste it into the file as plain text.',
  },
  'dump-not-utf-8': {
    severity: 'warning',
    says: 'Unexpected bytes that are not UTF-8, shown as � in {0}, first here',
    todo: 'Save the paste as plain text in UTF-8.',
  },
  'dump-utf-16': {
    severity: 'info',
    says: 'Unexpected {0}; read as such',
    todo: 'Nothing; plain text in UTF-8 is safer with other tools.',
  },
  'dump-windows-1252': {
    severity: 'warning',
    says: 'Unexpected bytes that are not UTF-8; read as Windows-1252',
    todo: 'Look at accented letters and quotes, or save the paste as plain text in UTF-8.',
  },
  'date-contradicts-name': {
    severity: 'warning',
    says: 'Unexpected date line `{0}` in the dump of {1}; the file name counts',
    todo: 'Rename the file if the page was of another day.',
  },
  'date-impossible': {
    severity: 'warning',
    says: 'Unexpected date line `{0}`, which is no day of that year; the file name counts: {1}',
    todo: 'Look whether the file has the right name.',
  },
  'characters-removed': {
    severity: 'info',
    says: 'Unexpected {0}; left out, first here',
    todo: 'Nothing: they cannot be seen and could disturb pages.',
  },
  'broken-character': {
    severity: 'warning',
    says: 'Unexpected {0}, shown as �, first here',
    todo: 'Paste it again; a paper can be corrected in content/corrections.yaml.',
  },
  'title-like-furniture': {
    severity: 'warning',
    says: 'Title `{0}` looks like a line that the page prints around papers',
    todo: 'Look whether the title is missing; if so, paste it above the abstract.',
  },
  'title-without-abstract': {
    severity: 'warning',
    says: 'Unexpected title `{0}` without an abstract; it is left out',
    todo: 'Paste its abstract below it, or remove the line.',
  },
  'abstract-without-title': {
    severity: 'warning',
    says: 'Unexpected abstract `{0}` without a title; it is left out',
    todo: 'Paste its title above it, or remove the line.',
  },
  'paper-twice': {
    severity: 'info',
    says: 'Paper `{0}` stands here again; the two are merged (first at {1})',
    todo: 'Nothing: the paper keeps its first date.',
  },
  'papers-alike': {
    severity: 'warning',
    says: 'Paper `{0}` looks like the one at {1}; they are kept apart',
    todo: 'If they are one paper, set mergeInto in content/corrections.yaml.',
  },
  'math-not-set': {
    severity: 'warning',
    says: 'Unexpected formula `{0}`, which cannot be set; it is shown as its source',
    todo: 'Give what it should be as a repair of the paper in content/corrections.yaml.',
  },
  'comment-kept': {
    severity: 'info',
    says: 'Unexpected `{0}`, perhaps a comment of TeX whose end is lost; it is shown',
    todo: 'If it is one, take it out by a repair of the paper in content/corrections.yaml.',
  },
  'tex-left': {
    severity: 'info',
    says: 'Unexpected `{0}` in the text, TeX of which too much is lost; it is shown as pasted',
    todo: 'If you know what it was, say so as a repair of the paper in content/corrections.yaml.',
  },
  'metadata-unknown-paper': {
    severity: 'warning',
    says: 'Unexpected paper id `{0}`, expected one of a paper in the dumps',
    todo: 'Correct the id (it is the last part of the page address), or remove the entry.',
  },
  'correction-unknown-paper': {
    severity: 'warning',
    says: 'Unexpected paper id `{0}`, expected one of a paper in the dumps',
    todo: 'Correct the id (it is the last part of the page address), or remove the entry.',
  },
  'correction-unknown-topic': {
    severity: 'warning',
    says: 'Unexpected topic `{0}`, expected one of topics.yaml',
    todo: 'Correct the topic, or add it to topics.yaml.',
  },
  'correction-merge-target': {
    severity: 'warning',
    says: 'Unexpected target `{0}` of a merge, expected another paper in the dumps',
    todo: 'Correct the id after mergeInto; merges must not lead back.',
  },
  'correction-of-merged': {
    severity: 'warning',
    says: 'Unexpected `{0}` of a paper that is merged into `{1}`; it has no effect',
    todo: 'Give it to the paper that stays, or remove it.',
  },
  'correction-not-needed': {
    severity: 'warning',
    says: 'Correction `{0}` changes nothing: so it is read already',
    todo: 'Remove it from corrections.yaml.',
  },
  'correction-without-effect': {
    severity: 'warning',
    says: 'Correction `{0}` fits nothing, expected characters of the pasted text',
    todo: 'Copy the characters from "as pasted" on the paper’s page.',
  },
  'correction-empties-title': {
    severity: 'warning',
    says: 'Correction of `{0}` would leave nothing of the title; it is not made',
    todo: 'Give the title as it should be, as `title` of the paper.',
  },
  'search-query-invalid': {
    severity: 'fatal',
    says: 'Unexpected {0} in search `{1}`, expected {2}',
    todo: 'Correct the query in site.yaml.',
  },
  'search-finds-nothing': {
    severity: 'warning',
    says: 'Unexpected empty search `{0}`: no paper holds all of `{1}`',
    todo: 'Look at the spelling; its feeds stay empty until such a paper comes.',
  },
  'content-invalid': {
    severity: 'fatal',
    says: '{0}',
    todo: 'Correct the file and run the command again.',
  },
} as const satisfies Record<string, { severity: Severity; says: string; todo: string }>;

export type Severity = 'fatal' | 'warning' | 'info';
export type RuleId = keyof typeof RULES;

/** A place in a file of the operator: 1-based line and column (UTF-16 units). */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** One finding. `reason` is complete; `todo` says what to do; the place is a field, not words. */
export interface Diagnostic {
  rule: RuleId;
  severity: Severity;
  reason: string;
  todo: string;
  place: Place;
}

/**
 * A finding of `rule` at `place`; `{0}`, `{1}` … of the table's sentence are replaced by `words`,
 * cut at 80 characters each.
 */
export function diagnose(rule: RuleId, place: Place, ...words: string[]): Diagnostic {
  const { severity, says, todo } = RULES[rule];
  const reason = says.replace(/\{(\d)\}/g, (_, index: string) =>
    shorten(words[Number(index)] ?? ''),
  );
  return { rule, severity, reason, todo, place };
}

/** The finding as a `VFileMessage`, for vfile-reporter. */
export function toVFileMessage(finding: Diagnostic): VFileMessage {
  const message = new VFileMessage(finding.reason, {
    place: { line: finding.place.line, column: finding.place.column },
    ruleId: finding.rule,
    source: 'offprint',
  });
  message.fatal =
    finding.severity === 'fatal' ? true : finding.severity === 'info' ? undefined : false;
  message.note = finding.todo;
  message.file = onOneLine(finding.place.file);
  return message;
}

/** What a terminal would obey, in a file's name or a key: one line of text instead. */
export const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function shorten(text: string): string {
  const line = onOneLine(text);
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

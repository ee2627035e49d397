import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { toVFileMessage, type Diagnostic } from '../src/digest/diagnostics.ts';

export interface ReportOptions {
  /** One JSON array instead of text for a person. */
  json?: boolean;
  /** Also what is merely worth knowing. */
  verbose?: boolean;
}

/** Of one file; more are read by no one, and more than 100,000 are too many for the reporter. */
const MOST_SHOWN = 1000;
/** What is left out is the lightest. */
const WEIGHT = { fatal: 2, warning: 1, info: 0 };

/** Prints findings to standard error, grouped by file. */
export function reportMessages(
  messages: readonly Diagnostic[],
  { json = false, verbose = true }: ReportOptions = {},
): void {
  if (json) {
    console.error(JSON.stringify(messages));
    return;
  }
  const shown = messages
    .filter(({ severity }) => verbose || severity !== 'info')
    .sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]);
  if (shown.length === 0) return;
  const files = new Map<string, VFile>();
  let left = 0;
  for (const message of shown) {
    const said = toVFileMessage(message);
    const file = said.file || '.';
    if (!files.has(file)) files.set(file, new VFile({ path: file }));
    const { messages: known } = files.get(file)!;
    if (known.length < MOST_SHOWN) known.push(said);
    else left += 1;
  }
  console.error(reporter([...files.values()], { verbose: true }));
  if (left > 0) console.error(`And ${left.toLocaleString('en')} more; --json prints all.`);
}

/** Whether any of the findings forbids to write. */
export function hasFatal(messages: readonly Diagnostic[]): boolean {
  return messages.some(({ severity }) => severity === 'fatal');
}

import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { toVFileMessage, type Diagnostic } from '../src/digest/diagnostics.ts';

export interface ReportOptions {
  /** One JSON array instead of text for a person. */
  json?: boolean;
  /** Also what is merely worth knowing. */
  verbose?: boolean;
}

/** Prints findings to standard error, grouped by file. */
export function reportMessages(
  messages: readonly Diagnostic[],
  { json = false, verbose = true }: ReportOptions = {},
): void {
  if (json) {
    console.error(JSON.stringify(messages));
    return;
  }
  const shown = verbose ? messages : messages.filter(({ severity }) => severity !== 'info');
  if (shown.length === 0) return;
  const files = new Map<string, VFile>();
  for (const message of shown) {
    const said = toVFileMessage(message);
    const file = said.file || '.';
    if (!files.has(file)) files.set(file, new VFile({ path: file }));
    files.get(file)!.messages.push(said);
  }
  console.error(reporter([...files.values()], { verbose: true }));
}

/** Whether any of the findings forbids to write. */
export function hasFatal(messages: readonly Diagnostic[]): boolean {
  return messages.some(({ severity }) => severity === 'fatal');
}

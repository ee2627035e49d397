import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { toVFileMessage, type Diagnostic } from '../src/digest/diagnostics.ts';

/** Prints findings to standard error, grouped by file. */
export function reportMessages(messages: readonly Diagnostic[]): void {
  if (messages.length === 0) return;
  const files = new Map<string, VFile>();
  for (const message of messages) {
    const { file } = message.place;
    if (!files.has(file)) files.set(file, new VFile({ path: file }));
    files.get(file)!.messages.push(toVFileMessage(message));
  }
  console.error(reporter([...files.values()], { verbose: true }));
}

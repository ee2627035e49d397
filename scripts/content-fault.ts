import type { Diagnostic } from '../src/digest/diagnostics.ts';

/** Faults of the operator's files, all that were found: to be reported without a stack trace. */
export class ContentFault extends Error {
  readonly messages: readonly Diagnostic[];

  constructor(messages: readonly Diagnostic[]) {
    super(
      messages
        .map(({ place: { file, line, column }, reason }) => `${file}:${line}:${column} ${reason}`)
        .join('\n'),
    );
    this.name = 'ContentFault';
    this.messages = messages;
  }
}

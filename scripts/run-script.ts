import { OperatorFault } from '../src/site/operator-fault.ts';
import { ContentFault } from './content-fault.ts';
import { reportMessages } from './report-messages.ts';
import { describeSystemFault } from './system-fault.ts';

/**
 * Runs a command. Faults of the operator's files and of the system are named in a sentence, with
 * exit code 1 and without a stack trace; wrong arguments show the usage. `place` is what the command
 * writes, for the faults that do not say it themselves.
 */
export async function runScript(
  usage: string,
  run: () => void | Promise<void>,
  place = 'here',
): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage);
    return;
  }
  // `… | head` closes the pipe early: no fault of anybody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    const { code = '', message } = error as NodeJS.ErrnoException;
    const fault = describeSystemFault(error, place);
    if (error instanceof ContentFault) reportMessages(error.messages);
    else if (error instanceof OperatorFault) console.error(message);
    else if (code.startsWith('ERR_PARSE_ARGS')) console.error(`${message}\n\n${usage}`);
    else if (fault) console.error(fault);
    else throw error;
  }
}

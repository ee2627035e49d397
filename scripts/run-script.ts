import { ContentFault } from './content-fault.ts';
import { reportMessages } from './report-messages.ts';

/** What the system's codes mean for the person who ran the command. */
const CAUSES: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota of disk space is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EMFILE: 'too many files are open',
  EIO: 'the disk fails',
};

/**
 * Runs a command. Faults of the operator's files and of the system are named in a sentence, with
 * exit code 1 and without a stack trace; wrong arguments show the usage.
 */
export async function runScript(usage: string, run: () => void | Promise<void>): Promise<void> {
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
    const { code = '', path: file, message } = error as NodeJS.ErrnoException;
    if (error instanceof ContentFault) reportMessages(error.messages);
    else if (code.startsWith('ERR_PARSE_ARGS')) console.error(`${message}\n\n${usage}`);
    else if (CAUSES[code])
      console.error(`Cannot write ${file ?? 'here'}: ${CAUSES[code]} (${code}).`);
    else throw error;
  }
}

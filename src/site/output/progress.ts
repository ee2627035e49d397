import { enterStage, STAGES, type Stage } from './stage-clock.ts';

const EVERY_MS = 200;

export interface Progress {
  /** `total` is left out where nobody knows it. */
  watch: (stage: Stage, done: number, total?: number) => void;
  /** Clears the line. */
  done: () => void;
}

/**
 * Says how far a long build is, on one line of a terminal: stage, count, rate, what is left.
 * Silent where standard error is no terminal.
 */
export function showProgress(): Progress {
  const isShown = process.stderr.isTTY === true;
  let stage: Stage | undefined;
  let began = 0;
  let shown = 0;
  return {
    watch: (name, count, total) => {
      const now = performance.now();
      if (name !== stage) {
        [stage, began] = [name, now];
        enterStage(name);
      }
      if (!isShown || now - shown < EVERY_MS || now - began < EVERY_MS) return;
      shown = now;
      const rate = count / ((now - began) / 1000);
      const left = total && `, ${Math.ceil((total - count) / Math.max(1, rate))} s left`;
      const many = total ? `${count} of ${total}` : count;
      process.stderr.write(
        `\r\u001b[K${STAGES[name]}: ${many}, ${Math.round(rate)} a second${left ?? ''}`,
      );
    },
    done: () => {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}

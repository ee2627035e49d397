import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into a measured command (`node --import`): at its end it adds what the process used to
 * the file that `BENCH_USAGE` names, one JSON line a process.
 */
process.on('exit', () => {
  const target = process.env['BENCH_USAGE'];
  // Threads load this too, and their process counts them in.
  if (!target || !isMainThread) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = {
    wallSeconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  };
  appendFileSync(target, `${JSON.stringify(usage)}\n`);
});

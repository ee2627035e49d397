import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Usage {
  wallSeconds: number;
  /** User and system time of all its processes. */
  cpuSeconds: number;
  /** Resident memory of its largest process. */
  peakMegabytes: number;
}

/** Runs a Node program and says what it took. Throws with its output when it fails. */
export function measure(args: string[], env: Record<string, string> = {}, cwd = '.'): Usage {
  const { wallSeconds, usages } = run(args, env, cwd);
  return {
    wallSeconds,
    cpuSeconds: usages.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMegabytes: Math.max(...usages.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

/**
 * The same for a program that leaves its first step to another process and waits for it: what the
 * first step took, and what all else did.
 */
export function measureTwoSteps(
  args: string[],
  env: Record<string, string>,
): [first: Usage, second: Usage] {
  const { wallSeconds, usages } = run(args, env);
  const [first, second] = usages;
  if (!first || !second || usages.length > 2)
    throw new Error(`Unexpected number of processes ${usages.length}, expected 2.`);
  return [first, { ...second, wallSeconds: wallSeconds - first.wallSeconds }];
}

/** With the usage of each of its processes, in the order in which they end. */
function run(args: string[], env: Record<string, string>, cwd = '.') {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-bench-'));
  const target = path.join(folder, 'usage');
  const preload = pathToFileURL(path.resolve('scripts/bench/report-usage.ts')).href;
  const started = process.hrtime.bigint();
  const run = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: {
      ...process.env,
      ...env,
      BENCH_USAGE: target,
      NODE_OPTIONS: `--import ${preload}`,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  const wallSeconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status !== 0) throw new Error(`${args.join(' ')} failed:\n${run.stdout}\n${run.stderr}`);
  const lines = readFileSync(target, 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  return { wallSeconds, usages: lines.map((line) => JSON.parse(line) as Usage) };
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A time as `times` prints it: "1m2.340s" */
const TIME = /(\d+)m([\d.]+)s/g;

export interface Usage {
  wallSeconds: number;
  /** User and system time of all its processes. */
  cpuSeconds: number;
  /** Resident memory of its largest process; undefined where nobody tells. */
  peakMegabytes?: number;
}

/** Runs a Node program and says what it took. Throws with its output when it fails. */
export function measure(args: string[], env: Record<string, string> = {}, cwd = '.'): Usage {
  const { wallSeconds, usages } = run(args, env, cwd);
  return {
    wallSeconds,
    cpuSeconds: usages.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMegabytes: Math.max(...usages.map(({ peakMegabytes = 0 }) => peakMegabytes)),
  };
}

/** The same for a program of any kind, by the shell's own count; of its memory nothing is known. */
export function measureProgram(command: string[], cwd: string): Usage {
  const started = process.hrtime.bigint();
  const run = spawnSync('sh', ['-c', '"$@" >&2 && times', 'sh', ...command], {
    cwd,
    encoding: 'utf8',
  });
  const wallSeconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status !== 0) throw new Error(`${command.join(' ')} failed:\n${run.stderr}`);
  const children = run.stdout.trim().split('\n').at(-1)!;
  const times = Array.from(
    children.matchAll(TIME),
    ([, minutes, seconds]) => +minutes! * 60 + +seconds!,
  );
  return { wallSeconds, cpuSeconds: times.reduce((sum, seconds) => sum + seconds, 0) };
}

/**
 * The same for a program that leaves its first step to another process and waits for it: what the
 * first step took, what all else did, and the lines that it printed to standard error.
 */
export function measureTwoSteps(
  args: string[],
  env: Record<string, string>,
): { first: Usage; second: Usage; said: string[] } {
  const { wallSeconds, usages, stderr } = run(args, env);
  const [first, second] = usages;
  if (!first || !second || usages.length > 2)
    throw new Error(`Unexpected number of processes ${usages.length}, expected 2.`);
  const rest = { ...second, wallSeconds: wallSeconds - first.wallSeconds };
  return { first, second: rest, said: stderr.trim().split('\n') };
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
  const usages = lines.map((line) => JSON.parse(line) as Usage);
  return { wallSeconds, usages, stderr: run.stderr };
}

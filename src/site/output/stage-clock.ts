/** What a build does, one after the other, as a person is told of it. */
export const STAGES = {
  read: 'reading papers',
  tag: 'finding topics',
  relate: 'finding related papers',
  write: 'writing papers',
  compile: 'compiling pages',
  pages: 'making pages',
  files: 'writing files',
} as const;

export type Stage = keyof typeof STAGES;

/** Which stage this process is in, and since when, in milliseconds. */
let current: { stage: Stage; since: number } | undefined;
const milliseconds = new Map<Stage, number>();

/** Begins a stage, and ends the one before. */
export function enterStage(stage: Stage): void {
  leaveStage();
  current = { stage, since: performance.now() };
}

/** What each stage of this process has taken, in seconds; the one that it is in ends. */
export function secondsByStage(): Partial<Record<Stage, number>> {
  leaveStage();
  const rounded = Array.from(milliseconds, ([stage, taken]) => [stage, Math.round(taken) / 1000]);
  return Object.fromEntries(rounded) as Partial<Record<Stage, number>>;
}

/** The same as a sentence. */
export function sayStages(): string {
  const stages = Object.entries(secondsByStage()).map(
    ([stage, seconds]) => `${STAGES[stage as Stage]} ${seconds.toFixed(1)} s`,
  );
  return `Time by stage: ${stages.join(', ')}.`;
}

function leaveStage(): void {
  if (!current) return;
  const taken = performance.now() - current.since;
  milliseconds.set(current.stage, (milliseconds.get(current.stage) ?? 0) + taken);
  current = undefined;
}

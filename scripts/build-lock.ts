import { withLock } from './with-lock.ts';

/** Outside of the output folder, which may be removed at any time. */
export const BUILD_LOCK = '.cache/building.lock';
/** Tells a step of a build that the process which has started it holds the lock. */
const HOLDER = 'BUILD_LOCK_HOLDER';

/** What the environment of a step has more than that of its build. */
export const heldForSteps = (): NodeJS.ProcessEnv => ({ [HOLDER]: String(process.pid) });

/**
 * Runs `work` while no other build of the project runs, whatever its folders: builds share the digest,
 * the caches and the place where Astro compiles, and read a generation of the digest which two builds
 * later is gone. Says so once where it waits. A step of a build that holds the lock runs at once.
 */
export async function withBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.env[HOLDER] === String(process.ppid)) return work();
  return withLock(BUILD_LOCK, work, (holder) => {
    console.error(
      `Another build is running: waiting until it ends. If process ${holder} is none, remove ${BUILD_LOCK}.`,
    );
  });
}

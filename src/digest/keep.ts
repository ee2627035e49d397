/**
 * Does a piece of work, or tells what came of it before. `stage` and `key` say all that the result
 * depends on besides the program; a result is plain JSON.
 */
export type Keep = <Result>(stage: Stage, key: string, make: () => Result) => Result;

/** The work that takes longest, and is the same for a paper, or for a topic's papers, in every build. */
export type Stage = 'paper' | 'text' | 'topics' | 'terms';

/** Does all work anew. */
export const keepNothing: Keep = (_stage, _key, make) => make();

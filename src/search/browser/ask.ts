import type { SearchRequest, SearchResponse } from '../search.ts';
import type { Answer, Question } from './worker.ts';
// oxlint-disable-next-line import/default -- the bundler gives it one
import workerUrl from './worker.ts?worker&url';

/** The Trusted Types policy of the search: it vouches for one address, that of its own worker. */
interface ScriptUrls {
  createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  createPolicy: (name: string, rules: ScriptUrls) => ScriptUrls;
}

let worker: Worker | undefined;
let last = 0;
const settle = new Map<number, (answer: Answer) => void>();

/**
 * Asks the index at `index`. Resolves to undefined when a newer question has overtaken this one;
 * rejects when the index cannot be read.
 */
export async function ask(
  index: string,
  request: SearchRequest,
): Promise<SearchResponse | undefined> {
  worker ??= startWorker();
  const id = ++last;
  const question: Question = { id, index: new URL(index, location.href).href, request };
  const answer = await new Promise<Answer>((resolve) => {
    settle.set(id, resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    worker!.postMessage(question);
  });
  if (id !== last) return undefined;
  if (!answer.response) throw new Error(answer.error);
  return answer.response;
}

function startWorker(): Worker {
  const started = new Worker(trusted(workerUrl) as string, { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    for (const [id, resolve] of settle) {
      if (id > data.id) continue;
      settle.delete(id);
      resolve(data);
    }
  });
  started.addEventListener('error', () => {
    for (const [id, resolve] of settle) resolve({ id, error: 'The search could not be started.' });
    settle.clear();
    worker = undefined;
  });
  return started;
}

let policy: ScriptUrls | undefined;

function trusted(url: string): unknown {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('offprint-search', {
    createScriptURL: (asked) => {
      if (asked !== workerUrl) throw new TypeError(`Not the search's worker: ${asked}`);
      return asked;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}

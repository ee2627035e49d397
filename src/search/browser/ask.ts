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

interface Asked {
  inTurn: boolean;
  settle: (answer: Answer) => void;
}

let worker: Worker | undefined;
let ids = 0;
/** The newest question of a reader. */
let last = 0;
const asked = new Map<number, Asked>();

/**
 * Asks the index at `index` for a reader, who waits. Resolves to undefined when a newer such question
 * has overtaken this one; rejects when the index cannot be read.
 */
export async function ask(
  index: string,
  request: SearchRequest,
): Promise<SearchResponse | undefined> {
  const id = (last = ++ids);
  const answer = await send({ id, index, request, inTurn: false });
  return id === last ? responseOf(answer) : undefined;
}

/** The same for a page that counts something: nothing overtakes it, and it overtakes nothing. */
export async function askInTurn(index: string, request: SearchRequest): Promise<SearchResponse> {
  return responseOf(await send({ id: ++ids, index, request, inTurn: true }));
}

/** Lets the index be opened before there is a question. */
export function openIndex(index: string): void {
  void send({ id: ++ids, index, inTurn: true });
}

function responseOf({ response, error }: Answer): SearchResponse {
  if (!response) throw new Error(error);
  return response;
}

function send(question: Question): Promise<Answer> {
  worker ??= startWorker();
  return new Promise((settle) => {
    asked.set(question.id, { inTurn: question.inTurn, settle });
    const index = new URL(question.index, location.href).href;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    worker!.postMessage({ ...question, index } satisfies Question);
  });
}

function startWorker(): Worker {
  const started = new Worker(trusted(workerUrl) as string, { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const isInTurn = asked.get(data.id)?.inTurn;
    for (const [id, { inTurn }] of asked)
      if (id === data.id || (id < data.id && !inTurn && !isInTurn)) settle(id, data);
  });
  started.addEventListener('error', () => {
    for (const id of asked.keys()) settle(id, { id, error: 'The search could not be started.' });
    worker = undefined;
  });
  return started;
}

function settle(id: number, answer: Answer): void {
  asked.get(id)!.settle(answer);
  asked.delete(id);
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

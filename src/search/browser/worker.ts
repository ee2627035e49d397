import { Search, type SearchRequest, type SearchResponse } from '../search.ts';

/** What the page asks the worker. */
export interface Question {
  id: number;
  /** Absolute address of the index's folder. */
  index: string;
  request: SearchRequest;
}

/** What the worker answers; without a response, why there is none. */
export interface Answer {
  id: number;
  response?: SearchResponse;
  error?: string;
}

let opened: Promise<Search> | undefined;
let waiting: Question | undefined;
let busy = false;

addEventListener('message', (event: MessageEvent<Question>) => {
  waiting = event.data;
  if (!busy) void work();
});

/** Answers the newest question; those that it has overtaken are not asked any more. */
async function work(): Promise<void> {
  busy = true;
  while (waiting) {
    const question = waiting;
    waiting = undefined;
    postMessage(await answer(question));
  }
  busy = false;
}

async function answer({ id, index, request }: Question): Promise<Answer> {
  try {
    opened ??= Search.open((path) => loadFile(new URL(path, index)));
    return { id, response: await (await opened).find(request) };
  } catch (error) {
    opened = undefined;
    return { id, error: String(error) };
  }
}

async function loadFile(url: URL): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response.json();
}

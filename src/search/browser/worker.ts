import { MANIFEST } from '../index/index-format.ts';
import { Search, type SearchRequest, type SearchResponse } from '../search.ts';

/** What the page asks the worker. */
export interface Question {
  id: number;
  /** Absolute address of the index's folder. */
  index: string;
  /** Without one the index is opened, for the questions to come. */
  request?: SearchRequest;
  /** Whether it waits for its turn, and is not left out for a newer one. */
  inTurn: boolean;
}

/** What the worker answers; without a response, why there is none. */
export interface Answer {
  id: number;
  response?: SearchResponse;
  error?: string;
}

let opened: Promise<Search> | undefined;
/** The newest question of a reader; those that it has overtaken are not asked any more. */
let waiting: Question | undefined;
const inTurn: Question[] = [];
let busy = false;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if (data.inTurn) inTurn.push(data);
  else waiting = data;
  if (!busy) void work();
});

async function work(): Promise<void> {
  busy = true;
  for (let question = next(); question; question = next()) postMessage(await answer(question));
  busy = false;
}

/** A reader comes first. */
function next(): Question | undefined {
  const question = waiting ?? inTurn.shift();
  waiting = undefined;
  return question;
}

async function answer(question: Question): Promise<Answer> {
  const { id, index, request } = question;
  const wasOpen = opened !== undefined;
  try {
    opened ??= Search.open((path) => loadFile(new URL(path, index)));
    const search = await opened;
    return request ? { id, response: await search.find(request) } : { id };
  } catch (error) {
    opened = undefined;
    // The site may have been deployed anew since the index was opened: the files of another one stand there.
    if (wasOpen) return answer(question);
    return { id, error: String(error) };
  }
}

/** What a host or a browser keeps of an index lasts, but for the file that says which is the newest. */
async function loadFile(url: URL): Promise<unknown> {
  const cache = url.pathname.endsWith(`/${MANIFEST}`) ? 'no-cache' : 'default';
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response.json();
}

import { ask } from './ask.ts';
import { isEmpty, type PageState } from './page-state.ts';
import { offerMore, setBusy, show, showBusy, showRest, showStart, type View } from './page-view.ts';

/** So long after a key the query is taken to be typed, and its list completed. */
const TYPED_AFTER_MS = 150;

/** Shows what the index answers to the states of the search page, of which the last one counts. */
export class Answers {
  private readonly view: View;
  private readonly index: string;
  private readonly papers: string;
  private state: PageState | undefined;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(view: View, form: HTMLFormElement) {
    this.view = view;
    this.index = form.dataset['index']!;
    this.papers = form.dataset['papers']!;
  }

  /** Shows `limit` hits; while a query is typed perhaps only the first, the others when it rests. */
  async show(state: PageState, limit: number, isTyped: boolean): Promise<void> {
    clearTimeout(this.rest);
    this.state = state;
    if (isEmpty(state)) return showStart(this.view);
    showBusy(this.view);
    try {
      const response = await this.ask(state, limit, isTyped);
      if (!response) return;
      show(this.view, response, state, this.papers);
      if (response.hits.length === Math.min(limit, response.total))
        offerMore(this.view, response.total);
      else this.rest = setTimeout(() => void this.complete(state, limit), TYPED_AFTER_MS);
    } catch {
      this.view.status.textContent = 'The search index could not be loaded. Is the connection up?';
      this.view.results.replaceChildren();
      this.view.start.hidden = false;
    }
    setBusy(this.view, false);
  }

  private async complete(state: PageState, limit: number): Promise<void> {
    // Where the index cannot be read any more the first hits stay, and the next key says so.
    const response = await this.ask(state, limit, false).catch(() => undefined);
    if (!response) return;
    showRest(this.view, response, this.papers);
    offerMore(this.view, response.total);
  }

  /** Resolves to undefined when the reader has gone on. */
  private async ask(state: PageState, limit: number, isTyped: boolean) {
    const { text, filters, sort } = state;
    const response = await ask(this.index, { text, filters, sort, limit, isTyped });
    return this.state === state ? response : undefined;
  }
}

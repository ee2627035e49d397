/** A page whose paper has another id now. */
export interface Redirect {
  from: string;
  to: string;
}

/** The redirects, those to what is redirected itself leading to the end at once. */
export function followRedirects(redirects: readonly Redirect[]): Redirect[] {
  const next = new Map(redirects.map(({ from, to }) => [from, to]));
  return redirects.map(({ from, to }) => ({ from, to: next.get(to) ?? to }));
}

/** The search page with a query in it, newest first as feeds are; below the root of the site. */
export function searchPath(query: string): string {
  return `search/?${new URLSearchParams({ q: query, sort: 'date' })}`;
}

/** Where the feeds of an operator's search stand. */
export function searchFolder(id: string): string {
  return `feeds/${id}/`;
}

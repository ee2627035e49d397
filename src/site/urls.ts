const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** A path of the site under its base path: `url('papers/')` → `/a/b/papers/`. */
export function url(path: string): string {
  return base + path.replace(/^\//, '');
}

export const paperUrl = (id: string) => url(`papers/${id}/`);
export const topicUrl = (id: string) => url(`topics/${id}/`);

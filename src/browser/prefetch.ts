const WAIT = 80;

/** Fetches a page of this site while the pointer rests on a link to it, or a finger touches it. */
export function prefetchOnHover(): void {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const prefetch = (event: Event, wait: number) => {
    clearTimeout(timer);
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (link && isAnotherPage(link)) timer = setTimeout(() => fetchAhead(link.href), wait);
  };
  document.addEventListener('pointerover', (event) => prefetch(event, WAIT));
  document.addEventListener('touchstart', (event) => prefetch(event, 0), { passive: true });
}

const fetched = new Set<string>();

function isAnotherPage(link: HTMLAnchorElement): boolean {
  return (
    link.origin === location.origin &&
    link.pathname.endsWith('/') &&
    link.pathname !== location.pathname
  );
}

function fetchAhead(href: string): void {
  const page = href.split('#')[0]!;
  if (fetched.has(page)) return;
  fetched.add(page);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = page;
  document.head.append(hint);
}

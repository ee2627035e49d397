const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const button = document.querySelector<HTMLButtonElement>('.scheme-switch');

/** Lets the button in the header change between light and dark; back at the system's, forgets. */
export function offerScheme(): void {
  if (!button) return;
  button.hidden = false;
  describe();
  system.addEventListener('change', describe);
  button.addEventListener('click', () => {
    const next = shownScheme() === 'dark' ? 'light' : 'dark';
    if (next === systemScheme()) delete root.dataset['scheme'];
    else root.dataset['scheme'] = next;
    describe();
    remember(root.dataset['scheme']);
  });
}

function remember(scheme: string | undefined): void {
  try {
    if (scheme) localStorage.setItem('scheme', scheme);
    else localStorage.removeItem('scheme');
  } catch {
    // A browser that stores nothing keeps the colours for this page.
  }
}

const systemScheme = () => (system.matches ? 'dark' : 'light');
const shownScheme = () => root.dataset['scheme'] ?? systemScheme();

function describe(): void {
  button!.setAttribute('aria-label', shownScheme() === 'dark' ? 'Light colours' : 'Dark colours');
}

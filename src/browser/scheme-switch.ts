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
    if (next === systemScheme()) {
      delete root.dataset['scheme'];
      localStorage.removeItem('scheme');
    } else {
      root.dataset['scheme'] = next;
      localStorage.setItem('scheme', next);
    }
    describe();
  });
}

const systemScheme = () => (system.matches ? 'dark' : 'light');
const shownScheme = () => root.dataset['scheme'] ?? systemScheme();

function describe(): void {
  button!.setAttribute('aria-label', shownScheme() === 'dark' ? 'Light colours' : 'Dark colours');
}

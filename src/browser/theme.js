// Runs before the first paint: the colours that the reader chose, where they are not the system's.
try {
  const chosen = localStorage.getItem('scheme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.scheme = chosen;
} catch {
  // A browser that stores nothing shows the system's colours.
}

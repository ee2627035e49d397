// Runs before the first paint. Buttons that scripts will show have their place from the beginning.
document.documentElement.dataset.scripted = '';
// The colours that the reader chose, where they are not the system's.
try {
  const chosen = localStorage.getItem('scheme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.scheme = chosen;
} catch {
  // A browser that stores nothing shows the system's colours.
}

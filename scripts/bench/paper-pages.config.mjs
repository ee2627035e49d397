// As the site's own, a file that Astro can import: for another kind it starts a server of Vite's.
export { default } from './paper-pages.ts';

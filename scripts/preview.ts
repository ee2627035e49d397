import { preview } from 'astro';

/** `npm run preview`: serves `dist/`; `PORT` changes the port. */
const server = await preview({
  server: { port: Number(process.env['PORT'] ?? 4321) },
  logLevel: 'error',
});
console.log(`Offprint is at http://localhost:${server.port}${process.env['BASE_PATH'] ?? '/'}`);

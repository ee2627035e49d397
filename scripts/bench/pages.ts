import { createServer, type AddressInfo } from 'node:net';
import { launchBrowser } from '../../tests/harness/browser.ts';
import { buildSite } from '../../tests/harness/built-site.ts';
import { firstVisit, type FirstVisit } from '../../tests/harness/first-visit.ts';
import { heaviestPaper } from '../../tests/harness/heaviest-paper.ts';
import { installPeers } from './install-peers.ts';
import { scorePage, type Scores } from './pages/score-page.ts';
import { serveFiles } from './search/serve-files.ts';

/**
 * `npm run bench:pages`: what a first visit to each kind of page of the shipped site weighs, served
 * with gzip, how far the page moves while it loads, and Lighthouse's scores on a phone. The papers
 * are the heaviest without and with formulae.
 */
const PHONE = { viewport: { width: 360, height: 740 } };

const dist = await buildSite('shipped');
const addresses = {
  home: '',
  topic: 'topics/circuits/',
  paper: heaviestPaper(dist, { withMath: false }),
  'paper with math': heaviestPaper(dist, { withMath: true }),
  search: 'search/',
};
const server = await serveFiles(new Map(), dist);
const port = await freePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
const hasLighthouse = installPeers();
console.log('| page | bytes | page | style | script | fonts | shift | Lighthouse |');
console.log('| --- | --: | --: | --: | --: | --: | --: | --- |');
for (const [name, address] of Object.entries(addresses)) {
  const url = `${server.url}/${address}`;
  const visit = await firstVisit(browser, url, PHONE);
  const scored = hasLighthouse ? await scorePage(url, port) : undefined;
  console.log(`| ${name} | ${describe(visit).join(' | ')} | ${scored?.scores.join(' / ') ?? ''} |`);
  sayFaults(name, scored);
}
await browser.close();
server.stop();

function describe({ total, bytes, layoutShift }: FirstVisit): string[] {
  const kinds = ['document', 'stylesheet', 'script', 'font'].map((kind) => bytes[kind] ?? 0);
  return [...[total, ...kinds].map(String), layoutShift.toFixed(3)];
}

function sayFaults(name: string, scored: Scores | undefined): void {
  for (const fault of scored?.faults ?? []) console.error(`${name}: ${fault}`);
}

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

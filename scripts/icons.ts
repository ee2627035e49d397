import { readFileSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../tests/harness/browser.ts';

/** `node scripts/icons.ts`: the bitmap icons of `public/`, drawn from `favicon.svg`. */
const ICONS = { 'apple-touch-icon.png': 180, 'icon-192.png': 192, 'icon-512.png': 512 };
const PAPER = '#fbf9f5';

const drawing = Buffer.from(readFileSync('public/favicon.svg')).toString('base64');
const browser = await launchBrowser();
for (const [name, size] of Object.entries(ICONS)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const inset = Math.round(size / 8);
  await page.setContent(
    `<body style="margin:0;padding:${inset}px;background:${PAPER}">` +
      `<img width="${size - 2 * inset}" src="data:image/svg+xml;base64,${drawing}">`,
  );
  await page.waitForFunction('document.images[0].complete');
  writeFileSync(`public/${name}`, await page.screenshot());
  await page.close();
}
await browser.close();

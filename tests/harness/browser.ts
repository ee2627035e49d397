import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { withLock } from '../../scripts/with-lock.ts';

const CACHE = path.resolve('.cache/browser');
/** Where distributions install a Chromium of their own. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless Chromium: the one that npm installed (Linux x64), else an installed one, else
 * Playwright's own. Throws when there is none: browser tests never pass for want of a browser.
 * `more` are further arguments of its command line.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const options: LaunchOptions = { args: [...ARGS, ...more], headless: true };
  const packed = await packedChromium();
  if (!packed) {
    const installed = INSTALLED.find((file) => existsSync(file));
    return chromium.launch(installed ? { ...options, executablePath: installed } : options);
  }
  try {
    return await chromium.launch({ ...options, executablePath: packed.executable });
  } catch {
    // A machine without the system libraries that Chromium needs: the package carries them.
    const env = { ...process.env, LD_LIBRARY_PATH: packed.libraries } as Record<string, string>;
    return chromium.launch({ ...options, executablePath: packed.executable, env });
  }
}

/** `@sparticuz/chromium` unpacked below `.cache/`, once for all test files. */
async function packedChromium(): Promise<{ executable: string; libraries: string } | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return withLock('.cache/browser.lock', async () => {
    await mkdir(CACHE, { recursive: true });
    const before = { ...process.env };
    // The package unpacks into the temporary folder, and its libraries only where it is told that
    // it runs on a bare machine.
    Object.assign(process.env, { TMPDIR: CACHE, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
    const { default: packed } = await import('@sparticuz/chromium');
    const executable = await packed.executablePath();
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    return { executable, libraries: path.join(CACHE, 'al2023', 'lib') };
  });
}

import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { serveSite, type ServedSite, type SiteName } from './built-site.ts';

export interface SiteInBrowser extends Omit<ServedSite, 'stop'> {
  browser: Browser;
  /** A page of a new reader, not opened yet. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** The same, at an address below the site's root. */
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** A built site and a browser, there from before the first test of a file until after its last. */
export function siteInBrowser(name: SiteName): SiteInBrowser {
  let browser: Browser;
  let site: ServedSite;
  before(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveSite(name)]);
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });
  const newPage = (options?: BrowserContextOptions) => browser.newPage(options);
  return {
    get browser() {
      return browser;
    },
    get url() {
      return site.url;
    },
    get base() {
      return site.base;
    },
    get dist() {
      return site.dist;
    },
    newPage,
    open: async (address, options) => {
      const page = await newPage(options);
      await page.goto(site.url + address);
      return page;
    },
  };
}

/**
 * Opens pages on which no script fails, nothing breaks the policy and no other host is asked: a test
 * that has opened another one fails.
 */
export function watchedPages(site: SiteInBrowser): SiteInBrowser['open'] {
  const faultsOfPages: string[][] = [];
  afterEach(() => assert.deepEqual(faultsOfPages.splice(0).flat(), []));
  return async (address, options) => {
    const page = await site.newPage(options);
    faultsOfPages.push(watchPage(page, site.url));
    await page.goto(site.url + address);
    return page;
  };
}

/** On a busy machine a font comes too late for the page that asked for it. */
const LATE_FONT = /woff2 was preloaded using link preload but not used/;

/** Notes what goes wrong on a page: errors, dialogs, requests to others, answers that are faults. */
export function watchPage(page: Page, root: string): string[] {
  const faults: string[] = [];
  const note = (what: string) => faults.push(`${page.url()}: ${what}`);
  page.on('dialog', async (dialog) => {
    note(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('console', (message) => {
    const isFault = ['error', 'warning'].includes(message.type());
    if (isFault && !LATE_FONT.test(message.text())) note(message.text());
  });
  page.on('pageerror', ({ message }) => {
    // A page that is left while it fades in says so; nothing is wrong with it.
    if (!message.includes('ViewTransition')) note(message);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(root)) note(`asks for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.url()} is ${response.status()}`);
  });
  return faults;
}

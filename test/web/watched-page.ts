// A page of the browser that keeps what went wrong on it: errors in the console and exceptions, so that a test can
// say that there were none.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface WatchedPage {
  readonly page: Page;
  /** What went wrong so far; refusals that a test has provoked are named by the browser and left out. */
  readonly faults: readonly string[];
  /** Forgets what went wrong so far: a test has provoked it. */
  readonly forgive: () => void;
  readonly close: () => Promise<void>;
}

const provoked = /Failed to load resource/;

/** Opens a page in a context of its own, so that nobody else's sign-in is in it. */
export const openPage = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !provoked.test(message.text()))
      faults.push(message.text());
  });
  return { page, faults, forgive: () => void faults.splice(0), close: () => context.close() };
};

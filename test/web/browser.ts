// A real browser for the page's tests: the one that comes with npm, or the one that CHROMIUM_PATH names.
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser without a window; it speaks to nobody but the tests. */
export const startBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath()),
    args: quiet,
    headless: true,
  });

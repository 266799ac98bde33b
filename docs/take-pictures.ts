// Takes the README's picture: the board report of the example, as its executive sees it on a running local stack.
// `npm start`, then `npm run picture [-- http://localhost:4700]`.
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browsers } from 'playwright-core';

const origin = process.argv[2] ?? 'http://localhost:4700';
const browser = await browsers.launch({
  executablePath: process.env['BROWSER_PATH'] ?? (await chromium.executablePath()),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(origin);
await page.getByRole('button', { name: 'Sign in' }).click();
await page.getByText('Margaret Oduya').click();
await page.getByText('Which department acts on which outcome').waitFor();
await page.screenshot({ path: join(import.meta.dirname, 'board-report.png') });
await browser.close();

// Takes the pictures of docs/tour.md and the README on a local stack that was just started with the example `demo`:
// `npm start -- --reset`, then `npm run pictures [-- http://localhost:4700]`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';

/** One picture: who looks, at which address, and a text that is there once the screen is. */
interface Picture {
  readonly name: string;
  readonly as: string;
  readonly path: string;
  readonly shows: string;
}

const executive = 'Margaret Oduya';
const analyst = 'Noor Haddad';
const pictures: readonly Picture[] = [
  { name: 'board-report', as: executive, path: '/report/2026-Q3', shows: 'Customer outcomes against target' },
  { name: 'outcome', as: executive, path: '/report/2026-Q3/outcomes/works-soon', shows: 'What contributes' },
  {
    name: 'journey',
    as: executive,
    path: '/report/2026-Q3/journeys/buying',
    shows: 'Segments without an owner',
  },
  {
    name: 'department',
    as: executive,
    path: '/report/2026-Q3/departments/warehouse',
    shows: 'Inside and what the customer feels',
  },
  { name: 'findings', as: executive, path: '/findings', shows: 'Findings' },
  {
    name: 'my-quarter',
    as: 'Gareth Llewellyn',
    path: '/departments/finance/quarters/2026-Q3',
    shows: 'Billing and finance',
  },
  {
    name: 'kpi',
    as: analyst,
    path: '/set-up/kpis/order-to-dispatch',
    shows: 'What the customer feels of it',
  },
  { name: 'import', as: analyst, path: '/import', shows: 'Import' },
  { name: 'library', as: analyst, path: '/library', shows: 'Net promoter score' },
];

const origin = process.argv[2] ?? 'http://localhost:4700';
const folder = join(import.meta.dirname, 'pictures');

const signedIn = async (browser: Browser, person: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(origin);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(person).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

await mkdir(folder, { recursive: true });
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
try {
  for (const [person, taken] of Map.groupBy(pictures, ({ as }) => as)) {
    const page = await signedIn(browser, person);
    for (const { name, path, shows } of taken) {
      await page.goto(`${origin}${path}`);
      await page.getByText(shows).first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(folder, `${name}.png`) });
    }
    await page.context().close();
  }
} finally {
  await browser.close();
}

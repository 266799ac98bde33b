// Every screen in a real browser, in light and in dark: no barrier that axe can find (WCAG 2.2 AA), and no sideways
// scrolling on a small screen.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import { en } from '../../web/messages/en.ts';
import { barriersOf } from '../browser/barriers.ts';
import { startBrowser } from './browser.ts';
import { builtPage } from './built-page.ts';
import { openAs } from './direct-session.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { openPage } from './watched-page.ts';

let browser: Browser;
let api: FakeApi;
beforeAll(async () => {
  browser = await startBrowser();
  api = await startFakeApi(await builtPage());
  api.state.note('ada', 'kpi.put', 'kpi', 'dispatch', 2);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await api.stop();
});

/** A screen: who opens which address, and what is done there before one looks. */
interface Looked {
  readonly who: string;
  readonly path: string;
  readonly first?: (page: Page) => Promise<unknown>;
}
const quarter = '/departments/operations/quarters/2026-Q2';
/** The lower half of the board report comes after the upper one; the map is its last part. */
const theWholeReport = (page: Page): Promise<void> => page.locator('[data-mark="no-outcome"]').waitFor();
const screens: Readonly<Record<string, Looked>> = {
  'the board report': { who: 'ada', path: '/report/2026-Q2', first: theWholeReport },
  'a board report of a quarter before everything': { who: 'ada', path: '/report/2024-Q2' },
  'a quarter without a report': { who: 'ada', path: '/report/2026-Q4' },
  'a department report': { who: 'ada', path: '/report/2026-Q2/departments/operations' },
  'a department report with its source open': {
    who: 'ada',
    path: '/report/2026-Q2/departments/logistics',
    first: async (page) => {
      await page
        .getByRole('button', { name: /^Source of/ })
        .first()
        .click();
      await page.getByText(en.source.column).first().waitFor();
    },
  },
  'the board report as tables': {
    who: 'ada',
    path: '/report/2026-Q2',
    first: async (page) => {
      await theWholeReport(page);
      for (const button of await page.getByRole('button', { name: en.board.asTable }).all())
        await button.click();
      await page.getByText(en.report.matrixLegend).waitFor();
    },
  },
  'an outcome report': {
    who: 'ada',
    path: '/report/2026-Q2/outcomes/on-time',
    first: (page) => page.locator('[data-mark="clock-customer"]').first().waitFor(),
  },
  'an outcome that nobody hears': { who: 'ada', path: '/report/2026-Q2/outcomes/fair-bill' },
  'an outcome that does not exist': { who: 'ada', path: '/report/2026-Q2/outcomes/nothing' },
  'a journey': {
    who: 'ada',
    path: '/report/2026-Q2/journeys/order',
    first: (page) => page.locator('[data-mark="clock-customer"]').first().waitFor(),
  },
  'the register': { who: 'ada', path: '/findings' },
  'the register with nothing in it': { who: 'ada', path: '/findings?state=waived' },
  'a finding': {
    who: 'ada',
    path: '/findings',
    first: async (page) => {
      await page.locator('tbody a').nth(1).click();
      await page.getByRole('heading', { name: en.finding.evidence }).waitFor();
    },
  },
  'a finding that is gone': { who: 'ada', path: `/findings/${'0'.repeat(32)}` },
  'the menu of the person': {
    who: 'ada',
    path: '/checks',
    first: async (page) => {
      await page.getByRole('button', { name: 'Ada Okafor' }).click();
      await page.getByRole('button', { name: en.frame.signOut }).waitFor();
    },
  },
  'a check': { who: 'ada', path: '/checks/missing-counterpart' },
  'the audit': { who: 'emil', path: '/audit' },
  'my quarter': { who: 'ben', path: quarter },
  'my quarter with everything open': {
    who: 'ben',
    path: quarter,
    first: async (page) => {
      await page.getByRole('button', { name: `${en.quarter.links}: Build time` }).click();
      await page.getByRole('button', { name: `${en.quarter.addNote}: Build time` }).click();
      await page.getByRole('checkbox', { name: `${en.quarter.notMeasured} Units tested per hour` }).check();
      await page.locator('input[data-entry="works-first-time"]').fill('x');
      await page.locator('input[data-entry="build-time"]').focus();
      await page.getByRole('combobox', { name: `${en.quarter.addCounterpart}: Build time` }).waitFor();
    },
  },
  'a quarter that was returned': { who: 'ben', path: '/departments/it/quarters/2026-Q2' },
  'a quarter that is closed': { who: 'ben', path: '/departments/operations/quarters/2026-Q1' },
  'a receipt': { who: 'cleo', path: '/departments/service/quarters/2026-Q2/receipt' },
  departments: { who: 'dana', path: '/set-up/departments' },
  outcomes: { who: 'dana', path: '/set-up/outcomes' },
  objectives: { who: 'dana', path: '/set-up/objectives' },
  KPIs: { who: 'dana', path: '/set-up/kpis' },
  members: { who: 'dana', path: '/set-up/members' },
  'no screen': { who: 'dana', path: '/nowhere' },
};

describe('every screen is without barriers in light and dark and fits 390 px', () => {
  for (const who of new Set(Object.values(screens).map((screen) => screen.who)))
    it(`as ${who} opens them`, async () => {
      const { page, faults, close } = await openPage(browser);
      const found: string[] = [];
      for (const [name, { path, first }] of Object.entries(screens).filter(
        ([, screen]) => screen.who === who,
      )) {
        await openAs(page, api.origin, who, path);
        await first?.(page);
        found.push(...(await barriersOf(page)).map((fault) => `${name}: ${fault}`));
      }
      expect([...found, ...faults]).toEqual([]);
      await close();
    }, 120_000);

  it('before the sign-in', async () => {
    const { page, faults, close } = await openPage(browser);
    await page.goto(api.origin);
    await page.getByRole('button', { name: en.signIn.action }).waitFor();
    expect([...(await barriersOf(page)), ...faults]).toEqual([]);
    await close();
  });

  it('while too few have submitted', async () => {
    const { page, faults, close } = await openPage(browser);
    const few = await startFakeApi(await builtPage());
    few.state.submissions.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...few.state.submissions.filter(({ quarter }) => quarter < '2026-Q2'),
    );
    await openAs(page, few.origin, 'ada', '/report/2026-Q2');
    await page.getByText(en.report.incompleteTitle).waitFor();
    expect([...(await barriersOf(page)), ...faults]).toEqual([]);
    await close();
    await few.stop();
  });

  it('when the service is in trouble', async () => {
    const { page, faults, close } = await openPage(browser);
    api.trouble(
      'listFindings',
      new Refusal('invalid-input', 'No.', [{ path: '/level', found: '1', expected: 'a level' }]),
    );
    await openAs(page, api.origin, 'ada', '/findings');
    await page.getByText(en.errors.byKind['invalid-input'].advice).waitFor();
    expect([...(await barriersOf(page)), ...faults]).toEqual([]);
    await close();
  });
});

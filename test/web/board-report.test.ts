// The board report in a real browser: it answers on the first screen, each mark leads to its evidence, paper and
// spreadsheet show the page's figures to the digit.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../shared/exchange/workbook.ts';
import { packModel } from '../../shared/paper/pack-model.ts';
import { penOf } from '../../shared/paper/pen.ts';
import { en } from '../../web/messages/en.ts';
import { startBrowser } from './browser.ts';
import { builtPage } from './built-page.ts';
import { openAs } from './direct-session.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { company } from './fake-company.ts';
import { openPage, type WatchedPage } from './watched-page.ts';

let folder: string;
let browser: Browser;
let api: FakeApi;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  [folder, browser] = await Promise.all([builtPage(), startBrowser()]);
  api = await startFakeApi(folder);
  watched = await openPage(browser, { acceptDownloads: true });
  page = watched.page;
  await openAs(page, api.origin, 'ada', '/report/2026-Q2');
  await page.locator('[data-mark="no-outcome"]').waitFor();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await api.stop();
});

const plain = (text: string): string => text.replace(/\s+/gu, ' ');
const wholeText = async (): Promise<string> => plain(await page.locator('main#content').innerText());

describe('the board report', () => {
  it('answers on the first screen of 1440 x 900: aligned, better or worse, and where not', async () => {
    for (const place of [
      page.locator('h1'),
      page.getByRole('region', { name: en.report.coverage }),
      page.getByRole('region', { name: en.report.alignment }),
      page.getByRole('region', { name: en.board.gaps.title }),
      page.locator('.verdict'),
      page.locator('.standing').first(),
      page.locator('.decisions li').first(),
    ]) {
      const box = await place.boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    }
  });

  it('shows the figures of the board pack to the digit', async () => {
    const report = api.state.judge('2026-Q2').reports.board;
    const place = { locale: 'en-GB', timeZone: 'Europe/Berlin', fiscalStart: 1 };
    const { members } = company().definitions;
    const memberName = (id: string) => members.find((one) => one.id === id)?.name ?? id;
    const pack = packModel(report, penOf(place), 'x', { memberName });
    const shown = await wholeText();
    const figures = [
      pack.headline,
      pack.coverage.value,
      pack.alignment.value,
      ...pack.watched.flat(),
      ...pack.standings.flatMap(({ cells: [statement = '', now = '', target = ''] }) => [
        statement.replace(/ \(.*\)$/, ''),
        now,
        target,
      ]),
      ...pack.decisions.slice(0, 6).flatMap(({ cells }) => cells),
      ...pack.changes.flat(),
      ...pack.questions.flat(),
      ...pack.impact.rows.flatMap(([department = '', impact = '']) => [department, impact]),
      ...pack.appendix.departments.flatMap((cells) => cells.slice(0, 4)),
    ];
    expect(figures.filter((figure) => !shown.includes(plain(figure)))).toEqual([]);
    expect(figures.length).toBeGreaterThan(60);
  });

  it('leads from a gap to its findings, and from an outcome to its report, without loading the page anew', async () => {
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    await page
      .locator('a', { has: page.locator('[data-mark="gap"]') })
      .first()
      .click();
    await page.waitForURL(/\/findings\?check=missing-counterpart&department=/);
    await page.goBack();
    await page.locator('.standing a', { hasText: 'It comes on the day I was told.' }).click();
    await page.waitForURL('**/report/2026-Q2/outcomes/on-time');
    await page.locator('[data-mark="clock-customer"]').waitFor();
    expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
    await page.getByRole('link', { name: en.board.outcome.openJourney }).click();
    await page.getByRole('heading', { level: 1, name: 'From order to first use' }).waitFor();
    await page.goto(`${api.origin}/report/2026-Q2`);
    await page.locator('[data-mark="no-outcome"]').waitFor();
  });

  it('has a table behind each chart', async () => {
    const buttons = page.getByRole('button', { name: en.board.asTable });
    expect(await buttons.count()).toBe(2);
    await buttons.first().focus();
    await page.keyboard.press('Enter');
    await page.getByText(en.report.matrixLegend).waitFor();
    expect(await buttons.first().getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    await page.locator('[data-mark="gap"]').first().waitFor();
  });

  it('becomes a spreadsheet with real numbers', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: en.board.sheet }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('board-report-2026-Q2.xlsx');
    const tables = await readWorkbook(new Uint8Array(await readFile(await download.path())));
    const outcomes = tables.find(({ name }) => name === en.board.workbook.outcomes);
    const row = outcomes?.rows.find(([statement]) => statement === 'It comes on the day I was told.');
    expect(row?.slice(6, 10)).toEqual(['0.905', '0.95', '0.95', '0.914']);
  });

  it('hands out the board pack, and says so where it can’t be made', async () => {
    const address = '**/v1/reports/2026-Q2/board.pdf';
    await page.route(address, (route) =>
      route.fulfill({ contentType: 'application/pdf', body: Buffer.from('%PDF-1.7 a pack') }),
    );
    const pack = page.getByRole('button', { name: en.board.pack });
    const [download] = await Promise.all([page.waitForEvent('download'), pack.click()]);
    expect(download.suggestedFilename()).toBe('board-pack-2026-Q2.pdf');
    expect(await readFile(await download.path(), 'utf8')).toBe('%PDF-1.7 a pack');
    await page.unroute(address);
    await page.route(address, (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }),
    );
    await pack.click();
    await page.getByText(en.board.packFailed).waitFor();
  });

  it('prints light and without what is there to be pressed', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('button', { name: en.board.pack }).isVisible()).toBe(false);
    const ground = await page
      .locator('.panel')
      .first()
      .evaluate((panel) => getComputedStyle(panel).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(watched.faults).toEqual([]);
  });
});

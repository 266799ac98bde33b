// Numbers, shares, money, durations, dates and quarters in a real browser, as each locale writes and types them; what is
// stored is the same in all of them.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../../shared/domain/member.ts';
import { en } from '../../web/messages/en.ts';
import { startBrowser } from './browser.ts';
import { builtPage } from './built-page.ts';
import { openAs } from './direct-session.ts';
import { startFakeApi } from './fake-api.ts';
import { type Company, company } from './fake-company.ts';
import { untilSaved } from './paths.ts';
import { openPage } from './watched-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);
afterAll(() => browser.close());

/** The company with all its people in one locale; a fiscal year from October runs nine months later than the calendar's. */
const companyIn = (locale: Member['locale'], fiscalStart: 1 | 10): Company => {
  const { organisation, now, definitions, submissions } = company();
  return {
    organisation: { ...organisation, fiscalStart },
    now: fiscalStart === 1 ? now : '2027-04-20T08:00:00.000Z',
    definitions: { ...definitions, members: definitions.members.map((one) => ({ ...one, locale })) },
    submissions,
  };
};

/** What is typed, and what stands on the sheet, in the report of a department, and on the board's. */
interface Written {
  readonly locale: Member['locale'];
  readonly fiscalStart: 1 | 10;
  readonly typed: { readonly hours: string; readonly share: string };
  readonly sheet: readonly string[];
  readonly sales: readonly string[];
  readonly board: readonly string[];
}

const all: readonly Written[] = [
  {
    locale: 'en-GB',
    fiscalStart: 1,
    typed: { hours: '1,234.5', share: '87.5%' },
    sheet: ['Reads as 1,234.5 hrs', 'Target 20 hrs', 'Last: 21 hrs (Q1 2026)', 'Due 15 Jul 2026'],
    sales: ['€12,650,000', '€12,300,000 in Q1 2026'],
    board: ['Board report · Q2 2026', 'as of 20 Jul 2026, 10:00'],
  },
  {
    locale: 'en-US',
    fiscalStart: 10,
    typed: { hours: '1,234.5', share: '87.5 %' },
    sheet: ['Reads as 1,234.5 hr', 'Target 20 hr', 'Last: 21 hr (Q1 2026/27)', 'Due Apr 15, 2027'],
    sales: ['€12,650,000', '€12,300,000 in Q1 2026/27'],
    board: ['Board report · Q2 2026/27', 'as of Apr 20, 2027, 10:00 AM'],
  },
  {
    locale: 'de-DE',
    fiscalStart: 1,
    typed: { hours: '1.234,5', share: '87,5 %' },
    sheet: ['Reads as 1.234,5 Std.', 'Target 20 Std.', 'Last: 21 Std. (Q1 2026)', 'Due 15.07.2026'],
    sales: ['12.650.000 €', '12.300.000 € in Q1 2026'],
    board: ['Board report · Q2 2026', 'as of 20.07.2026, 10:00'],
  },
];

const plain = (text: string): string => text.replace(/[\s ]+/gu, ' ');

describe('a member', () => {
  it.each(all)('with $locale reads and types as there', async (written) => {
    const { locale, fiscalStart, typed, sheet, sales, board } = written;
    const api = await startFakeApi(await builtPage(), companyIn(locale, fiscalStart));
    const { page, faults, close } = await openPage(browser, { locale });
    const shown = async () => plain(await page.locator('#page').innerText());

    await openAs(page, api.origin, 'greta', '/departments/logistics/quarters/2026-Q2');
    await page.locator('input[data-entry="truck-load"]').fill(typed.share);
    await page.locator('input[data-entry="dispatch"]').fill(typed.hours);
    await untilSaved(page);
    const readings = api.state.drafts.get('logistics|2026-Q2')?.readings ?? [];
    expect(readings.find(({ kpi }) => kpi === 'dispatch')).toMatchObject({ actual: '1234.5' });
    expect(readings.find(({ kpi }) => kpi === 'truck-load')).toMatchObject({ actual: '0.875' });
    for (const text of sheet) expect(await shown()).toContain(text);

    await openAs(page, api.origin, 'ada', '/report/2026-Q2/departments/sales');
    await page.getByRole('heading', { name: en.department.kpis, exact: true }).waitFor();
    for (const text of sales) expect(await shown()).toContain(text);

    await openAs(page, api.origin, 'ada', '/report/2026-Q2');
    for (const text of board) expect(await shown()).toContain(text);

    expect(faults).toEqual([]);
    await close();
    await api.stop();
  });

  it('types the marks of another locale and is told which are expected', async () => {
    const api = await startFakeApi(await builtPage(), companyIn('de-DE', 1));
    const { page, close } = await openPage(browser, { locale: 'de-DE' });
    await openAs(page, api.origin, 'greta', '/departments/logistics/quarters/2026-Q2');
    const input = page.locator('input[data-entry="dispatch"]');
    await input.fill('20.5');
    await input.blur();
    await page.getByText(en.quarter.faults.marks.replace('{example}', '12,5')).waitFor();
    await close();
    await api.stop();
  });
});

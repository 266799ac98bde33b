// From an organisation of people and nothing else to the first board report, with a company's own list of KPIs: by
// mouse, by keyboard alone, and with ten thousand rows that leave the page awake.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readExample } from '../../examples/folder.ts';
import { writeSheets } from '../../shared/exchange/workbook.ts';
import { en } from '../../web/messages/en.ts';
import { barriersOf } from './barriers.ts';
import { tabTo } from './keyboard.ts';
import { longestTaskIn } from './longest-task.ts';
import { longList, ownList } from './own-list.ts';
import { realVisits } from './real-stack.ts';

const analyst = 'Ada Voss (analyst)';
const visits = realVisits(readExample(new URL('../../examples/empty/', import.meta.url)));
const { as } = visits;
const own = en.import.own;

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const meaningOf = (page: Page, column: string) =>
  page.getByLabel(new RegExp(`^${en.import.meaning}: .*, ${column}$`));
const said = (page: Page, column: string) =>
  meaningOf(page, column).evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label);

describe('ten thousand rows', () => {
  it('are read, understood and checked while the page stays awake', async () => {
    const page = await as(analyst, '/import');
    const longest = await longestTaskIn(page, async () => {
      await page.locator('input[type=file]').setInputFiles({
        name: 'figures.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(longList()),
      });
      await page.getByText('10,000 rows').waitFor();
      expect(await said(page, 'Period')).toBe(own.field.quarter);
      await page.getByText('250 KPIs, 10,000 figures').waitFor();
      await page.getByRole('button', { name: en.import.check }).click();
      await page.getByRole('progressbar', { name: en.import.checking }).waitFor();
      await heading(page, /^\d+ changes are ready/);
    });
    expect(longest).toBeLessThan(200);
  });
});

describe('an analyst with the own list of KPIs', () => {
  it('goes from an empty organisation to the first board report, which the executive reads', async () => {
    const page = await as(analyst);
    await page.waitForURL('**/first-steps');
    await page.getByRole('link', { name: en.firstSteps.import }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'KPI tracker.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await writeSheets([ownList])),
    });
    await page.getByText('11 rows').waitFor();
    expect(await said(page, 'Dept')).toBe(own.field.department);
    expect(await said(page, 'Target Q3')).toBe('Target from Q3 2026');
    expect(await said(page, 'Actual Q2')).toBe('Figure (actual) of Q2 2026');
    expect(await said(page, 'Machine no\\.')).toBe(en.import.leaveOut);
    await page.getByText('1 column is left out').waitFor();
    await page.getByText('6 new departments, 3 customer outcomes, 11 KPIs, 22 figures').waitFor();
    await page.getByLabel(own.owner).selectOption({ label: analyst });
    await page.getByRole('button', { name: /^Link 2 KPIs/ }).click();
    await page.getByLabel('Felt by the customer as: Cost per drop').selectOption('on-time-delivery');
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('button', { name: en.import.check }).click();

    await heading(page, /^1 mistake/);
    await page.getByLabel('Put right: Tracker 2026, row 10, Actual Q3').fill('40.10');
    await page.getByRole('button', { name: en.import.again }).click();
    await heading(page, /^32 changes are ready/);
    await page.getByText('Delivery, Q3 2026').waitFor();
    await page.getByRole('button', { name: 'Write 32 changes' }).click();
    await heading(page, '32 changes are written');
    await page.getByRole('link', { name: en.import.toReport }).click();
    await heading(page, /of \d internal KPIs/);
    const finding = await page.getByRole('heading', { level: 1 }).innerText();
    await page.goto(`${visits.origin()}/first-steps`);
    await heading(page, en.firstSteps.headings.done);

    const executive = await as('Emil Brandt (executive)');
    await heading(executive, finding);
    await executive.getByText('6 of 6 departments submitted').waitFor();
  });

  it('brings in one more department by keyboard alone', async () => {
    const page = await as(analyst, '/import');
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, page.locator('.dropzone'));
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({
      name: 'Showroom.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Measure,Target,Actual\nVisitors advised within five minutes,90%,85%\n'),
    });
    await tabTo(page, meaningOf(page, 'Target'));
    expect(await page.getByLabel(own.department).inputValue()).toBe('Showroom');
    await page.getByText('1 new departments, 0 customer outcomes, 1 KPIs, 1 figures, 1 targets').waitFor();
    await tabTo(page, page.getByRole('button', { name: en.import.check }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Write 3 changes' }));
    await page.keyboard.press('Enter');
    await heading(page, '3 changes are written');
    await tabTo(page, page.getByRole('link', { name: en.import.toReport }));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/report/2026-Q3');
  });
});

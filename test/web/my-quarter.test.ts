// A head at work in a real browser, against a fake service that can be told to fail: nothing typed is lost, nothing
// counts twice.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import type { WorkbookTable } from '../../shared/exchange/file-table.ts';
import { readWorkbook, writeWorkbook } from '../../shared/exchange/workbook.ts';
import { en } from '../../web/messages/en.ts';
import { fakeVisits } from './fake-visits.ts';
import { inputsOf, receiptReference, submitButton, untilSaved } from './paths.ts';

const { api, as } = fakeVisits();
const entry = (page: Page, kpi: string) => page.locator(`input[data-entry="${kpi}"]`);
const submits = () => api().calls.filter(({ operation }) => operation === 'submitQuarter');
const fillOperations = async (page: Page): Promise<void> => {
  await entry(page, 'build-time').fill('37.5');
  await entry(page, 'units-tested').fill('42');
  await entry(page, 'works-first-time').fill('90.5');
};

describe('submitting', () => {
  it('counts once however often it is clicked', async () => {
    const page = await as('ben');
    await fillOperations(page);
    await submitButton(page).dblclick();
    expect(await receiptReference(page)).toBe('operations-2026-Q2-v1');
    expect(submits()).toHaveLength(1);
  });

  it('counts once when the answer is lost, and the receipt comes with the next try', async () => {
    const page = await as('ben');
    await fillOperations(page);
    api().trouble('submitQuarter', 'done-but-lost', 50);
    await submitButton(page).click();
    await page.getByText(en.quarter.lost).waitFor();
    expect(await entry(page, 'build-time').inputValue()).toBe('37.5');
    api().trouble('submitQuarter', 'lost', 0);
    await submitButton(page).click();
    expect(await receiptReference(page)).toBe('operations-2026-Q2-v1');
    expect(new Set(submits().map(({ key }) => key)).size).toBe(1);
    expect(
      api().state.submissions.filter(
        ({ department, quarter }) => department === 'operations' && quarter === '2026-Q2',
      ),
    ).toHaveLength(1);
  });

  it('keeps what was typed when somebody else was faster, and says what to do', async () => {
    const page = await as('cleo');
    const input = entry(page, 'handling-time');
    await input.fill('5.5');
    await untilSaved(page);
    const first = api().state.newest('service', '2026-Q2');
    if (first === undefined) throw new Error('no first version');
    api().state.submissions.push({ ...first, version: 2, submittedBy: 'dana' });
    await submitButton(page).click();
    await page.getByText('Version 2 was submitted meanwhile').waitFor();
    expect(await input.inputValue()).toBe('5.5');
    await submitButton(page).click();
    expect(await receiptReference(page)).toBe('service-2026-Q2-v3');
  });

  it('is asked about once more where KPIs are left blank', async () => {
    const page = await as('ben');
    await entry(page, 'build-time').fill('37.5');
    await submitButton(page).click();
    await page.getByText('2 KPIs have neither a figure nor a reason').waitFor();
    expect(submits()).toHaveLength(0);
    await page.keyboard.press('Enter');
    expect(await receiptReference(page)).toBe('operations-2026-Q2-v1');
  });

  it('goes to what can’t be read instead, and says what is expected', async () => {
    const page = await as('ben');
    await fillOperations(page);
    await entry(page, 'works-first-time').fill('905');
    await submitButton(page).click();
    await page.getByText(en.quarter.faults['share-outside']).waitFor();
    expect(await entry(page, 'works-first-time').evaluate((input) => input === document.activeElement)).toBe(
      true,
    );
    expect(submits()).toHaveLength(0);
  });

  it('works by keyboard alone', async () => {
    const page = await as('ben');
    const values: Readonly<Record<string, string>> = {
      'build-time': '37.5',
      'units-tested': '42',
      'works-first-time': '90.5',
    };
    const left = new Set(Object.keys(values));
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => ({
        entry: document.activeElement?.getAttribute('data-entry') ?? '',
        text: document.activeElement?.textContent ?? '',
      }));
      if (left.delete(focused.entry)) await page.keyboard.type(values[focused.entry] ?? '');
      if (left.size === 0 && focused.text.startsWith('Submit')) break;
    }
    await page.keyboard.press('Enter');
    expect(await receiptReference(page)).toBe('operations-2026-Q2-v1');
  });
});

describe('a draft', () => {
  it('survives a reload', async () => {
    const page = await as('ben');
    await entry(page, 'build-time').fill('37.5');
    await entry(page, 'works-first-time').fill('90.5');
    await untilSaved(page);
    await page.reload();
    await inputsOf(page).first().waitFor();
    expect(await entry(page, 'build-time').inputValue()).toBe('37.5');
    expect(await entry(page, 'works-first-time').inputValue()).toBe('90.5');
  });

  it('that could not be saved is kept in the tab, and saved when the service is back', async () => {
    const page = await as('ben');
    api().trouble('putDraft', new Refusal('internal', 'Broken.'), 50);
    await entry(page, 'build-time').fill('37.5');
    await page.getByText(en.quarter.draft.failed).waitFor();
    api().trouble('putDraft', 'lost', 0);
    await page.reload();
    await page.getByText(en.quarter.recovered).waitFor();
    expect(await entry(page, 'build-time').inputValue()).toBe('37.5');
    await untilSaved(page);
    expect(api().state.drafts.get('operations|2026-Q2')?.readings).toEqual([
      { kpi: 'build-time', actual: '37.5' },
    ]);
  });

  it('of somebody else is not replaced unseen by what this tab had kept', async () => {
    const page = await as('ben');
    api().trouble('putDraft', new Refusal('internal', 'Broken.'), 50);
    await entry(page, 'build-time').fill('37.5');
    await page.getByText(en.quarter.draft.failed).waitFor();
    api().trouble('putDraft', 'lost', 0);
    const readings = [{ kpi: 'build-time', actual: '36' }];
    api().state.drafts.set('operations|2026-Q2', {
      readings,
      savedAt: '2026-07-20T08:30:00.000Z',
      basedOn: 0,
    });
    await page.reload();
    await page.getByText(en.quarter.draft.held).waitFor();
    expect(await entry(page, 'build-time').inputValue()).toBe('37.5');
    expect(api().state.drafts.get('operations|2026-Q2')?.readings).toEqual(readings);
    await page.getByRole('button', { name: en.quarter.draft.retry }).click();
    await untilSaved(page);
    expect(api().state.drafts.get('operations|2026-Q2')?.readings).toEqual([
      { kpi: 'build-time', actual: '37.5' },
    ]);
  });

  it('is written in the member’s locale and kept as decimals', async () => {
    const page = await as('greta');
    expect(await entry(page, 'dispatch').inputValue()).toBe('19,5');
    await entry(page, 'promise-kept').fill('91,25');
    await untilSaved(page);
    const draft = api().state.drafts.get('logistics|2026-Q2');
    expect(draft?.readings.find(({ kpi }) => kpi === 'promise-kept')?.actual).toBe('0.9125');
  });
});

describe('a KPI’s links', () => {
  it('are made in place, and what the board will see follows', async () => {
    const page = await as('ben');
    const finding = page
      .getByRole('region', { name: en.quarter.preview })
      .getByText('“Units tested per hour” is an internal KPI');
    await finding.waitFor();
    await page.getByRole('button', { name: `${en.quarter.links}: Units tested per hour` }).click();
    const picker = page.getByRole('combobox', {
      name: `${en.quarter.addCounterpart}: Units tested per hour`,
    });
    await picker.fill('Worked the first');
    await page.getByRole('option', { name: /^Worked the first time/ }).click();
    await page.getByRole('button', { name: 'Unlink Worked the first time, customers say' }).waitFor();
    await finding.waitFor({ state: 'detached' });
    expect(api().state.find('kpis', 'units-tested')).toMatchObject({
      version: 2,
      counterparts: [{ kpi: 'works-first-time', lag: 0 }],
    });
  });

  it('say what to do when somebody else changed the KPI', async () => {
    const page = await as('ben');
    await page.getByRole('button', { name: `${en.quarter.links}: Build time per unit` }).click();
    const { version: _v, updatedAt: _a, updatedBy: _b, ...kpi } = api().state.find('kpis', 'build-time');
    api().state.put('kpis', kpi, 'dana');
    await page.getByRole('button', { name: 'Unlink Worked the first time, customers say' }).click();
    await page.getByText(en.quarter.linkStale).waitFor();
    await page.getByRole('button', { name: 'Unlink Worked the first time, customers say' }).click();
    await page.getByText(en.quarter.linkSaved, { exact: true }).waitFor();
    expect(api().state.find('kpis', 'build-time').counterparts).toEqual([]);
  });

  it('include the target, with its reason', async () => {
    const page = await as('ben');
    await page.getByRole('button', { name: `${en.quarter.links}: Worked the first time` }).click();
    await page.getByRole('textbox', { name: `${en.quarter.targetValue}: Worked the first time` }).fill('96');
    await page.getByLabel(`${en.quarter.targetReason}: Worked the first time`).fill('The panel asked for it');
    await page.getByRole('button', { name: en.quarter.setTarget }).click();
    await page.getByText('Target 96%').waitFor();
    expect(api().state.find('kpis', 'works-first-time').targets.at(-1)).toMatchObject({
      from: '2026-Q2',
      value: '0.96',
      reason: 'The panel asked for it',
    });
  });
});

describe('a quarter as a spreadsheet', () => {
  const downloaded = async (page: Page): Promise<WorkbookTable[]> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: en.myQuarter.template }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('operations-2026-Q2.xlsx');
    return readWorkbook(new Uint8Array(await readFile(await file.path())));
  };
  const actualOf = (tables: readonly WorkbookTable[], kpi: string): string | undefined => {
    const [figures] = tables;
    return figures?.rows.find(([id]) => id === kpi)?.[figures.header.indexOf('actual')];
  };
  const withActual = (tables: readonly WorkbookTable[], kpi: string, actual: string): WorkbookTable[] =>
    tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        table.name === 'figures' && row[0] === kpi ? row.with(table.header.indexOf('actual'), actual) : row,
      ),
    }));
  const takeIn = async (page: Page, tables: readonly WorkbookTable[]): Promise<void> =>
    page.setInputFiles('input[type=file]', {
      name: 'filled.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await writeWorkbook(tables)),
    });

  it('takes what is typed along, and fills the inputs when it comes back; nothing is submitted', async () => {
    const page = await as('ben');
    await entry(page, 'build-time').fill('37.5');
    const tables = await downloaded(page);
    expect(actualOf(tables, 'build-time')).toBe('37.5');
    await takeIn(page, withActual(tables, 'works-first-time', '0.905'));
    await page.getByText('2 figures were taken in').waitFor();
    expect(await entry(page, 'works-first-time').inputValue()).toBe('90.5');
    await untilSaved(page);
    expect(submits()).toHaveLength(0);
  });

  it('says row, column and what is expected of what can’t be read, and takes nothing in', async () => {
    const page = await as('ben');
    const tables = withActual(await downloaded(page), 'units-tested', 'many');
    await takeIn(page, withActual(tables, 'build-time', '37.5'));
    const faults = page.getByRole('alert').filter({ hasText: en.import.unusable });
    await faults.waitFor();
    expect(await faults.getByRole('listitem').innerText()).toMatch(
      /Row 3, actual: Expected .*; found .*many/,
    );
    expect(await entry(page, 'build-time').inputValue()).toBe('');
  });
});

// A department head's whole path on the real local stack: from the mail to the receipt, and back where the board wants
// more; then the same while everything between page and service breaks.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demo } from '../../examples/demo/organisation.ts';
import { readWorkbook, writeWorkbook } from '../../shared/exchange/workbook.ts';
import { en } from '../../web/messages/en.ts';
import { receiptReference, submitButton, untilSaved } from '../web/paths.ts';
import { describeFaults } from './head-faults.ts';
import { tabTo } from './keyboard.ts';
import { figure, handedIn } from './quarters.ts';
import { realVisits } from './real-stack.ts';

const visits = realVisits(demo);
const { as } = visits;
const preview = (page: Page): Locator => page.getByRole('region', { name: en.quarter.preview });
const entry = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** From the list of mail to where the button of the newest mail to somebody leads. */
const fromMail = async (to: string, button: string): Promise<Page> => {
  const mail = await visits.blank();
  await mail.goto(`${visits.origin()}/mail`);
  await mail.getByRole('row').filter({ hasText: to }).first().getByRole('link').click();
  const [page] = await Promise.all([
    mail.waitForEvent('popup'),
    mail.frameLocator('iframe').getByRole('link', { name: button }).click(),
  ]);
  return page;
};

describe('a department head', () => {
  it('comes from the mail, types beside last quarter’s value, sees what the board will see, and submits', async () => {
    await visits.stack().advance(new Date('2026-10-19T06:00:00Z'));
    const page = await fromMail('gareth.llewellyn', 'Open your quarter');
    await page.getByRole('button', { name: en.signIn.action }).click();
    await page.getByRole('link', { name: 'Gareth Llewellyn' }).click();
    await page
      .getByRole('heading', { level: 1, name: '6 of 6 figures are filled in; they were due 4 days ago.' })
      .waitFor();
    const bills = entry(page, 'Customers whose bill was what they expected');
    expect(await bills.innerText()).toContain('Last: 91.7% (Q2 2026)');
    const fault = preview(page).getByText('“Billing run time” is on target in Q3 2026 while its counterpart');
    await fault.waitFor();
    await figure(page, 'bill-as-expected').fill('93');
    await fault.waitFor({ state: 'detached' });
    await bills.getByText(en.status['on-target']).waitFor();
    await untilSaved(page);
    await submitButton(page).click();
    expect(await receiptReference(page)).toBe('finance-2026-Q3-v1');
    await page.context().close();
  });

  it('reads why it came back, and submits it again by keyboard alone', async () => {
    const board = await as('Margaret Oduya', '/report/2026-Q3/departments/finance');
    await board
      .getByRole('textbox', { name: en.review.commentLabel })
      .fill('Is 93 % the month or the quarter?');
    await board.getByRole('button', { name: en.review.return }).click();
    await board.getByText('Is 93 % the month or the quarter?').first().waitFor();
    const page = await as('Gareth Llewellyn');
    await page.getByRole('heading', { level: 1, name: /^Q3 2026 came back with a comment/ }).waitFor();
    await page.getByText('Is 93 % the month or the quarter?').waitFor();
    await tabTo(page, figure(page, 'bill-as-expected'));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('85.8');
    await tabTo(page, page.getByLabel(en.quarter.submitNote));
    await page.keyboard.type('The month; this is the quarter.');
    await untilSaved(page);
    await tabTo(page, submitButton(page));
    await page.keyboard.press('Enter');
    expect(await receiptReference(page)).toBe('finance-2026-Q3-v2');
    const { versions, audited } = await handedIn(visits, 'finance', '2026-Q3');
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'submitted'],
      [1, 'returned'],
    ]);
    expect(audited).toEqual(['finance/2026-Q3/1', 'finance/2026-Q3/2']);
  });

  it('links a proposed counterpart from the finding that lacks it, and the finding clears', async () => {
    const page = await as('Agnieszka Nowak', '/departments/warehouse/quarters/2026-Q3');
    const missing =
      '“Router refurbishment time” is an internal KPI and no customer-facing KPI is linked to it.';
    await preview(page)
      .getByRole('button', { name: `${en.myQuarter.repair}: ${missing}` })
      .click();
    const refurbishment = entry(page, 'Router refurbishment time');
    await refurbishment.getByRole('button', { name: /^Link: Notice to working/ }).click();
    await refurbishment.getByRole('button', { name: 'Unlink Notice to working at the new home' }).waitFor();
    await preview(page).locator('.cleared').getByText(missing).waitFor();
  });

  it('enters the reasons behind a score and the target of the next quarter by keyboard alone', async () => {
    const page = await as('Dele Adeyemi', '/departments/field/quarters/2026-Q3');
    const name = 'Satisfaction with the installation';
    const without = preview(page).getByText('of Q3 2026 comes without a reason.');
    await without.waitFor();
    await tabTo(page, entry(page, name).getByRole('button', { name: `${en.myQuarter.reasons}: ${name}` }));
    await page.keyboard.press('Enter');
    await tabTo(page, entry(page, name).getByRole('textbox', { name: new RegExp(`^${en.myQuarter.theme}`) }));
    await page.keyboard.type('came on time');
    await page.keyboard.press('Tab');
    await page.keyboard.type('41');
    await preview(page).locator('.cleared').getByText('comes without a reason').waitFor();
    await untilSaved(page);
    await tabTo(page, submitButton(page));
    await page.keyboard.press('Enter');
    expect(await receiptReference(page)).toBe('field-2026-Q3-v2');
    await tabTo(page, page.getByRole('link', { name: 'Set the targets for Q4 2026' }));
    await page.keyboard.press('Enter');
    const overtime = page.getByRole('textbox', { name: /: Overtime, share of hours worked$/ });
    await tabTo(page, overtime.first());
    await page.keyboard.type('6');
    await tabTo(page, page.getByRole('button', { name: en.targets.preview }));
    await page.keyboard.press('Enter');
    await page.getByText('Overtime, share of hours worked: no target → 6%').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Set 1 target' }));
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: /1/ }).first().waitFor();
  });

  it('downloads the quarter as a spreadsheet, fills it in and takes it back in', async () => {
    const page = await as('Callum Reid', '/departments/sales/quarters/2026-Q4');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: en.myQuarter.template }).click(),
    ]);
    const tables = await readWorkbook(new Uint8Array(await readFile(await file.path())));
    const filled = tables.map((table) =>
      table.name === 'figures'
        ? { ...table, rows: table.rows.map((row) => row.with(table.header.indexOf('actual'), '0.5')) }
        : table,
    );
    await page.setInputFiles('input[type=file]', {
      name: 'filled.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await writeWorkbook(filled)),
    });
    await page.getByText(/figures were taken in; look at them and submit\.$/).waitFor();
    await page.getByRole('heading', { level: 1, name: /^(\d+) of \1 figures are filled in/ }).waitFor();
    await untilSaved(page);
    await submitButton(page).click();
    expect(await receiptReference(page)).toBe('sales-2026-Q4-v1');
  });
});

describeFaults(visits);

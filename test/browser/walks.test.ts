// Whole paths on the real local stack: an analyst sets up and imports, a head submits without a mouse, an executive
// decides and seals; and every screen is without barriers.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { en } from '../../web/messages/en.ts';
import { inputsOf, receiptReference, submitButton, untilSaved } from '../web/paths.ts';
import { barriersOf } from './barriers.ts';
import { tabTo } from './keyboard.ts';
import { realVisits } from './real-stack.ts';

const analyst = 'Analyst of the group';
const executive = 'Executive of the group';
const lateHead = 'Head of operations, Barts';
const visits = realVisits();
const { as } = visits;

describe('an analyst', () => {
  it('sets up a department; faults land on their inputs, and a conflict keeps what was typed', async () => {
    const page = await as(analyst, '/set-up/departments/new');
    await page.getByRole('button', { name: en.form.create }).click();
    await page.getByText(en.form.required).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await page.getByRole('textbox', { name: en.setUp.name }).fill('Front desk');
    await page.getByRole('combobox', { name: en.setUp.function }).selectOption('customer-service');
    expect(await page.getByRole('textbox', { name: en.setUp.id, exact: true }).inputValue()).toBe(
      'front-desk',
    );
    await page.getByRole('button', { name: en.form.create }).click();
    await page.waitForURL('**/set-up/departments/front-desk');
    await page.getByText(en.form.saved).waitFor();

    const other = await as(analyst, '/set-up/departments/front-desk');
    await other.getByRole('textbox', { name: en.setUp.charter }).fill('It answers.');
    await other.getByRole('textbox', { name: en.setUp.name }).fill('Reception');
    await other.getByRole('button', { name: en.form.save }).click();
    await other.getByText(en.form.saved).waitFor();

    await page.getByRole('textbox', { name: en.setUp.name }).fill('Welcome desk');
    await page.getByRole('button', { name: en.form.save }).click();
    const notice = page.getByRole('alert');
    await notice.getByText(en.form.conflictTitle).waitFor();
    expect(await notice.innerText()).toContain('Front desk → Reception');
    expect(await page.getByRole('textbox', { name: en.setUp.name }).inputValue()).toBe('Welcome desk');
    expect(await page.getByRole('textbox', { name: en.setUp.charter }).inputValue()).toBe('It answers.');
    await page.getByRole('button', { name: en.form.save }).click();
    await page.getByText(en.form.saved).waitFor();
    await page.getByRole('button', { name: en.setUpForm.retire }).click();
    await page.getByRole('button', { name: /^Retire from/ }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('button', { name: /^Retire from/ }).click();
    await page.getByRole('button', { name: en.setUpForm.unretire }).waitFor();
  });

  it('imports a file with three mistakes after putting them right in place', async () => {
    const page = await as(analyst, '/import');
    const csv = [
      'Id,Name,Function',
      'lab,Laboratory,operations',
      'night shift,Night shift,operations',
      'pharmacy,Pharmacy,science',
      'ward,,operations',
    ].join('\n');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'departments.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByText(en.import.matched).waitFor();
    await page.getByRole('button', { name: en.import.check }).click();
    await page.getByRole('heading', { level: 1, name: /^3 mistakes/ }).waitFor();
    await page.getByLabel(/row 3, id$/).fill('night-shift');
    await page.getByLabel(/row 4, function$/).fill('other');
    await page.getByLabel(/row 5, name$/).fill('Ward');
    await page.getByRole('button', { name: en.import.again }).click();
    await page.getByRole('button', { name: 'Write 4 changes' }).click();
    await page.getByRole('heading', { level: 1, name: '4 changes are written' }).waitFor();
    await page.goto(`${visits.origin()}/set-up/departments?q=night`);
    await page.getByRole('link', { name: 'Night shift' }).waitFor();
  });

  it('takes the refused rows away as a file, and brings them back repaired', async () => {
    const page = await as(analyst, '/import');
    const csv = ['Id,Name,Function', 'theatre,Theatre,operations', 'x ray,X-ray,operations'].join('\n');
    const chosen = (name: string, text: string) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await page.locator('input[type=file]').setInputFiles(chosen('departments.csv', csv));
    await page.getByRole('button', { name: en.import.check }).click();
    await page.getByRole('heading', { level: 1, name: /^1 mistake/ }).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: en.import.refused.download }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('departments.refused.csv');
    const refused = await readFile(await download.path(), 'utf8');
    expect(refused).toContain('X-ray');
    expect(refused).not.toContain('Theatre');
    expect(refused).toContain('found x ray, expected an id');
    const repaired = refused.replace('x ray,X-ray', 'x-ray,X-ray');
    await page.locator('input[type=file]').setInputFiles(chosen('departments.refused.csv', repaired));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'x-ray'),
    );
    await page.getByRole('button', { name: en.import.again }).click();
    await page.getByRole('button', { name: 'Write 2 changes' }).click();
    await page.getByRole('heading', { level: 1, name: '2 changes are written' }).waitFor();
  });
});

describe('a department head', () => {
  it('fills in, previews and submits the quarter by keyboard alone', async () => {
    const page = await as(lateHead);
    await inputsOf(page).first().waitFor();
    for (const input of await inputsOf(page).all()) {
      await tabTo(page, input);
      await page.keyboard.type('1');
    }
    await untilSaved(page);
    await page.getByRole('region', { name: en.quarter.preview }).getByRole('status').waitFor();
    await tabTo(page, submitButton(page));
    await page.keyboard.press('Enter');
    expect(await receiptReference(page)).not.toBe('');
  });
});

describe('a waiver', () => {
  it('is asked for by one side by keyboard alone, and approved by another', async () => {
    const register = '/findings?check=missing-counterpart&department=rbk';
    const head = await as('Head of operations, Walsall', register);
    await tabTo(head, head.locator('tbody a').first());
    await head.keyboard.press('Enter');
    await head.getByRole('heading', { name: en.decide.title }).waitFor();
    const address = new URL(head.url()).pathname;
    await tabTo(head, head.getByRole('tab', { name: en.finding.acknowledge }));
    await head.keyboard.press('ArrowRight');
    await head.keyboard.press('ArrowRight');
    await tabTo(head, head.getByLabel(en.decide.reason));
    await head.keyboard.type('The survey of patients starts in summer.');
    await tabTo(head, head.getByLabel(en.decide.until));
    await head.getByLabel(en.decide.until).fill('2023-09-30');
    await tabTo(head, head.getByRole('button', { name: en.decide.waiverDo }));
    await head.keyboard.press('Enter');
    await head.getByText(en.decide.notYou.asker).waitFor();
    const board = await as(executive, address);
    await board.getByText('The survey of patients starts in summer.').first().waitFor();
    await board.getByRole('button', { name: en.decide.approve }).click();
    await board.locator('dl.summary').getByText(en.state.waived).waitFor();
  });
});

describe('an executive', () => {
  it('filters the register, decides an action on a finding, and sees it in the list', async () => {
    const page = await as(executive, '/findings');
    await page.getByLabel(en.findings.check, { exact: true }).selectOption('missing-counterpart');
    await page.waitForURL(/check=missing-counterpart/);
    await page.getByRole('heading', { level: 1, name: /fit the filter$/ }).waitFor();
    const exported = page.waitForEvent('download');
    await page.getByRole('button', { name: en.register.export }).click();
    expect((await exported).suggestedFilename()).toBe('findings.csv');
    await page.locator('tbody a').first().click();
    await page.getByRole('tab', { name: en.decide.tabs.action }).click();
    await page.getByLabel(en.decide.actionText).fill('Ask ten patients a week.');
    await page.getByRole('combobox', { name: en.decide.owner }).fill('Walsall');
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: en.decide.actionDo }).click();
    await page.getByRole('region', { name: en.decide.actionsHere }).getByText('Ask ten patients').waitFor();
    await page.getByRole('link', { name: en.nav.actions, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '1 action is open' }).waitFor();
  });
});

describe('every screen of the set-up and the decisions', () => {
  const paths = {
    [analyst]: [
      '/set-up/kpis',
      '/set-up/journeys/new',
      '/set-up/outcomes/new',
      '/set-up/members/group-analyst',
      '/set-up/policy',
      '/import',
      '/first-steps',
    ],
    [executive]: [
      '/findings?sort=oldest',
      '/set-up/kpis/r0a-bed-occupancy',
      '/actions',
      '/library?entry=loan-decision-time',
      '/api',
      '/mail-preferences',
    ],
  };
  it.each(Object.entries(paths))(
    'is without barriers for the %s',
    async (who, all) => {
      const page = await as(who);
      const found: string[] = [];
      for (const path of all) {
        await page.goto(visits.origin() + path);
        await page.locator('main#content h1').waitFor();
        await page.locator('[aria-busy]').waitFor({ state: 'detached' });
        found.push(...(await barriersOf(page)).map((fault) => `${path}: ${fault}`));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});

// The organisation is changed in a real browser, against a fake service: nothing changes before it was shown, and
// nobody is offered what the service would refuse.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../web/messages/en.ts';
import { barriersOf } from '../browser/barriers.ts';
import { fakeVisits } from './fake-visits.ts';
import { inputsOf, receiptReference, submitButton } from './paths.ts';

const { api, as } = fakeVisits();
const words = en.reorganise;
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const callsOf = (operation: string) => api().calls.filter((call) => call.operation === operation).length;

const renameTo = async (page: Page, name: string): Promise<void> => {
  await button(page, words.menu).click();
  await page.getByRole('menuitem', { name: words.offer.rename }).click();
  await dialog(page).getByLabel(words.name).fill(name);
  await button(page, words.preview).click();
  await dialog(page).getByText('1 thing will change:').waitFor();
};

describe('a reorganisation', () => {
  it('is shown before it is made, and the screen follows', async () => {
    const page = await as('dana', '/set-up/departments/operations');
    await renameTo(page, 'Production');
    expect(await barriersOf(page)).toEqual([]);
    expect(api().state.find('departments', 'operations').name).toBe('Operations');
    await button(page, words.confirm.rename).click();
    await dialog(page).getByText('Done: 1 thing was changed.').waitFor();
    await button(page, words.close).last().click();
    await page.getByRole('heading', { level: 1, name: 'Production' }).waitFor();
    expect(await page.getByLabel(en.setUp.name).first().inputValue()).toBe('Production');
    expect(callsOf('renameDepartment')).toBe(2);
  });

  it('is shown again where somebody was faster', async () => {
    const page = await as('dana', '/set-up/departments/operations');
    await renameTo(page, 'Production');
    const {
      version: _v,
      updatedAt: _a,
      updatedBy: _b,
      ...now
    } = api().state.find('departments', 'operations');
    api().state.put('departments', { ...now, charter: 'We build it right.' }, 'ada');
    await button(page, words.confirm.rename).click();
    await dialog(page).getByText(words.stale).waitFor();
    expect(api().state.find('departments', 'operations').name).toBe('Operations');
    await button(page, words.confirm.rename).click();
    await dialog(page).getByText('Done: 1 thing was changed.').waitFor();
    expect(api().state.find('departments', 'operations')).toMatchObject({
      name: 'Production',
      charter: 'We build it right.',
    });
  });

  it('says at its input what is missing, and asks the service nothing', async () => {
    const page = await as('dana', '/set-up/kpis/build-time?do=move');
    await button(page, words.preview).click();
    await dialog(page).getByText(en.form.required).waitFor();
    expect(callsOf('moveKpi')).toBe(0);
  });

  it('is not offered to those who may not, not even by its address', async () => {
    const page = await as('emil', '/set-up/departments/operations?do=rename');
    await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor();
    expect(await button(page, words.menu).count()).toBe(0);
    expect(await dialog(page).count()).toBe(0);
  });
});

describe('the approval as statutory', () => {
  it('is given by an executive with a reason, and shows who gave it', async () => {
    const page = await as('ada', '/set-up/kpis/units-tested');
    const panel = page.getByRole('region', { name: en.statutory.title });
    await panel.getByLabel(en.statutory.reason).fill('The machinery directive asks for it');
    await panel.getByRole('button', { name: en.statutory.approve }).click();
    await panel.getByText(/^Approved by Ada Okafor on .*: The machinery directive asks for it$/).waitFor();
    expect(api().state.find('kpis', 'units-tested').statutory).toMatchObject({ by: 'ada' });
    await panel.getByRole('button', { name: en.statutory.take }).waitFor();
  });
});

describe('the targets of a quarter', () => {
  it('are set in one step for all KPIs that differ', async () => {
    const page = await as('ben', '/departments/operations/quarters/2026-Q3/targets');
    await page.getByRole('textbox', { name: `${en.quarter.targetValue}: Worked the first time` }).fill('97');
    await page
      .getByRole('textbox', { name: `${en.targets.reason}: Worked the first time` })
      .fill('Asked for');
    await button(page, en.targets.preview).click();
    await page.getByText(/^Worked the first time.*: .+ → 97%$/).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await button(page, 'Set 1 target').click();
    await page.getByText('Done: 1 thing was changed.').waitFor();
    expect(api().state.find('kpis', 'works-first-time').targets.at(-1)).toMatchObject({
      from: '2026-Q3',
      value: '0.97',
      reason: 'Asked for',
      by: 'ben',
    });
    expect(api().state.find('kpis', 'build-time').version).toBe(1);
  });
});

describe('a receipt', () => {
  it('says the same when it is opened later', async () => {
    const page = await as('ben');
    await inputsOf(page).first().waitFor();
    for (const input of await inputsOf(page).all()) await input.fill('42');
    await submitButton(page).click();
    await receiptReference(page);
    const facts = page.locator('dl.receipt');
    const first = await facts.innerText();
    expect(first).toMatch(/[0-9a-f]{64}/);
    await page.goto(`${api().origin}/departments/operations/quarters/2026-Q2/receipt?later`);
    await page.getByText(en.receipt.again).waitFor();
    expect(await facts.innerText()).toBe(first);
  });
});

describe('the wording of a KPI', () => {
  it('is read while it is typed, and said where it disagrees with what is declared', async () => {
    const page = await as('ben', '/set-up/kpis/units-tested');
    await page.getByRole('heading', { level: 1, name: 'Units tested per hour' }).waitFor();
    const hint = page.getByText('The wording reads as “');
    await page.getByLabel(en.setUp.name).first().fill('Customer satisfaction score');
    await hint.waitFor();
    await page.getByRole('button', { name: /^Say “/ }).click();
    await hint.waitFor({ state: 'detached' });
    expect(await page.getByLabel(en.setUp.perspective).first().inputValue()).toBe('customer-facing');
  });
});

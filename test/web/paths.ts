// The paths that people walk, as steps of a browser that work on any stack and any data: they look for roles and
// words, never for a figure of one example.
import type { Locator, Page } from 'playwright-core';
import { en } from '../../web/messages/en.ts';

/** A part of a text with places: what stands before the first place. */
const before = (text: string): string => text.split('{')[0] ?? '';

/** Signs a person in and waits for the first heading of the address. */
export const signIn = async (page: Page, origin: string, name: string, path = '/'): Promise<void> => {
  await page.goto(origin + path);
  await page.getByRole('button', { name: en.signIn.action }).click();
  await page.getByRole('link', { name }).first().click();
  await page.locator('main#content h1').waitFor();
};

/** From the board report: opens the first finding to decide and acknowledges it with a note. */
export const acknowledgeFirstFinding = async (page: Page, note: string): Promise<void> => {
  await page.getByRole('region', { name: en.report.decisions }).getByRole('link').first().click();
  await page.getByRole('heading', { name: en.finding.evidence }).waitFor();
  await page.getByLabel(en.finding.note).fill(note);
  await page.getByRole('button', { name: en.finding.acknowledge }).click();
  await page.getByRole('region', { name: en.finding.history }).getByText(note).waitFor();
};

/** The inputs of a sheet, one a KPI. */
export const inputsOf = (page: Page): Locator => page.locator('input[data-entry]');

/** Fills each input of a sheet with the value beside it, or with `fallback` where there was none before. */
export const fillSheet = async (page: Page, fallback = '1'): Promise<void> => {
  await inputsOf(page).first().waitFor();
  for (const entry of await page.locator('section.entry').all()) {
    const last = await entry.locator('.entry-last').innerText();
    const value = new RegExp(`^${before(en.quarter.last)}[^\\d]*([\\d.]+)`).exec(last)?.[1];
    await entry.locator('input[data-entry]').fill(value ?? fallback);
  }
};

/** Waits until the draft is saved. */
export const untilSaved = (page: Page): Promise<void> =>
  page.getByText(new RegExp(`^${before(en.quarter.draft.saved)}`)).waitFor();

/** The button that submits, whatever number it names. */
export const submitButton = (page: Page): Locator =>
  page.getByRole('button', { name: new RegExp(`^${before(en.quarter.submit.other)}`) });

/** Waits for the receipt, and gives its reference. */
export const receiptReference = async (page: Page): Promise<string> => {
  await page.waitForURL('**/receipt');
  return page.locator('dl.receipt div', { hasText: en.receipt.reference }).locator('dd').innerText();
};

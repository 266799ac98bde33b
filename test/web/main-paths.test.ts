// The two main paths, on whatever stack is under test: an executive reads and acknowledges, a head fills in and
// submits.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../web/messages/en.ts';
import { startBrowser } from './browser.ts';
import {
  acknowledgeFirstFinding,
  fillSheet,
  receiptReference,
  signIn,
  submitButton,
  untilSaved,
} from './paths.ts';
import { type StackUnderTest, stackUnderTest } from './stack-under-test.ts';
import { openPage } from './watched-page.ts';

let stack: StackUnderTest;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([stackUnderTest(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

describe('an executive', () => {
  it('reads the report, opens a finding and acknowledges it', async () => {
    const { page, faults, close } = await openPage(browser);
    await signIn(page, stack.origin, stack.people.executive);
    expect(await page.locator('h1').innerText()).toMatch(/\d.*\.$/);
    await page.getByText(/departments submitted/).waitFor();
    await acknowledgeFirstFinding(page, 'Seen by the board');
    await page.locator('dl.summary').getByText(en.state.acknowledged).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a department head', () => {
  it('fills in the quarter, sees what the board will see, submits, and gets a receipt', async () => {
    const { page, faults, close } = await openPage(browser);
    await signIn(page, stack.origin, stack.people.head);
    await fillSheet(page);
    await untilSaved(page);
    await page.getByRole('region', { name: en.quarter.preview }).getByRole('status').waitFor();
    await submitButton(page).click();
    expect(await receiptReference(page)).not.toBe('');
    expect(faults).toEqual([]);
    await close();
  });
});

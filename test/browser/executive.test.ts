// The executive's whole path on the real local stack: from the mail to the report, to a finding, to its evidence down
// to the row of the file that it was handed in with, to a decision, and to the pack that goes to the board; every mark
// of both maps leads to its evidence in one click; what was switched stays in the address.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demo } from '../../examples/demo/organisation.ts';
import { en } from '../../web/messages/en.ts';
import { realVisits } from './real-stack.ts';

const who = 'Margaret Oduya';
const visits = realVisits(demo);
const home = '/report/2026-Q3';

const wholeReport = (page: Page): Promise<void> => page.locator('[data-mark="no-outcome"]').waitFor();
const decisionsOf = (page: Page): Locator => page.getByRole('region', { name: en.report.decisions });
const pathOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

/** Goes to the next thing that is due, and opens the newest mail to somebody. */
const openMail = async (page: Page, address: string): Promise<void> => {
  const ticked = await fetch(`${visits.origin()}/local/tick`, { method: 'POST' });
  expect(ticked.status).toBe(200);
  await page.goto(`${visits.origin()}/mail`);
  await page.locator('tr', { hasText: address }).first().getByRole('link').click();
};

describe('the executive', () => {
  it('comes from the mail to the report, a finding, its row in the source, decides, and takes the pack along', async () => {
    const mail = await visits.blank();
    await openMail(mail, 'margaret.oduya@');
    const opened = mail.context().waitForEvent('page');
    await mail.frameLocator('iframe').locator(`a[href$="${home}"]`).first().click();
    const page = await opened;
    page.setDefaultTimeout(25_000);
    await page.getByRole('button', { name: en.signIn.action }).click();
    await page.getByRole('link', { name: who }).click();
    await page.waitForURL(`**${home}`);
    await wholeReport(page);
    expect(await page.locator('h1').innerText()).toMatch(/^\d+ of \d+ internal KPIs have no customer-facing/);
    for (const answer of [
      page.locator('.verdict'),
      page.getByRole('region', { name: en.report.coverage }),
      page.getByRole('region', { name: en.board.gaps.title }),
      page.locator('.standing').nth(3),
      decisionsOf(page).getByRole('listitem').nth(3),
    ]) {
      const box = await answer.boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    }

    const first = decisionsOf(page).getByRole('listitem').first().getByRole('link').first();
    const kpi = /“(.+?)”/.exec(await first.innerText())?.[1] ?? '';
    await first.click();
    await page.getByRole('heading', { name: en.finding.evidence }).waitFor();
    const finding = pathOf(page);
    await page.locator(`a[href*="${home}/departments/"][href*="#"]`).first().click();
    const line = page.locator('.kpi-line', { hasText: kpi }).first();
    await line
      .getByRole('button', { name: new RegExp(`^Source of ${kpi}`) })
      .first()
      .click();
    const source = page.getByRole('dialog', { name: en.source.open });
    const [file, row] = [
      await source.locator('dd').nth(0).innerText(),
      await source.locator('dd').nth(1).innerText(),
    ];
    const lines = (await readFile(new URL(`../../examples/demo/${file}`, import.meta.url), 'utf8')).split(
      '\n',
    );
    const id = new URL(page.url()).hash.slice(1);
    expect(lines[Number(row.replace(/\D/g, '')) - 1]).toMatch(new RegExp(`^${id},2026-Q3,`));

    await page.keyboard.press('Escape');
    await page.goBack();
    await page.waitForURL(`**${finding}`);
    await page.getByRole('tab', { name: en.decide.tabs.action }).click();
    await page.getByLabel(en.decide.actionText).fill('Ask every tenth customer whether it was solved.');
    await page.getByRole('combobox', { name: en.decide.owner }).fill('Sofia');
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: en.decide.actionDo }).click();
    await page
      .getByRole('region', { name: en.decide.actionsHere })
      .getByText('every tenth customer')
      .waitFor();
    await page.getByRole('link', { name: en.nav.board }).click();
    await wholeReport(page);
    const told = decisionsOf(page).getByText('every tenth customer');
    for (let tries = 0; tries < 10 && !(await told.isVisible()); tries++) {
      await page.waitForTimeout(1000);
      await page.reload();
      await wholeReport(page);
    }
    expect(await decisionsOf(page).getByRole('listitem').first().innerText()).toContain(
      'every tenth customer',
    );

    const pack = page.waitForEvent('download');
    await page.getByRole('button', { name: en.board.pack }).click();
    const download = await pack;
    expect(download.suggestedFilename()).toBe('board-pack-2026-Q3.pdf');
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(20_000);
  }, 120_000);

  it('gets from every mark of both maps to its evidence in one click', async () => {
    const page = await visits.as(who, home);
    await wholeReport(page);
    for (const id of ['heat', 'map']) {
      const panel = page.locator(`section[aria-labelledby="${id}"]`);
      const unled = await panel
        .locator('[data-mark]:not([data-mark="heard"]):not([data-mark="harming"])')
        .evaluateAll((marks) => marks.filter((mark) => !mark.closest('a[href^="/"]')).length);
      expect(unled).toBe(0);
    }
    const kinds = {
      '#heat': ['gap', 'helps', 'harms'],
      '#map': ['faulty', 'kpi', 'others', 'department', 'outcome', 'no-outcome'],
    };
    for (const mark of Object.values(kinds).flat()) {
      const link = page.locator('a', { has: page.locator(`[data-mark="${mark}"]`) }).first();
      const to = await link.getAttribute('href');
      await link.locator(`[data-mark="${mark}"]`).dispatchEvent('click');
      await page.waitForURL((url) => url.pathname + url.search === to);
      await page.locator('main#content h1').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.goBack();
      await wholeReport(page);
    }
  }, 60_000);

  it('finds quarter, tables and filters again after a reload and by the way back', async () => {
    const page = await visits.as(who, home);
    const table = page.getByRole('button', { name: en.board.asTable }).first();
    await table.click();
    await page.getByText(en.report.matrixLegend).waitFor();
    expect(pathOf(page)).toBe(`${home}?table=heat`);
    await page.reload();
    await page.getByText(en.report.matrixLegend).waitFor();
    await page.goBack();
    await page.locator('[data-mark="gap"]').first().waitFor();

    await page.goto(`${visits.origin()}/report/2026-Q2`);
    await page.getByRole('heading', { level: 1, name: /Q2 2026/ }).waitFor();
    await page.getByLabel(en.report.quarter, { exact: true }).selectOption('2026-Q3');
    await page.waitForURL(`**${home}`);
    await page.goBack();
    await page.waitForURL('**/report/2026-Q2');
    await page.goForward();
    await page
      .locator('section[aria-labelledby="heat"] a', { has: page.locator('[data-mark="gap"]') })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/findings\?check=missing-counterpart&department=/);
    const filtered = pathOf(page);
    const rows = page.locator('tbody tr');
    const filteredRows = async (): Promise<number> => {
      await page.getByRole('heading', { level: 1, name: /fits? the filter$/ }).waitFor();
      await rows.first().waitFor();
      return rows.count();
    };
    const n = await filteredRows();
    await page.reload();
    expect([pathOf(page), await filteredRows()]).toEqual([filtered, n]);
    await rows.first().getByRole('link').first().click();
    await page.getByRole('heading', { name: en.finding.evidence }).waitFor();
    await page.goBack();
    expect([pathOf(page), await filteredRows()]).toEqual([filtered, n]);
  }, 60_000);
});

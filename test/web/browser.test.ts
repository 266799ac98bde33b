// The page in a real browser against a fake service that can be told to fail: nothing typed is lost, nothing counts
// twice, and every view can be sent on by its address.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import { en } from '../../web/messages/en.ts';
import { startBrowser } from './browser.ts';
import { type BuiltPage, buildPage } from './built-page.ts';
import { openAs } from './direct-session.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { inputsOf, receiptReference, signIn, submitButton, untilSaved } from './paths.ts';
import { openPage, type WatchedPage } from './watched-page.ts';

let built: BuiltPage;
let browser: Browser;
let api: FakeApi;
const open: WatchedPage[] = [];

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await built.remove();
});
beforeEach(async () => {
  api = await startFakeApi(built.folder);
});
afterEach(async () => {
  const faults = open.flatMap((one) => one.faults);
  await Promise.all(open.splice(0).map((one) => one.close()));
  await api.stop();
  expect(faults).toEqual([]);
});

const as = async (name: string, path = '/', options?: Parameters<typeof openPage>[1]): Promise<Page> => {
  const watched = await openPage(browser, options);
  open.push(watched);
  await openAs(watched.page, api.origin, name, path);
  return watched.page;
};
const entry = (page: Page, kpi: string) => page.locator(`input[data-entry="${kpi}"]`);
const submits = () => api.calls.filter(({ operation }) => operation === 'submitQuarter');
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
    expect(await receiptReference(page)).toBe('OPERATIONS-2026-Q2-1');
    expect(submits()).toHaveLength(1);
  });

  it('counts once when the answer is lost, and the receipt comes with the next try', async () => {
    const page = await as('ben');
    await fillOperations(page);
    api.trouble('submitQuarter', 'done-but-lost', 50);
    await submitButton(page).click();
    await page.getByText(en.quarter.lost).waitFor();
    expect(await entry(page, 'build-time').inputValue()).toBe('37.5');
    api.trouble('submitQuarter', 'lost', 0);
    await submitButton(page).click();
    expect(await receiptReference(page)).toBe('OPERATIONS-2026-Q2-1');
    expect(new Set(submits().map(({ key }) => key)).size).toBe(1);
    expect(
      api.state.submissions.filter(
        ({ department, quarter }) => department === 'operations' && quarter === '2026-Q2',
      ),
    ).toHaveLength(1);
  });

  it('keeps what was typed when somebody else was faster, and says what to do', async () => {
    const page = await as('cleo');
    const input = entry(page, 'handling-time');
    await input.fill('5.5');
    await untilSaved(page);
    const first = api.state.newest('service', '2026-Q2');
    if (first === undefined) throw new Error('no first version');
    api.state.submissions.push({ ...first, version: 2, submittedBy: 'dana' });
    await submitButton(page).click();
    await page.getByText('Version 2 was submitted meanwhile').waitFor();
    expect(await input.inputValue()).toBe('5.5');
    await submitButton(page).click();
    expect(await receiptReference(page)).toBe('SERVICE-2026-Q2-3');
  });

  it('is asked about once more where KPIs are left blank', async () => {
    const page = await as('ben');
    await entry(page, 'build-time').fill('37.5');
    await submitButton(page).click();
    await page.getByText('2 KPIs have neither a figure nor a reason').waitFor();
    expect(submits()).toHaveLength(0);
    await page.keyboard.press('Enter');
    expect(await receiptReference(page)).toBe('OPERATIONS-2026-Q2-1');
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
    expect(await receiptReference(page)).toBe('OPERATIONS-2026-Q2-1');
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
    api.trouble('putDraft', new Refusal('internal', 'Broken.'), 50);
    await entry(page, 'build-time').fill('37.5');
    await page.getByText(en.quarter.draft.failed).waitFor();
    api.trouble('putDraft', 'lost', 0);
    await page.reload();
    await page.getByText(en.quarter.recovered).waitFor();
    expect(await entry(page, 'build-time').inputValue()).toBe('37.5');
    await untilSaved(page);
    expect(api.state.drafts.get('operations|2026-Q2')?.readings).toEqual([
      { kpi: 'build-time', actual: '37.5' },
    ]);
  });

  it('of somebody else is not replaced unseen by what this tab had kept', async () => {
    const page = await as('ben');
    api.trouble('putDraft', new Refusal('internal', 'Broken.'), 50);
    await entry(page, 'build-time').fill('37.5');
    await page.getByText(en.quarter.draft.failed).waitFor();
    api.trouble('putDraft', 'lost', 0);
    const readings = [{ kpi: 'build-time', actual: '36' }];
    api.state.drafts.set('operations|2026-Q2', { readings, savedAt: '2026-07-20T08:30:00.000Z', basedOn: 0 });
    await page.reload();
    await page.getByText(en.quarter.draft.held).waitFor();
    expect(await entry(page, 'build-time').inputValue()).toBe('37.5');
    expect(api.state.drafts.get('operations|2026-Q2')?.readings).toEqual(readings);
    await page.getByRole('button', { name: en.quarter.draft.retry }).click();
    await untilSaved(page);
    expect(api.state.drafts.get('operations|2026-Q2')?.readings).toEqual([
      { kpi: 'build-time', actual: '37.5' },
    ]);
  });

  it('is written in the member’s locale and kept as decimals', async () => {
    const page = await as('greta');
    expect(await entry(page, 'dispatch').inputValue()).toBe('19,5');
    await entry(page, 'promise-kept').fill('91,25');
    await untilSaved(page);
    const draft = api.state.drafts.get('logistics|2026-Q2');
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
    expect(api.state.find('kpis', 'units-tested')).toMatchObject({
      version: 2,
      counterparts: [{ kpi: 'works-first-time', lag: 0 }],
    });
  });

  it('say what to do when somebody else changed the KPI', async () => {
    const page = await as('ben');
    await page.getByRole('button', { name: `${en.quarter.links}: Build time per unit` }).click();
    const { version: _v, updatedAt: _a, updatedBy: _b, ...kpi } = api.state.find('kpis', 'build-time');
    api.state.put('kpis', kpi, 'dana');
    await page.getByRole('button', { name: 'Unlink Worked the first time, customers say' }).click();
    await page.getByText(en.quarter.linkStale).waitFor();
    await page.getByRole('button', { name: 'Unlink Worked the first time, customers say' }).click();
    await page.getByText(en.quarter.linkSaved, { exact: true }).waitFor();
    expect(api.state.find('kpis', 'build-time').counterparts).toEqual([]);
  });

  it('include the target, with its reason', async () => {
    const page = await as('ben');
    await page.getByRole('button', { name: `${en.quarter.links}: Worked the first time` }).click();
    await page.getByRole('textbox', { name: `${en.quarter.targetValue}: Worked the first time` }).fill('96');
    await page.getByLabel(`${en.quarter.targetReason}: Worked the first time`).fill('The panel asked for it');
    await page.getByRole('button', { name: en.quarter.setTarget }).click();
    await page.getByText('Target 96%').waitFor();
    expect(api.state.find('kpis', 'works-first-time').targets.at(-1)).toMatchObject({
      from: '2026-Q2',
      value: '0.96',
      reason: 'The panel asked for it',
    });
  });
});

describe('a review', () => {
  it('returns a submission with a comment that the head then sees', async () => {
    const board = await as('ada', '/report/2026-Q2/departments/service');
    await board.getByRole('button', { name: en.review.return }).click();
    await board.getByText(en.review.commentNeeded).waitFor();
    await board.getByLabel(en.review.commentLabel).fill('Does 5.9 hold the evening shift?');
    await board.getByRole('button', { name: en.review.return }).click();
    await board.getByText('Returned by Ada Okafor').waitFor();
    const head = await as('cleo');
    await head.getByText('Does 5.9 hold the evening shift?').waitFor();
  });

  it('accepts a submission', async () => {
    const board = await as('dana', '/report/2026-Q2/departments/service');
    await board.getByRole('button', { name: en.review.accept }).click();
    await board.getByText('Accepted by Dana Whitfield').waitFor();
    expect(api.state.newest('service', '2026-Q2')?.state).toBe('accepted');
  });
});

describe('the board report', () => {
  it('shows the answer without scrolling at 1440 x 900', async () => {
    const page = await as('ada');
    const seen = [
      page.getByRole('heading', { level: 1 }),
      page.getByRole('region', { name: en.report.coverage }),
      page.getByRole('region', { name: en.report.alignment }),
      page.getByRole('region', { name: en.report.decisions }).getByRole('link').first(),
      ...(await page.locator('a.gap').all()),
    ];
    expect(seen.length).toBeGreaterThan(5);
    for (const part of seen) {
      const box = await part.boundingBox();
      expect(box === null ? 9999 : box.y + box.height).toBeLessThanOrEqual(900);
    }
  });

  it('leads from a gap to its findings, by an address that can be sent on', async () => {
    const page = await as('ada');
    await page.locator('a.gap').first().click();
    await page.waitForURL(/\/findings\?check=missing-counterpart&department=finance$/);
    await page.getByRole('link', { name: /Days until the first reminder/ }).waitFor();
    expect(await page.getByLabel(en.findings.check).inputValue()).toBe('missing-counterpart');
  });

  it('shows another quarter, whose address can be sent on', async () => {
    const page = await as('ada');
    await page.getByLabel(en.report.quarter, { exact: true }).selectOption({ label: 'Q4 2025' });
    await page.waitForURL('**/report/2025-Q4');
    await page.getByText('Board report · Q4 2025').waitFor();
  });

  it('greys its figures and says why while too few have submitted', async () => {
    api.state.submissions.splice(
      0,
      api.state.submissions.length,
      ...api.state.submissions.filter(({ quarter }) => quarter < '2026-Q2'),
    );
    const page = await as('ada');
    await page.getByText(en.report.incompleteTitle).waitFor();
    expect(await page.locator('.figures.provisional').count()).toBe(1);
  });

  it('teaches where there is none yet', async () => {
    const page = await as('ada', '/report/2026-Q4');
    expect(await page.getByRole('listitem').filter({ hasText: en.report.emptySteps.outcomes }).count()).toBe(
      1,
    );
  });
});

describe('a figure', () => {
  it('shows its source: file, row and column', async () => {
    const page = await as('ada', '/report/2026-Q2/departments/logistics');
    await page.getByRole('button', { name: 'Source of Order to dispatch, Q2 2026' }).click();
    await page.getByText('logistics-2026-Q2.csv').waitFor();
  });
});

describe('the register', () => {
  it('turns pages, and goes back', async () => {
    const page = await as('ada', '/findings');
    const first = await page.locator('tbody a').first().innerText();
    await page.getByRole('link', { name: en.pager.next }).click();
    await page.waitForURL(/cursor=/);
    await page.getByRole('link', { name: en.pager.first }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: first }).waitFor();
  });
});

describe('the frame', () => {
  it('moves the focus to the heading of a new screen, and skips to the content', async () => {
    const page = await as('ada');
    await page.getByRole('link', { name: en.nav.checks, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: en.checks.title }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).toBe(`${en.checks.title} – ${en.product}`);
    await page.getByRole('link', { name: en.frame.skip }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('shows the audit to those who read it, and the own quarter to heads', async () => {
    const executive = await as('ada');
    const head = await as('ben');
    const audit = { name: en.nav.audit, exact: true };
    expect(await executive.getByRole('link', audit).count()).toBe(1);
    expect(await head.getByRole('link', audit).count()).toBe(0);
    expect(await head.getByRole('link', { name: 'Operations', exact: true }).count()).toBe(1);
  });

  it('says who one is, and signs out', async () => {
    const watched = await openPage(browser);
    open.push(watched);
    const { page } = watched;
    await signIn(page, api.origin, 'Ada Okafor');
    await page.getByRole('button', { name: 'Ada Okafor' }).click();
    await page.getByText('ada@northwind.example').waitFor();
    await page.getByRole('button', { name: en.frame.signOut }).click();
    await page.getByRole('heading', { name: en.signIn.question }).waitFor();
  });

  it('comes back after the sign-in to the address that was asked for', async () => {
    const watched = await openPage(browser);
    open.push(watched);
    const { page } = watched;
    await signIn(page, api.origin, 'Ada Okafor', '/findings?level=warning');
    expect(new URL(page.url()).search).toBe('?level=warning');
  });
});

describe('trouble', () => {
  it.each([
    ['forbidden', new Refusal('forbidden', 'No.'), en.errors.byKind.forbidden.advice],
    ['internal', new Refusal('internal', 'No.'), en.errors.byKind.internal.advice],
    ['unauthorized', new Refusal('unauthorized', 'No.'), en.errors.byKind.unauthorized.advice],
    ['a lost connection', 'lost', en.errors.connection.advice],
  ] as const)('of kind %s leads to advice', async (_kind, how, advice) => {
    api.trouble('listFindings', how, 50);
    const page = await as('ada', '/findings');
    await page.getByText(advice).waitFor();
  });

  it('with a screen’s own code says to reload, and the frame stays', async () => {
    const page = await as('ada', '/checks');
    await page.route('**/findings-screen-*.js', (route) => route.abort());
    await page.getByRole('link', { name: en.nav.findings, exact: true }).click();
    await page.getByText(en.errors.page.advice).waitFor();
    await page.unroute('**/findings-screen-*.js');
    open.at(-1)?.forgive();
    await page.getByRole('button', { name: en.errors.reload }).click();
    await page.getByRole('link', { name: /Days until the first reminder/ }).waitFor();
  });

  it('is over when trying again works', async () => {
    api.trouble('listFindings', new Refusal('internal', 'No.'));
    const page = await as('ada', '/findings');
    await page.getByRole('button', { name: en.errors.retry }).click();
    await page.getByRole('link', { name: /Days until the first reminder/ }).waitFor();
  });
});

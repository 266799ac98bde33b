// The page in a real browser, against a fake service that can be told to fail: every view has an address that can be
// sent on, everybody finds the own screens, and trouble comes with advice.
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import { en } from '../../web/messages/en.ts';
import { fakeVisits } from './fake-visits.ts';
import { signIn } from './paths.ts';

const { api, as, blank, forgive } = fakeVisits();

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
    expect(api().state.newest('service', '2026-Q2')?.state).toBe('accepted');
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
    ];
    for (const part of seen) {
      const box = await part.boundingBox();
      expect(box === null ? 9999 : box.y + box.height).toBeLessThanOrEqual(900);
    }
  });

  it('leads from a gap to its findings, by an address that can be sent on', async () => {
    const page = await as('ada');
    await page.locator('svg a[href*="check=missing-counterpart"]').first().click();
    await page.waitForURL(/\/findings\?check=missing-counterpart&department=finance$/);
    await page
      .locator('tbody')
      .getByRole('link', { name: /Days until the first reminder/ })
      .waitFor();
    expect(await page.getByLabel(en.findings.check).inputValue()).toBe('missing-counterpart');
  });

  it('shows another quarter, whose address can be sent on', async () => {
    const page = await as('ada');
    await page.getByLabel(en.report.quarter, { exact: true }).selectOption({ label: 'Q4 2025' });
    await page.waitForURL('**/report/2025-Q4');
    await page.getByText('Board report · Q4 2025').waitFor();
  });

  it('greys its figures and says why while too few have submitted', async () => {
    api().state.submissions.splice(
      0,
      api().state.submissions.length,
      ...api().state.submissions.filter(({ quarter }) => quarter < '2026-Q2'),
    );
    const page = await as('ada');
    await page.getByText(en.report.incompleteTitle).waitFor();
    await page.locator('.figures.provisional').first().waitFor();
    expect(await page.locator('.figures:not(.provisional)').count()).toBe(0);
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
    const page = await blank();
    await signIn(page, api().origin, 'Ada Okafor');
    await page.getByRole('button', { name: 'Ada Okafor' }).click();
    await page.getByText('ada@northwind.example').waitFor();
    await page.getByRole('button', { name: en.frame.signOut }).click();
    await page.getByRole('heading', { name: en.signIn.question }).waitFor();
  });

  it('comes back after the sign-in to the address that was asked for', async () => {
    const page = await blank();
    await signIn(page, api().origin, 'Ada Okafor', '/findings?level=warning');
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
    api().trouble('listFindings', how, 50);
    const page = await as('ada', '/findings');
    await page.getByText(advice).waitFor();
  });

  it('with a screen’s own code says to reload, and the frame stays', async () => {
    const page = await as('ada', '/checks');
    await page.route('**/findings-screen-*.js', (route) => route.abort());
    await page.getByRole('link', { name: en.nav.findings, exact: true }).click();
    await page.getByText(en.errors.page.advice).waitFor();
    await page.unroute('**/findings-screen-*.js');
    forgive();
    await page.getByRole('button', { name: en.errors.reload }).click();
    await page.getByRole('link', { name: /Days until the first reminder/ }).waitFor();
  });

  it('is over when trying again works', async () => {
    api().trouble('listFindings', new Refusal('internal', 'No.'));
    const page = await as('ada', '/findings');
    await page.getByRole('button', { name: en.errors.retry }).click();
    await page.getByRole('link', { name: /Days until the first reminder/ }).waitFor();
  });
});

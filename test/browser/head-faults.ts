// Everything that can break while a head submits, against the real service: afterwards nothing typed is lost, a reload
// included, the submission is there exactly once, and the page has said what happened and what to do.
import type { Page, Request, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../web/messages/en.ts';
import { inputsOf, receiptReference, submitButton, untilSaved } from '../web/paths.ts';
import { figure, handedIn } from './quarters.ts';
import type { RealVisits } from './real-stack.ts';

const quarter = '2026-Q4';
const sheetOf = (department: string): string => `/departments/${department}/quarters/${quarter}`;
const isSubmit = (request: Request): boolean =>
  request.method() === 'POST' && /\/submission$/.test(new URL(request.url()).pathname);

/** Lets a fault happen to the next tries to submit; `times`: how many. How many there were is said. */
const meddle = async (page: Page, times: number, fault: (route: Route) => Promise<void>) => {
  let met = 0;
  await page.route('**/v1/**', async (route) => {
    if (!isSubmit(route.request()) || met === times) return route.fallback();
    met++;
    return fault(route);
  });
  return () => met;
};
/** The figures as they stand in the inputs. */
const typedIn = async (page: Page): Promise<string[]> =>
  Promise.all((await inputsOf(page).all()).map((input) => input.inputValue()));

/** Types a figure into each input; answers what stands there then. */
const typeAll = async (page: Page): Promise<string[]> => {
  await inputsOf(page).first().waitFor();
  for (const [i, input] of (await inputsOf(page).all()).entries()) await input.fill(String(i + 1));
  return typedIn(page);
};
const reloaded = async (page: Page): Promise<string[]> => {
  await page.reload();
  await inputsOf(page).first().waitFor();
  return typedIn(page);
};

/** Describes the faults; each is met by another department in a quarter of which nothing is submitted yet. */
export const describeFaults = (visits: RealVisits): void => {
  const { as } = visits;
  const expectOnce = async (department: string, version = 1): Promise<void> => {
    const { versions, audited } = await handedIn(visits, department, quarter);
    const all = Array.from({ length: version }, (_, i) => i + 1);
    expect(versions.map((one) => one.version)).toEqual(all.toReversed());
    expect(audited).toEqual(all.map((one) => `${department}/${quarter}/${one}`));
  };
  const submitted = async (page: Page, department: string): Promise<void> => {
    await submitButton(page).click();
    expect(await receiptReference(page)).toBe(`${department}-${quarter}-v1`);
    await expectOnce(department);
  };

  describe('submitting', () => {
    it('offline: is said, keeps what is typed, and works when the network is back', async () => {
      const page = await as('Agnieszka Nowak', sheetOf('warehouse'));
      await inputsOf(page).first().waitFor();
      await page.context().setOffline(true);
      const typed = await typeAll(page);
      await page.getByText(en.myQuarter.offline).waitFor();
      await submitButton(page).click();
      await page.getByText(en.quarter.lost).waitFor();
      expect(await typedIn(page)).toEqual(typed);
      await page.context().setOffline(false);
      await untilSaved(page);
      expect(await reloaded(page)).toEqual(typed);
      await submitted(page, 'warehouse');
    });

    it('with a request that never arrives: is said, and counts once', async () => {
      const page = await as('Priya Raman', sheetOf('marketing'));
      const typed = await typeAll(page);
      const met = await meddle(page, 2, (route) => route.abort('connectionfailed'));
      await submitButton(page).click();
      await page.getByText(en.quarter.lost).waitFor();
      expect([met(), (await handedIn(visits, 'marketing', quarter)).versions]).toEqual([2, []]);
      expect(await reloaded(page)).toEqual(typed);
      await submitted(page, 'marketing');
    });

    it('with an answer that is lost: the receipt comes by itself when the network is back', async () => {
      const page = await as('Dele Adeyemi', sheetOf('field'));
      const typed = await typeAll(page);
      await meddle(page, 2, async (route) => {
        await route.fetch();
        await route.abort('connectionfailed');
      });
      await submitButton(page).click();
      await page.getByText(en.quarter.lost).waitFor();
      expect(await typedIn(page)).toEqual(typed);
      await page.context().setOffline(true);
      await page.context().setOffline(false);
      expect(await receiptReference(page)).toBe('field-2026-Q4-v1');
      await expectOnce('field');
    });

    it('with an answer that is lost: after a reload the receipt comes by itself', async () => {
      const page = await as('Leila Farouk', sheetOf('people'));
      await typeAll(page);
      await meddle(page, 2, async (route) => {
        await route.fetch();
        await route.abort('connectionfailed');
      });
      await submitButton(page).click();
      await page.getByText(en.quarter.lost).waitFor();
      await page.reload();
      expect(await receiptReference(page)).toBe('people-2026-Q4-v1');
      await expectOnce('people');
    });

    it('to a service that is busy, then failing: says how long to wait, and counts once', async () => {
      const page = await as('Sofia Marques', sheetOf('care'));
      const typed = await typeAll(page);
      const busy = {
        status: 503,
        headers: { 'retry-after': '1' },
        contentType: 'application/json',
        body: '{}',
      };
      await meddle(page, 2, (route) => route.fulfill(busy));
      await submitButton(page).click();
      await page.getByText('Submit again in 1 second: it counts once.').waitFor();
      await page.unrouteAll();
      await meddle(page, 1, (route) => route.fulfill({ ...busy, status: 500, headers: {} }));
      await submitButton(page).click();
      await page.getByText(en.myQuarter.failedThere).waitFor();
      expect(await reloaded(page)).toEqual(typed);
      await submitted(page, 'care');
    });

    it('twice at once, and after the back button: counts once', async () => {
      const page = await as('Yuki Tanaka', sheetOf('it'));
      const typed = await typeAll(page);
      await submitButton(page).dblclick();
      expect(await receiptReference(page)).toBe('it-2026-Q4-v1');
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Q4 2026 is submitted.' }).waitFor();
      expect(await typedIn(page)).toEqual(typed);
      await expectOnce('it');
    });

    it('after the sign-in has ended: leads back to what was typed', async () => {
      const page = await as('Hannah Weiss', sheetOf('network'));
      const typed = await typeAll(page);
      await untilSaved(page);
      await page.route('**/v1/**', (route) =>
        route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer ended' } }),
      );
      await figure(page, 'core-availability').fill('77');
      await page.getByText(en.errors.byKind.unauthorized.title).first().waitFor();
      await submitButton(page).click();
      await page.getByText(en.quarter.refused).waitFor();
      await page.unrouteAll();
      await page.getByRole('button', { name: en.signIn.again }).first().click();
      await page.getByRole('link', { name: 'Hannah Weiss' }).first().click();
      await figure(page, 'core-availability').waitFor();
      expect(await figure(page, 'core-availability').inputValue()).toBe('77');
      expect((await typedIn(page)).filter((text, i) => text !== typed[i])).toEqual(['77']);
      await submitted(page, 'network');
    });

    it('after a deputy was faster: shows whose figures differ, keeps the own, and makes the next version', async () => {
      const [head, deputy] = await Promise.all([
        as('Gareth Llewellyn', sheetOf('finance')),
        as('Rosa Delgado', sheetOf('finance')),
      ]);
      await head.context().setOffline(true);
      await figure(head, 'billing-run-time').fill('46');
      await figure(head, 'refund-time').fill('11');
      await head.getByText(en.myQuarter.offline).waitFor();
      await figure(deputy, 'billing-run-time').fill('50');
      await figure(deputy, 'cost-to-serve').fill('5.4');
      await untilSaved(deputy);
      await head.context().setOffline(false);
      const clash = head.getByRole('alert').filter({ hasText: en.myQuarter.clashTitle });
      await clash.getByText('Billing run time: 46 is yours, 50 is theirs.').waitFor();
      expect(await figure(head, 'cost-to-serve').inputValue()).toBe('5.4');
      expect(await figure(head, 'refund-time').inputValue()).toBe('11');
      await head.getByRole('button', { name: en.quarter.draft.retry }).click();
      await untilSaved(head);
      const blankToo = (page: Page) => page.getByRole('button', { name: en.quarter.submitBlank });
      await meddle(head, 1, async (route) => {
        await submitButton(deputy).click();
        await blankToo(deputy).click();
        await receiptReference(deputy);
        await route.continue();
      });
      await submitButton(head).click();
      await blankToo(head).click();
      await head.getByText(/^Version 1 was submitted meanwhile/).waitFor();
      expect(await figure(head, 'billing-run-time').inputValue()).toBe('46');
      await blankToo(head).click();
      expect(await receiptReference(head)).toBe('finance-2026-Q4-v2');
      await expectOnce('finance', 2);
    });

    it('after the quarter has closed: is refused, and says that the figures stay for the head alone', async () => {
      const page = await as('Gareth Llewellyn', '/departments/finance/quarters/2026-Q3');
      await figure(page, 'billing-run-time').fill('44');
      await untilSaved(page);
      visits.stack().clock.moveTo(new Date('2026-11-16T06:00:00Z'));
      await figure(page, 'billing-run-time').fill('43');
      await page.getByText(en.myQuarter.closedTitle).waitFor();
      expect(await figure(page, 'billing-run-time').inputValue()).toBe('43');
      await page.reload();
      await page.getByText(en.myQuarter.closedTitle).waitFor();
      expect(await figure(page, 'billing-run-time').inputValue()).toBe('43');
    });
  });
};

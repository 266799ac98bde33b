// Another language is one more file: with one made from the English texts between marks, and a company whose own words
// stand between other marks, every screen of the real page on the real stack is looked at for a text without any mark.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demo } from '../../examples/demo/organisation.ts';
import { idFrom } from '../../shared/exchange/id-from.ts';
import { en } from '../../web/messages/en.ts';
import { withMarkedLanguage } from '../languages/marked-language.ts';
import { markedExample } from './marked-data.ts';
import { realVisits } from './real-stack.ts';
import { strayIn, textsOf } from './visible-texts.ts';

const example = markedExample(demo);
const { as } = realVisits(example, withMarkedLanguage);

const idsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  const proposed = 'name' in value && typeof value.name === 'string' ? [idFrom(value.name)] : [];
  const channels = 'channels' in value && Array.isArray(value.channels) ? value.channels : [];
  return [...own, ...proposed, ...channels.map(String), ...Object.values(value).flatMap(idsIn)];
};
// Who runs the service is an actor of the audit, too.
const ids = new Set([...idsIn(example), 'operator']);
const keyPart = /^(?:[\d.:-]+|\d{4}-Q\d|\d+-[0-9a-f]{12})$/;
const machineWord =
  /^(?:\S+@\S+\.\S+|[0-9a-f]{12,}|[A-Z]{3}|[a-z0-9-]+-\d{4}-Q\d-v\d+|[a-z-]+\.[a-z-]+|\{[\s\S]*\})$/;
/** Ids, those that names propose, addresses, hashes, currencies and payloads are the same in every language. */
const isData = (text: string): boolean =>
  text
    .split(/[\s·,/]+/)
    .every((word) => word === '' || keyPart.test(word) || ids.has(word.replace(/^local-/, ''))) ||
  machineWord.test(text);

/** A screen, and what is opened on it before one looks. */
interface Look {
  readonly path: string;
  readonly first?: (page: Page) => Promise<unknown>;
}

const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
};

/** Waits until nothing has been drawn or asked for a moment. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const done = () => {
          if (
            document.querySelector('main#content h1') === null ||
            document.querySelector('[aria-busy=true]')
          )
            return;
          watch.disconnect();
          resolve();
        };
        let timer = setTimeout(done, 250);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 250);
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );

const straysOn = async (page: Page, looks: readonly Look[]): Promise<string[]> => {
  const strays: string[] = [];
  for (const { path, first } of looks) {
    await goTo(page, path);
    await settled(page);
    if (first !== undefined) {
      await first(page);
      await settled(page);
    }
    strays.push(...strayIn(await textsOf(page), isData).map((text) => `${path}: ${text}`));
  }
  return strays;
};

const click = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();
const report = '/report/2026-Q3';

describe('in another language no word is left over', () => {
  it('for an executive', async () => {
    const page = await as('Margaret Oduya', report);
    await page.locator('[data-mark="no-outcome"]').waitFor();
    expect(
      await straysOn(page, [
        { path: report, first: click(en.board.asTable) },
        { path: '/report/2024-Q1' },
        { path: `${report}/outcomes/works-soon` },
        { path: `${report}/outcomes/nothing` },
        { path: `${report}/journeys/buying` },
        { path: `${report}/departments/warehouse`, first: click(en.source.open) },
        { path: '/findings' },
        { path: '/findings?check=diverging-pair', first: (it) => it.locator('tbody a').first().click() },
        { path: '/findings?check=watermelon', first: (it) => it.locator('tbody a').first().click() },
        { path: '/findings?check=missing-counterpart', first: (it) => it.locator('tbody a').first().click() },
        { path: '/actions' },
        { path: '/checks' },
        { path: '/checks/missing-counterpart' },
        { path: '/checks/nothing' },
        { path: '/mail-preferences' },
        { path: '/library' },
        { path: '/library?entry=net-promoter-score' },
        { path: '/library?q=nothing-of-the-kind' },
        { path: '/api' },
        { path: '/set-up/organisation' },
        { path: '/set-up/policy' },
        { path: '/nowhere', first: click('«Margaret Oduya»') },
      ]),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  }, 120_000);

  it('for an analyst', async () => {
    const page = await as('Noor Haddad', '/first-steps');
    const lists = ['departments', 'journeys', 'outcomes', 'capabilities', 'objectives', 'kpis', 'members'];
    const forms = lists.filter((kind) => kind !== 'objectives' && kind !== 'kpis');
    const faults = click(en.form.create);
    expect(
      await straysOn(page, [
        { path: '/first-steps' },
        { path: '/import' },
        ...lists.map((kind) => ({ path: `/set-up/${kind}` })),
        ...forms.map((kind) => ({ path: `/set-up/${kind}/new`, first: faults })),
        { path: '/set-up/objectives/new' },
        { path: '/set-up/kpis/new' },
        { path: '/set-up/departments/field' },
        { path: '/set-up/outcomes/works-soon' },
        { path: '/set-up/journeys/buying' },
        { path: '/set-up/kpis/order-to-dispatch' },
        { path: '/set-up/members/noor-haddad' },
      ]),
    ).toEqual([]);
  }, 120_000);

  it('for a department head', async () => {
    const page = await as('Gareth Llewellyn');
    const quarter = '/departments/finance/quarters/2026-Q3';
    expect(
      await straysOn(page, [
        { path: quarter, first: click(en.quarter.links) },
        { path: `${quarter}/targets` },
        { path: '/departments/finance/quarters/2026-Q2' },
        { path: '/departments/finance/quarters/2026-Q2/receipt' },
        { path: '/set-up/kpis/new', first: click(en.form.create) },
        { path: '/set-up/objectives/new', first: click(en.form.create) },
        { path: '/audit' },
      ]),
    ).toEqual([]);
  }, 120_000);

  it('for an auditor', async () => {
    const page = await as('Inês Carvalho', '/audit');
    expect(
      await straysOn(page, [{ path: '/audit' }, { path: '/audit?kind=kpi&id=order-to-dispatch' }]),
    ).toEqual([]);
  }, 120_000);
});

describe('before the sign-in', () => {
  it('the language is that of the browser', async () => {
    const page = await as('Margaret Oduya', '/checks');
    await page.getByRole('button', { name: '«Margaret Oduya»' }).click();
    await page.getByRole('button', { name: en.frame.signOut }).click();
    await page.getByRole('heading', { name: en.signIn.question, exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});

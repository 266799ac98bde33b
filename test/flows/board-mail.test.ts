// Once a quarter, after it has closed, executives are told how it ended: exactly once each, drawn from one report, and
// sent even where the drawing fails.
import { describe, expect, it } from 'vitest';
import { runBoardMail } from '../../shared/flows/board-mail.ts';
import { type Drawer, type MailPart, sendMail, sweepMails } from '../../shared/flows/send.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { mailedReport } from '../../shared/report/mailed-report.ts';
import { allMails, readMailed } from '../../shared/table/outbox.ts';
import type { Company } from './company.ts';
import { founded } from './company-story.ts';

const deps = (company: Company) => ({ ...company.deps, pageUrl: 'https://counterpart.example' });
const boardMails = async (company: Company) =>
  (await allMails(company.table, company.org)).filter(({ mail }) => mail.kind === 'board');
const ids = async (company: Company) => (await boardMails(company)).map(({ mail }) => mail.id);
const executive = (name: string, mail: object = {}, more: object = {}) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  roles: ['executive'],
  mail: { digest: 'weekly', reminders: true, ...mail },
  ...more,
});

/** Evaluated on 20 July 2026; Q2 closes with 14 August. */
const reporting = async () => {
  const company = await founded();
  await company.put('member', 'eve', executive('Eve'));
  await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
  await company.evaluate();
  return company;
};
const theNightAfter = '2026-08-15T00:30:00Z';
const closed = async () => {
  const company = await reporting();
  await runTick(deps(company), theNightAfter);
  return company;
};
const eve = 'board.2026-Q2.eve';
const stateOf = async (company: Company) => (await boardMails(company))[0]?.state;
const part: MailPart = {
  file: 'heat-map.png',
  type: 'image/png',
  bytes: new Uint8Array([1]),
  cid: 'heat-map',
};
/** A mailer that keeps what it was given. */
const catcher = () => {
  const taken: { readonly html: string; readonly parts: readonly MailPart[] }[] = [];
  const mailer = async (_: unknown, { html }: { readonly html: string }, parts: readonly MailPart[] = []) => {
    taken.push({ html, parts });
    return { outcome: 'taken', messageId: 'm-1' } as const;
  };
  return { taken, mailer };
};

describe('the mail about a closed quarter', () => {
  it('comes in the night after the closing date, to executives alone, with the headline as subject', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-08-14T00:30:00Z');
    expect(await ids(company)).toEqual([]);
    await runTick(deps(company), theNightAfter);
    expect(await ids(company)).toEqual([eve]);
    const [kept] = await boardMails(company);
    expect(kept?.mail).toMatchObject({
      subject: '1 of 1 internal KPIs has no customer-facing counterpart that counts in Q2 2026.',
      stop: expect.stringMatching(/^https:\/\/counterpart\.example\/v1\/unsubscribe\//),
      drawing: { quarter: '2026-Q2', locale: 'en-GB', file: 'Board pack Q2 2026.pdf' },
    });
    const { text = '', html = '' } = kept?.mail ?? {};
    expect(text).toContain('Counterpart coverage: 0 of 1, as in Q1 2026');
    expect(text).toContain('The board pack is attached: Board pack Q2 2026.pdf.');
    expect(text).toContain('1. Decide: Error: “Order to dispatch” is an internal KPI');
    expect(html).toMatch(/<img src="cid:heat-map" alt="2 departments act on \d+ customer outcomes\. /);
    expect(text).toContain('https://counterpart.example/report/2026-Q2');
  });

  it('comes once, however often the nights run and whoever runs them at once', async () => {
    const company = await reporting();
    await Promise.all([1, 2, 3].map(() => runBoardMail(deps(company), company.org, { at: theNightAfter })));
    expect(await ids(company)).toEqual([]);
    await Promise.all([runTick(deps(company), theNightAfter), runTick(deps(company), theNightAfter)]);
    await company.put('member', 'fred', executive('Fred'));
    await runTick(deps(company), '2026-08-16T00:30:00Z');
    await runTick(deps(company), '2026-08-17T00:30:00Z');
    expect(await ids(company)).toEqual([eve]);
    await runTick(deps(company), '2026-11-15T01:30:00Z');
    expect(await ids(company)).toEqual([eve, 'board.2026-Q3.eve', 'board.2026-Q3.fred']);
  });

  it('goes on after a crash with the report that it began with', async () => {
    const company = await reporting();
    const failing = {
      ...deps(company),
      languageFor: async () => {
        throw new Error('cut off');
      },
    };
    await expect(runTick(failing, theNightAfter)).rejects.toThrow('1 organisations could not be served');
    expect(await ids(company)).toEqual([]);
    const kept = await readMailed(company.table, company.org, '2026-Q2', mailedReport);
    await company.submit('warehouse', '2026-Q2', { dispatch: '20' });
    await company.evaluate();
    await runTick(deps(company), '2026-08-15T00:45:00Z');
    expect(await ids(company)).toEqual([eve]);
    expect(await readMailed(company.table, company.org, '2026-Q2', mailedReport)).toEqual(kept);
    expect((await boardMails(company))[0]?.mail.text).toContain('the figures of 1 of 2 departments');
  });

  it('honours what members want: no digest, a pause, stopped mail, the locale', async () => {
    const company = await reporting();
    await company.put('member', 'eve', executive('Eve', { digest: 'never' }));
    await company.put('member', 'fred', executive('Fred', { pausedUntil: '2026-08-31' }));
    await company.put('member', 'gil', executive('Gil', { unsubscribedAt: '2026-07-21T09:00:00Z' }));
    await company.put('member', 'hilde', executive('Hilde', { digest: 'monthly' }, { locale: 'de-DE' }));
    await runTick(deps(company), theNightAfter);
    const mails = await boardMails(company);
    expect(mails.map(({ mail }) => [mail.member, mail.drawing?.locale])).toEqual([['hilde', 'de-DE']]);
  });
});

describe('sending it', () => {
  it('draws from what was kept, and hands both files over', async () => {
    const company = await closed();
    const { taken, mailer } = catcher();
    const draw: Drawer = async ({ report }, { locale, file }, memberName) => {
      expect([report.quarter, locale, file, memberName('eve')]).toEqual([
        '2026-Q2',
        'en-GB',
        'Board pack Q2 2026.pdf',
        'Eve',
      ]);
      return [part];
    };
    await Promise.all([1, 2, 3].map(() => sendMail(company.deps, mailer, company.org, eve, draw)));
    expect(taken.map(({ parts }) => parts)).toEqual([[part]]);
    expect(taken[0]?.html).toContain('cid:heat-map');
    expect(await stateOf(company)).toBe('sent');
  });

  it('goes out without picture and pack where they can’t be drawn, and says so', async () => {
    const company = await closed();
    const { taken, mailer } = catcher();
    const draw: Drawer = async () => {
      throw new Error('no such module');
    };
    await sendMail(company.deps, mailer, company.org, eve, draw);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.parts).toEqual([]);
    expect(taken[0]?.html).not.toContain('<img');
    expect(taken[0]?.html).toContain('The board pack could not be attached; the page makes it at any time.');
    expect(await stateOf(company)).toBe('sent');
    expect(company.logged).toContainEqual({
      level: 'error',
      message: 'mail could not be drawn',
      fields: { org: company.org, mail: eve, reason: 'no such module' },
    });
  });

  it('goes out without them once, where the drawing took the process down', async () => {
    const company = await closed();
    const { taken, mailer } = catcher();
    const never: Drawer = () => new Promise(() => undefined);
    void sendMail(company.deps, mailer, company.org, eve, never);
    await expect.poll(() => stateOf(company)).toBe('drawing');
    expect(await sendMail(company.deps, mailer, company.org, eve, async () => [part])).toBe('settled');
    await sweepMails(company.deps, company.org);
    expect(await stateOf(company)).toBe('drawing');
    const later = { ...company.deps, machineNow: () => Date.parse(company.at) + 600_001 };
    await sweepMails(later, company.org);
    expect(await stateOf(company)).toBe('undrawn');
    await Promise.all([1, 2].map(() => sendMail(later, mailer, company.org, eve, async () => [part])));
    expect(taken.map(({ parts }) => parts)).toEqual([[]]);
    expect(await stateOf(company)).toBe('sent');
  });

  it('stays unsent where mail was stopped meanwhile', async () => {
    const company = await closed();
    await company.put('member', 'eve', executive('Eve', { unsubscribedAt: '2026-08-15T05:00:00Z' }));
    const { taken, mailer } = catcher();
    await sendMail(company.deps, mailer, company.org, eve, async () => [part]);
    expect(taken).toEqual([]);
    expect(await stateOf(company)).toBe('withheld');
  });
});

// What members want of mail is what they get: weekly, monthly, never, paused, stopped at once; and what nobody answers
// comes before the executives, once.
import { describe, expect, it } from 'vitest';
import { sendMail } from '../../shared/flows/send.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { verify } from '../../shared/flows/verify.ts';
import { allAnchors } from '../../shared/table/anchors.ts';
import { allMails } from '../../shared/table/outbox.ts';
import type { Company } from './company.ts';
import { dispatchBody, founded } from './company-story.ts';

const deps = (company: Company) => ({ ...company.deps, pageUrl: 'https://counterpart.example' });
const ids = async (company: Company, kind = 'digest') =>
  (await allMails(company.table, company.org))
    .map(({ mail }) => mail.id)
    .filter((id) => id.startsWith(kind))
    .sort();
const mailOf = async (company: Company, id: string) =>
  (await allMails(company.table, company.org)).find(({ mail }) => mail.id === id);

const eve = (mail: object = {}) => ({
  name: 'Eve',
  email: 'eve@example.org',
  roles: ['executive'],
  mail: { digest: 'weekly', reminders: true, ...mail },
});
const hanna = (more: object = {}) => ({
  name: 'Hanna',
  email: 'hanna@example.org',
  roles: ['department-head'],
  heads: ['warehouse', 'service'],
  ...more,
});
/** Evaluated on Monday, 20 July 2026. */
const reporting = async (mail: object = {}) => {
  const company = await founded();
  await company.put('member', 'eve', eve(mail));
  await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
  await company.evaluate();
  return company;
};
/** Changes something, so that there is news. */
const news = async (company: Company, counterparts: readonly string[]) => {
  await company.put('kpi', 'dispatch', dispatchBody(counterparts));
  await company.evaluate();
};

describe('a digest', () => {
  it('comes monthly to whom wants it so, with all that is new since the last monthly one', async () => {
    const company = await reporting({ digest: 'monthly' });
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    expect(await ids(company)).toEqual(['digest.2026-07-27.hanna']);
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    expect(await ids(company)).toEqual(['digest.2026-07-27.hanna', 'digest.2026-08-03.eve']);
    expect((await mailOf(company, 'digest.2026-08-03.eve'))?.mail.text).toContain(
      '“Order to dispatch” is an internal KPI and no customer-facing KPI is linked to it.',
    );
    await news(company, ['promise-kept']);
    await runTick(deps(company), '2026-08-10T05:00:00Z');
    expect((await ids(company)).filter((id) => id.endsWith('eve'))).toEqual(['digest.2026-08-03.eve']);
    await runTick(deps(company), '2026-09-07T05:00:00Z');
    expect((await ids(company)).filter((id) => id.endsWith('eve'))).toHaveLength(2);
  });

  it('does not come while it is paused, to the last day inclusive', async () => {
    const company = await reporting({ pausedUntil: '2026-07-27' });
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    expect(await ids(company)).toEqual(['digest.2026-07-27.hanna']);
    await news(company, ['promise-kept']);
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    expect(await ids(company)).toContain('digest.2026-08-03.eve');
  });

  it('carries the link that stops mail, for people and for mail programs', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    const { mail } = (await mailOf(company, 'digest.2026-07-27.eve')) ?? {};
    expect(mail?.stop).toMatch(/^https:\/\/counterpart\.example\/v1\/unsubscribe\/acme\.eve\.[0-9a-f]{64}$/);
    expect(mail?.text).toContain('Stop all mail: https://counterpart.example/unsubscribe?token=acme.eve.');
    expect(mail?.html).toContain('>Stop all mail</a>');
  });

  it('that is queued when mail is stopped is not sent', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    await company.put('member', 'eve', eve({ unsubscribedAt: '2026-07-27T05:01:00Z' }));
    const mailer = async () => {
      throw new Error('nothing must be sent');
    };
    expect(await sendMail(company.deps, mailer, company.org, 'digest.2026-07-27.eve')).toBe('settled');
    expect(await mailOf(company, 'digest.2026-07-27.eve')).toMatchObject({ state: 'withheld' });
    await news(company, ['promise-kept']);
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    expect(await ids(company)).not.toContain('digest.2026-08-03.eve');
  });

  it('tells executives whom nobody tells, until there is a deputy', async () => {
    const company = await reporting();
    await company.put('member', 'hanna', hanna({ mail: { digest: 'never', reminders: true } }));
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    const first = await mailOf(company, 'digest.2026-07-27.eve');
    expect(first?.mail.text).toMatch(
      /Nobody in Warehouse is told of its \d+ error findings?: Hanna stopped mail, and no deputy is named\./,
    );
    await company.put('member', 'dan', {
      name: 'Dan',
      email: 'dan@example.org',
      roles: ['department-head'],
      deputyOf: [
        { department: 'warehouse', until: '2026-12-31' },
        { department: 'service', until: '2026-12-31' },
      ],
    });
    await news(company, ['nobody-knows']);
    await company.put('kpi', 'other', { ...dispatchBody([]), name: 'Parcels lost' });
    await company.evaluate();
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    expect((await mailOf(company, 'digest.2026-08-03.eve'))?.mail.text).not.toContain('Nobody in');
    expect(await ids(company)).toContain('digest.2026-08-03.dan');
  });
});

describe('an escalation', () => {
  it('never comes in the first quarter, then once for each finding that waits too long', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-09-29T01:00:00Z');
    expect(await ids(company, 'escalation')).toEqual([]);
    await runTick(deps(company), '2026-10-02T01:00:00Z');
    expect(await ids(company, 'escalation')).toEqual(['escalation.2026-10-02.eve']);
    const { mail } = (await mailOf(company, 'escalation.2026-10-02.eve')) ?? {};
    expect(mail?.subject).toMatch(/^Unanswered for over 30 days: /);
    expect(mail?.text).toContain('Order to dispatch');
    await runTick(deps(company), '2026-10-03T01:00:00Z');
    expect(await ids(company, 'escalation')).toHaveLength(1);
  });
});

describe('the night', () => {
  it('anchors the audit, whose chains and anchors then all fit', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-07-21T00:30:00Z');
    company.at = '2026-07-21T09:00:00Z';
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await runTick(deps(company), '2026-07-22T00:30:00Z');
    await runTick(deps(company), '2026-07-22T00:45:00Z');
    const anchors = await allAnchors(company.table, company.org);
    expect(anchors.map(({ day }) => day)).toEqual(['2026-07-21', '2026-07-22']);
    expect(anchors[1]?.previous).toBe(anchors[0]?.hash);
    expect((await verify(company.table, company.org)).broken).toEqual([]);
  });
});

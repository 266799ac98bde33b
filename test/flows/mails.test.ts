// Time makes mails due: exactly one each, naming the finding, and none when nothing has changed.
import { describe, expect, it } from 'vitest';
import { noteMailEvent, sendMail, sweepMails, unknownAfter } from '../../shared/flows/send.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { putDefinition, readDefinition, unstamped } from '../../shared/table/definitions.ts';
import { organisationsDue } from '../../shared/table/organisations.ts';
import { allMails, queueMails } from '../../shared/table/outbox.ts';
import type { Company } from './company.ts';
import { dispatchBody, founded } from './company-story.ts';

const deps = (company: Company) => ({ ...company.deps, pageUrl: 'https://counterpart.example' });
const mails = async (company: Company) =>
  (await allMails(company.table, company.org)).map(
    ({ mail }) => `${mail.kind} ${mail.member}: ${mail.subject}`,
  );

/** Evaluated on Monday, 20 July 2026; an executive reads along. */
const reporting = async () => {
  const company = await founded();
  await company.put('member', 'eve', { name: 'Eve', email: 'eve@example.org', roles: ['executive'] });
  await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
  await company.evaluate();
  return company;
};

describe('the weekly digest', () => {
  it('is due on Monday at seven local time, to heads and executives, and names the finding', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-07-27T04:59:00Z');
    expect((await mails(company)).filter((line) => line.startsWith('digest'))).toEqual([]);
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    const finding = '“Order to dispatch” is an internal KPI and no customer-facing KPI is linked to it.';
    expect((await mails(company)).filter((line) => line.includes(finding))).toHaveLength(2);
    const digest = (await allMails(company.table, company.org)).find(
      ({ mail }) => mail.member === 'eve',
    )?.mail;
    expect(digest?.text).toContain(
      '1 of 1 internal KPIs has no customer-facing counterpart that counts in Q2 2026.',
    );
    expect(digest?.text).toMatch(/\d+ findings, start with these 5\./);
    expect(digest?.text).toContain('https://counterpart.example/findings/');
    expect(digest?.html).toContain('Open the board report');
  });

  it('is sent once, however often the clock strikes, and not at all when nothing has changed', async () => {
    const company = await reporting();
    await Promise.all([
      runTick(deps(company), '2026-07-27T05:00:00Z'),
      runTick(deps(company), '2026-07-27T05:00:00Z'),
    ]);
    await runTick(deps(company), '2026-07-27T05:15:00Z');
    expect(await mails(company)).toHaveLength(2);
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    expect(await mails(company)).toHaveLength(2);
  });

  it('tells what was resolved', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await company.evaluate();
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    const subjects = (await mails(company)).filter((line) => line.startsWith('digest eve'));
    expect(subjects).toHaveLength(2);
    const second = (await allMails(company.table, company.org)).find(
      ({ mail }) => mail.id === 'digest.2026-08-03.eve',
    );
    expect(second?.mail.text).toContain('1 resolved since the last digest');
  });

  it('goes to nobody who has left or does not want it', async () => {
    const company = await reporting();
    await company.put('member', 'eve', {
      name: 'Eve',
      email: 'eve@example.org',
      roles: ['executive'],
      status: 'removed',
    });
    await company.put('member', 'hanna', {
      name: 'Hanna',
      email: 'hanna@example.org',
      roles: ['department-head'],
      heads: ['warehouse'],
      mail: { digest: 'never', reminders: true },
    });
    await runTick(deps(company), '2026-07-27T05:00:00Z');
    expect(await mails(company)).toEqual([]);
  });
});

describe('the reminder', () => {
  it('comes 14 and 3 days before the due date while nothing counts', async () => {
    const company = await reporting();
    // Q3 ends on 30 September and is due on 15 October.
    await runTick(deps(company), '2026-10-01T05:00:00Z');
    expect((await mails(company)).filter((line) => line.startsWith('reminder'))).toEqual([
      'reminder hanna: Q3 2026 is due in 14 days: Service and Warehouse',
    ]);
    company.at = '2026-10-05T09:00:00Z';
    await company.submit('service', '2026-Q3', { 'promise-kept': '0.9' });
    await company.evaluate();
    await runTick(deps(company), '2026-10-12T05:00:00Z');
    expect((await mails(company)).filter((line) => line.startsWith('reminder'))).toEqual([
      'reminder hanna: Q3 2026 is due in 14 days: Service and Warehouse',
      'reminder hanna: Q3 2026 is due in 3 days: Warehouse',
    ]);
  });
});

describe('the reminder of a clock that stood still', () => {
  it('tells the days that are left now, and nothing once the date has passed', async () => {
    const company = await reporting();
    await runTick(deps(company), '2026-10-10T09:00:00Z');
    expect((await mails(company)).filter((line) => line.startsWith('reminder'))).toEqual([
      'reminder hanna: Q3 2026 is due in 5 days: Service and Warehouse',
    ]);
    await runTick(deps(company), '2026-10-20T05:00:00Z');
    expect((await mails(company)).filter((line) => line.startsWith('reminder'))).toHaveLength(1);
  });
});

describe('the reminder after changes', () => {
  const remindersAt = async (company: Company, at: string) => {
    await runTick(deps(company), at);
    return (await mails(company)).filter((line) => line.startsWith('reminder'));
  };

  it('leaves out a department that was given more time', async () => {
    const company = await reporting();
    const before = await readDefinition(company.table, company.org, 'organisation', company.org, true);
    if (before === undefined) throw new Error('there is no organisation');
    const extension = {
      department: 'service',
      quarter: '2026-Q3' as const,
      dueDate: '2026-10-30',
      reason: 'Flood.',
      by: 'eve',
      at: '2026-09-20T09:00:00Z',
    };
    const entity = { ...unstamped(before.value), extensions: [extension] };
    const change = { kind: 'organisation', action: 'organisation.extend', entity, before } as const;
    await putDefinition(company.table, company.writing('eve'), change, () => ({ status: 200, body: {} }));
    expect(await remindersAt(company, '2026-10-01T05:00:00Z')).toEqual([
      'reminder hanna: Q3 2026 is due in 14 days: Warehouse',
    ]);
  });

  it('asks a department for the KPIs that it held at the quarter’s end', async () => {
    const company = await reporting();
    const body = { ...dispatchBody([]), department: 'service' };
    await company.put('kpi', 'dispatch', body);
    const before = await readDefinition(company.table, company.org, 'kpi', 'dispatch', true);
    if (before === undefined) throw new Error('there is no KPI');
    const formerDepartments = [{ department: 'warehouse', until: '2026-Q3' as const }];
    const entity = { ...unstamped(before.value), formerDepartments };
    const change = { kind: 'kpi', action: 'kpi.move', entity, before } as const;
    await putDefinition(company.table, company.writing('ada'), change, () => ({ status: 200, body: {} }));
    await company.evaluate();
    expect(await remindersAt(company, '2026-10-01T05:00:00Z')).toEqual([
      'reminder hanna: Q3 2026 is due in 14 days: Service and Warehouse',
    ]);
  });
});

describe('the clock', () => {
  it('moves the watermarks last: a tick that failed is served again', async () => {
    const company = await reporting();
    const broken = { ...deps(company), pageUrl: undefined as unknown as string, log: company.deps.log };
    const failing = {
      ...broken,
      get pageUrl(): string {
        throw new Error('cut off');
      },
    };
    await expect(runTick(failing, '2026-07-27T05:00:00Z')).rejects.toThrow(
      '1 organisations could not be served',
    );
    expect((await organisationsDue(company.table))[0]?.watermarks.digest).toBe('2026-07-20T09:00:00Z');
    await runTick(deps(company), '2026-07-27T05:15:00Z');
    expect(await mails(company)).toHaveLength(2);
    expect((await organisationsDue(company.table))[0]?.watermarks.digest).toBe('2026-07-27T05:00:00Z');
  });
});

describe('sending', () => {
  const one = {
    id: 'digest.2026-07-27.eve',
    kind: 'digest',
    member: 'eve',
    to: 'eve@example.org',
    subject: 'S',
    html: '<p>h</p>',
    text: 't',
  } as const;
  const queued = async () => {
    const company = await founded();
    await queueMails(company.table, company.org, [one], Date.parse(company.at));
    return company;
  };
  const state = async (company: Company) => (await allMails(company.table, company.org))[0]?.state;

  it('hands a mail over once, even to two senders at once', async () => {
    const company = await queued();
    let taken = 0;
    const mailer = async () => {
      taken += 1;
      return { outcome: 'taken', messageId: 'm-1' } as const;
    };
    await Promise.all([1, 2, 3].map(() => sendMail(company.deps, mailer, company.org, one.id)));
    expect(taken).toBe(1);
    expect(await state(company)).toBe('sent');
  });

  it('never repeats a mail in doubt: an event settles it, or it ends as unknown', async () => {
    const company = await queued();
    let tries = 0;
    const mailer = async () => {
      tries += 1;
      return { outcome: 'unknown', reason: 'TimeoutError' } as const;
    };
    await sendMail(company.deps, mailer, company.org, one.id);
    await sendMail(company.deps, mailer, company.org, one.id);
    expect(tries).toBe(1);
    expect(await state(company)).toBe('sending');
    await sweepMails(
      { ...company.deps, machineNow: () => Date.parse(company.at) + unknownAfter + 1 },
      company.org,
    );
    expect(await state(company)).toBe('unknown');
    await noteMailEvent(company.deps, company.org, one.id, 'Delivery', 'm-1');
    expect(await state(company)).toBe('delivered');
    await noteMailEvent(company.deps, company.org, one.id, 'Send', 'm-1');
    expect(await state(company)).toBe('delivered');
  });

  it('tries again what was not taken for now', async () => {
    const company = await queued();
    expect(
      await sendMail(
        company.deps,
        async () => ({ outcome: 'later', reason: 'TooManyRequestsException' }),
        company.org,
        one.id,
      ),
    ).toBe('again');
    expect(await state(company)).toBe('delayed');
    await sendMail(company.deps, async () => ({ outcome: 'taken', messageId: 'm-1' }), company.org, one.id);
    expect(await state(company)).toBe('sent');
  });

  it('ends what is refused for good', async () => {
    const company = await queued();
    await sendMail(
      company.deps,
      async () => ({ outcome: 'refused', reason: 'MessageRejected' }),
      company.org,
      one.id,
    );
    expect(await state(company)).toBe('rejected');
  });
});

/** Attacks by what mail carries: a flood of findings, and names that would run or forge something in it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type MailDeps, runDigest } from '../../shared/flows/mails.ts';
import { noteMailEvent, sendMail } from '../../shared/flows/send.ts';
import { allMails } from '../../shared/table/outbox.ts';
import { acme, asOf, type Company, furnishedCompany } from '../functions/company.ts';
import { findingOf, putFinding, putHead, putReports } from '../functions/derived.ts';

const script = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'';
const flood = 1000;
const job = { kind: 'digest', at: asOf, period: '2026-10-20' } as const;
let company: Company;
let deps: MailDeps;
beforeAll(async () => {
  company = await furnishedCompany();
  deps = {
    table: company.fresh.table,
    machineNow: () => Date.parse(asOf),
    log: () => undefined,
    pageUrl: 'https://page.example',
  };
  await putHead(company.fresh);
  await putReports(company.fresh, 'service');
  const print = (n: number): string => n.toString(16).padStart(32, '0');
  const put = (n: number) => {
    const finding = findingOf(print(n), n === 0 ? 'error' : 'warning');
    const condition = { ...finding.condition, data: { kpi: n === 0 ? script : `KPI ${n}` } };
    return putFinding(company.fresh, print(n), 'service', acme, { ...finding, condition });
  };
  for (let n = 0; n < flood; n += 50) await Promise.all(Array.from({ length: 50 }, (_, i) => put(n + i)));
});

describe('an attack by mail', () => {
  it('T24 a thousand findings are one digest a person, short, and none when it is asked for again', async () => {
    const queued = await runDigest(deps, acme, job);
    const mails = await allMails(company.fresh.table, acme);
    expect(mails).toHaveLength(queued);
    const receivers = mails.map(({ mail }) => mail.to);
    expect(receivers).toContain('hans@example.org');
    expect(new Set(receivers).size).toBe(receivers.length);
    for (const { mail } of mails) expect(mail.html.length).toBeLessThan(60_000);
    expect(await runDigest(deps, acme, job)).toBe(0);
    expect(await runDigest(deps, acme, { ...job, period: '2026-10-21' })).toBe(0);
  });

  it('T22 T23 a name runs nothing in a mail, and forges no header', async () => {
    const mails = await allMails(company.fresh.table, acme);
    const own = mails.find(({ mail }) => mail.to === 'hans@example.org')?.mail;
    expect(own?.html).toContain('&lt;script&gt;');
    for (const { mail } of mails) {
      expect(mail.html).not.toMatch(/<script|<img src=x|javascript:/i);
      expect(/[\r\n]/.test(`${mail.subject}${mail.to}`)).toBe(false);
    }
  });

  it('T24 a mail that bounced or was complained of is never sent again', async () => {
    const [first, second] = await allMails(company.fresh.table, acme);
    let handed = 0;
    const mailer = async () => {
      handed += 1;
      return { outcome: 'taken', messageId: `m-${handed}` } as const;
    };
    for (const [kept, event] of [
      [first, 'Bounce'],
      [second, 'Complaint'],
    ] as const) {
      const id = kept?.mail.id ?? '';
      await sendMail(deps, mailer, acme, id);
      await noteMailEvent(deps, acme, id, event, `m-${handed}`);
      await sendMail(deps, mailer, acme, id);
    }
    expect(handed).toBe(2);
    const states = (await allMails(company.fresh.table, acme)).map(({ state }) => state);
    expect(states).toEqual(expect.arrayContaining(['bounced', 'complained']));
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../shared/table/keys.ts';
import { allMails, moveMail, putNews, queueMails, readMail, readNews } from '../../shared/table/outbox.ts';
import type { Table } from '../../shared/table/table.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { acme, globex, now, refusalOf } from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});
const mail = (id: string, subject = 'Two gaps are left') => ({
  id,
  kind: 'digest' as const,
  member: 'ann',
  to: 'ann@example.com',
  subject,
  html: '<p>Two gaps.</p>',
  text: 'Two gaps.',
});
const claim = (id: string, table: Table = fresh.table) =>
  moveMail(table, acme, id, { from: ['queued'], to: 'sending', machineNow: 2000 });

describe('the outbox', () => {
  it('takes each mail once, however often its job runs, and never changes one that is there', async () => {
    expect(await queueMails(fresh.table, acme, [mail('a'), mail('b')], 1000)).toBe(2);
    expect(await queueMails(fresh.table, acme, [mail('a', 'Another'), mail('c')], 5000)).toBe(1);
    const mails = await allMails(fresh.table, acme);
    expect(mails.map(({ mail: { id, subject }, state, stateAt }) => [id, subject, state, stateAt])).toEqual([
      ['a', 'Two gaps are left', 'queued', 1000],
      ['b', 'Two gaps are left', 'queued', 1000],
      ['c', 'Two gaps are left', 'queued', 5000],
    ]);
    expect(await allMails(fresh.table, globex)).toEqual([]);
  });

  it('has a mail once where its acknowledgement was lost and the job runs again', async () => {
    const { table } = broken(fresh, { rules: [{ fault: 'lost-acknowledgement', skip: 1 }] });
    expect((await refusalOf(queueMails(table, acme, [mail('a'), mail('b')], 1))).kind).toBe(
      'temporarily-unavailable',
    );
    expect(await queueMails(table, acme, [mail('a'), mail('b')], 2)).toBe(0);
    expect(await allMails(fresh.table, acme)).toHaveLength(2);
  });

  it('gives a mail that many claim to one of them', async () => {
    await queueMails(fresh.table, acme, [mail('a')], 1000);
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim('a')));
    expect(claims.filter((won) => won)).toHaveLength(1);
    expect(await claim('never')).toBe(false);
    expect((await readMail(fresh.table, acme, 'a'))?.state).toBe('sending');
  });

  it('lets nobody claim again a mail whose claim was carried out without an answer', async () => {
    await queueMails(fresh.table, acme, [mail('a')], 1000);
    const { table } = broken(fresh, { rules: [{ fault: 'lost-acknowledgement' }] });
    expect((await refusalOf(claim('a', table))).kind).toBe('temporarily-unavailable');
    expect(await claim('a', table)).toBe(false);
  });

  it('keeps what became of a mail, and by which message', async () => {
    await queueMails(fresh.table, acme, [mail('a')], 1000);
    await claim('a');
    const sent = { from: ['sending'] as const, to: 'sent' as const, machineNow: 3000, messageId: 'm-1' };
    expect(await moveMail(fresh.table, acme, 'a', sent)).toBe(true);
    expect(await moveMail(fresh.table, acme, 'a', sent)).toBe(false);
    const bounced = {
      from: ['sent', 'delivered'] as const,
      to: 'bounced' as const,
      machineNow: 4000,
      reason: 'gone',
    };
    expect(await moveMail(fresh.table, acme, 'a', bounced)).toBe(true);
    expect(await readMail(fresh.table, acme, 'a')).toEqual({
      mail: mail('a'),
      state: 'bounced',
      stateAt: 4000,
      messageId: 'm-1',
      reason: 'gone',
    });
  });

  it('throws with the key where a mail can’t be trusted', async () => {
    await fresh.put({ ...keys.mail(acme, 'a'), state: 'queued', stateAt: 1, body: '{"id":"a"}' });
    await expect(allMails(fresh.table, acme)).rejects.toThrow(/^stored item acme\|outbox a: /);
    await queueMails(fresh.table, globex, [mail('b')], 1);
    const [stored] = (await fresh.scan()).filter(({ pk }) => pk === 'globex|outbox');
    if (stored === undefined) throw new Error('the mail is not there');
    await fresh.put({ ...stored, state: 'lost' });
    await expect(readMail(fresh.table, globex, 'b')).rejects.toThrow(/^stored item globex\|outbox b: /);
  });
});

describe('the last digest’s news', () => {
  it('are remembered, each organisation’s own', async () => {
    expect(await readNews(fresh.table, acme)).toBeUndefined();
    await putNews(fresh.table, acme, { at: now, tokens: ['f1|open|error'] });
    await putNews(fresh.table, acme, { at: now, tokens: ['f1|resolved|error'] });
    expect(await readNews(fresh.table, acme)).toEqual({ at: now, tokens: ['f1|resolved|error'] });
    expect(await readNews(fresh.table, globex)).toBeUndefined();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLink } from '../../shared/domain/audit.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import { auditChain, listAudit } from '../../shared/table/audit-log.ts';
import { keys } from '../../shared/table/keys.ts';
import {
  decideSubmission,
  putDraft,
  putSubmission,
  readDraft,
  submissionsFrom,
  versionsOf,
} from '../../shared/table/submissions.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { acme, answer, decided, globex, now, q2, refusalOf, submission, writingOf } from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});
const submit = (over: Partial<Submission> = {}, org = acme) =>
  putSubmission(fresh.table, writingOf(org), submission(over), answer);
const current = async (department = 'service') => {
  const [newest] = await versionsOf(fresh.table, acme, department, q2, true);
  if (newest === undefined) throw new Error('nothing was submitted');
  return newest;
};
const decide = async (state: 'accepted' | 'returned', before?: Awaited<ReturnType<typeof current>>) => {
  const of = before ?? (await current());
  await decideSubmission(fresh.table, writingOf(acme, { by: 'eve' }), of, decided(of.value, state), answer);
};

describe('a submission', () => {
  it('is one transaction of four items, however many readings it holds', async () => {
    const readings = Array.from({ length: 300 }, (_, i) => ({ kpi: `kpi-${i}`, actual: `${i}.5` }));
    const sent: number[] = [];
    const { table } = broken(fresh, { rules: [] });
    table.client.middlewareStack.add(
      (next) => async (args) => {
        sent.push((args.input as { TransactItems: unknown[] }).TransactItems.length);
        return next(args);
      },
      { step: 'initialize', name: 'count' },
    );
    const request = { key: 'r1', hash: 'h1' };
    await putSubmission(table, writingOf(acme, { request }), submission({ readings }), answer);
    expect(sent).toEqual([4]);
    expect((await current()).value.readings).toEqual(readings);
    expect((await fresh.scan()).map(({ pk }) => pk)).toEqual([
      'acme|audit',
      'acme|idempotency',
      'acme|submission|service',
    ]);
  });

  it('leaves an audit entry with the content’s hash and not its figures', async () => {
    await submit();
    const { items } = await listAudit(fresh.table, acme, { limit: 5 });
    expect(items).toMatchObject([
      {
        action: 'submission.submit',
        entity: { kind: 'submission', id: 'service/2026-Q2/1' },
        payload: { readings: 1, content: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('0.5');
  });

  it('of a sealed quarter is refused, and nothing is written', async () => {
    await fresh.put({ ...keys.gate(acme, q2), type: 'gate' });
    const before = await fresh.hash();
    expect((await refusalOf(submit())).kind).toBe('quarter-closed');
    expect(await fresh.hash()).toBe(before);
    await submit({ quarter: '2026-Q3' });
    await submit({}, globex);
  });

  it('that 50 hand in at once as one version is accepted once', async () => {
    const ends = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        submit({ note: `Writer ${i}` }).then(
          () => 'accepted',
          (error: { kind: string }) => error.kind,
        ),
      ),
    );
    expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['accepted', 'stale-version']));
    expect(await versionsOf(fresh.table, acme, 'service', q2)).toHaveLength(1);
    expect((await listAudit(fresh.table, acme, { limit: 50 })).items).toHaveLength(1);
  });

  it('keeps every version, newest first, and those of this very department alone', async () => {
    for (const version of [1, 2, 3, 10, 11]) await submit({ version });
    await submit({ department: 'service-2' });
    await submit({ department: 'fin' });
    await submit({ department: 'finance', quarter: '2026-Q1' });
    await submit({ quarter: '2026-Q1' });
    expect((await versionsOf(fresh.table, acme, 'service', q2)).map(({ value }) => value.version)).toEqual([
      11, 10, 3, 2, 1,
    ]);
    expect(await versionsOf(fresh.table, globex, 'service', q2)).toEqual([]);
    const from = async (department: string, quarter: Quarter) =>
      (await submissionsFrom(fresh.table, acme, department, quarter)).map(
        (one) => `${one.quarter} ${one.version}`,
      );
    expect(await from('fin', '2020-Q1')).toEqual(['2026-Q2 1']);
    expect(await from('service', '2026-Q1')).toEqual([
      '2026-Q1 1',
      '2026-Q2 1',
      '2026-Q2 2',
      '2026-Q2 3',
      '2026-Q2 10',
      '2026-Q2 11',
    ]);
    expect(await from('service', q2)).toHaveLength(5);
  });
});

describe('a decision', () => {
  it('replaces the state, keeps the readings, and continues the version’s audit chain', async () => {
    await submit();
    await decide('accepted');
    await decide('returned');
    await decide('accepted');
    const { value } = await current();
    expect(value).toMatchObject({
      state: 'accepted',
      decidedBy: 'eve',
      readings: [{ kpi: 'k1', actual: '0.5' }],
    });
    const chain = await auditChain(fresh.table, acme, 'submission', 'service/2026-Q2/1');
    expect(chain.map(({ action }) => action)).toEqual([
      'submission.submit',
      'submission.accept',
      'submission.return',
      'submission.accept',
    ]);
    expect(brokenLink(chain)).toBeUndefined();
  });

  it('about a version that a newer one has replaced is void', async () => {
    await submit();
    const before = await current();
    await submit({ version: 2 });
    const hash = await fresh.hash();
    expect((await refusalOf(decide('accepted', before))).kind).toBe('stale-version');
    expect(await fresh.hash()).toBe(hash);
  });

  it('that two take at once has one winner', async () => {
    await submit();
    const before = await current();
    const ends = await Promise.allSettled([
      decide('accepted', before),
      decide('returned', before),
      decide('accepted', before),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ kind: 'conflict' });
    expect(await auditChain(fresh.table, acme, 'submission', 'service/2026-Q2/1')).toHaveLength(2);
  });

  it('and a newer version at the same moment never both stand', async () => {
    for (let round = 1; round <= 10; round++) {
      const department = `d${round}`;
      await submit({ department });
      const before = await current(department);
      const ends = await Promise.allSettled([decide('accepted', before), submit({ department, version: 2 })]);
      const [decision, newer] = ends.map(({ status }) => status === 'fulfilled');
      const versions = await versionsOf(fresh.table, acme, department, q2, true);
      expect(newer).toBe(true);
      expect(versions).toHaveLength(2);
      expect(versions[1]?.value.state).toBe(decision ? 'accepted' : 'submitted');
    }
  });
});

describe('history', () => {
  it('is taken before the first evaluation, under a type of its own, and not after it', async () => {
    await submit({ quarter: '2025-Q1', history: true });
    const stored = (await fresh.scan()).find(({ pk }) => pk === 'acme|submission|service');
    expect(stored).toMatchObject({ type: 'history', sk: '2025-Q1|000001' });
    await fresh.put({ ...keys.head(acme), type: 'head', version: 1, body: '{}' });
    const hash = await fresh.hash();
    expect((await refusalOf(submit({ quarter: '2025-Q2', history: true }))).kind).toBe('conflict');
    expect(await fresh.hash()).toBe(hash);
    await submit({ quarter: '2025-Q2', history: true }, globex);
  });
});

describe('a draft', () => {
  const where = { department: 'service', quarter: q2 };
  const draft = (actual: string) => ({ readings: [{ kpi: 'k1', actual }], savedAt: now, basedOn: 0 });

  it('is kept as typed, replaced by the next one, and leaves no audit entry', async () => {
    await putDraft(fresh.table, acme, where, draft('about 5'), Date.parse(now));
    await putDraft(fresh.table, acme, where, draft('5.'), Date.parse(now));
    expect(await readDraft(fresh.table, acme, 'service', q2)).toEqual(draft('5.'));
    expect(await readDraft(fresh.table, acme, 'service', '2026-Q1')).toBeUndefined();
    expect(await readDraft(fresh.table, globex, 'service', q2)).toBeUndefined();
    const items = await fresh.scan();
    expect(items).toHaveLength(1);
    expect(items[0]?.['ttl']).toBe(Date.parse(now) / 1000 + 400 * 86_400);
  });

  it('that can’t be saved for the moment is refused as such', async () => {
    const { table } = broken(fresh, { rules: [{ fault: 'throttle' }] });
    const refusal = await refusalOf(putDraft(table, acme, where, draft('5'), 0));
    expect(refusal).toMatchObject({ kind: 'temporarily-unavailable', retryAfter: 2 });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Writing } from '../../shared/domain/writing.ts';
import { listAudit } from '../../shared/table/audit-log.ts';
import { answeredBefore, Repeated } from '../../shared/table/commit.ts';
import { keys } from '../../shared/table/keys.ts';
import { putSubmission, versionsOf } from '../../shared/table/submissions.ts';
import type { Table } from '../../shared/table/table.ts';
import type { FaultKind } from '../faults.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { acme, globex, now, q2, refusalOf, submission, writingOf } from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});
const request = { key: 'key-1', hash: 'hash-1' };
const receipt = { status: 201, body: { reference: 'service/2026-Q2/1' }, etag: '"1"' };
const stored = { hash: 'hash-1', ...receipt };

/** What the API does with a request: the stored answer, or the work and then its answer. */
const carryOut = async (table: Table, writing: Writing) => {
  const before = await answeredBefore(table, writing);
  if (before !== undefined) return before;
  await putSubmission(table, writing, submission(), receipt);
  return stored;
};
const acceptedOnce = async () => {
  expect(await versionsOf(fresh.table, acme, 'service', q2, true)).toHaveLength(1);
  expect((await listAudit(fresh.table, acme, { limit: 50 })).items).toHaveLength(1);
};

describe('a repeated request', () => {
  it('gets the answer of the first, and changes nothing', async () => {
    expect(await carryOut(fresh.table, writingOf(acme, { request }))).toEqual(stored);
    const hash = await fresh.hash();
    expect(await carryOut(fresh.table, writingOf(acme, { request }))).toEqual(stored);
    expect(await fresh.hash()).toBe(hash);
  });

  it('with another content under the same key is refused, and told where', async () => {
    await carryOut(fresh.table, writingOf(acme, { request }));
    const refusal = await refusalOf(
      carryOut(fresh.table, writingOf(acme, { request: { key: 'key-1', hash: 'hash-2' } })),
    );
    expect(refusal.kind).toBe('idempotency-key-reused');
    expect(refusal.faults[0]).toMatchObject({ path: 'Idempotency-Key', found: '"key-1"' });
  });

  it('of another member, or in another organisation, is another request', async () => {
    await carryOut(fresh.table, writingOf(acme, { request }));
    expect(await answeredBefore(fresh.table, writingOf(acme, { request, by: 'eve' }))).toBeUndefined();
    expect(await answeredBefore(fresh.table, writingOf(globex, { request }))).toBeUndefined();
    expect(await answeredBefore(fresh.table, writingOf(acme))).toBeUndefined();
  });

  it('is forgotten a day later, by the machine’s clock', async () => {
    await carryOut(fresh.table, writingOf(acme, { request, machineNow: 1_000_000_999 }));
    const item = (await fresh.scan()).find(({ pk }) => pk === 'acme|idempotency');
    expect(item).toMatchObject({ sk: 'ann|key-1', ttl: 1_000_000 + 86_400 });
  });

  it('whose answer can’t be read any more throws with the item’s key', async () => {
    await fresh.put({ ...keys.idempotency(acme, 'ann', 'key-1'), type: 'idempotency', body: '{"status":1}' });
    await expect(answeredBefore(fresh.table, writingOf(acme, { request }))).rejects.toThrow(
      /^stored item acme\|idempotency ann\|key-1: /,
    );
  });
});

describe('twenty copies of a request at once', () => {
  it('are carried out once; the others are told to come again, and then get its answer', async () => {
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, () => carryOut(fresh.table, writingOf(acme, { request }))),
    );
    for (const end of ends)
      if (end.status === 'fulfilled') expect(end.value).toEqual(stored);
      else {
        expect(end.reason).toBeInstanceOf(Repeated);
        expect(end.reason).toMatchObject({ kind: 'conflict', retryAfter: 1 });
      }
    expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await carryOut(fresh.table, writingOf(acme, { request }))).toEqual(stored);
    await acceptedOnce();
  });
});

describe('a request whose answer is lost', () => {
  it('is carried out once where the SDK asks again by itself', async () => {
    const { table, faults } = broken(fresh, { rules: [{ fault: 'lost-acknowledgement' }] }, 3);
    expect(await carryOut(table, writingOf(acme, { request }))).toEqual(stored);
    expect(faults.injected).toEqual([
      {
        fault: 'lost-acknowledgement',
        operation: 'TransactWriteItems',
        touched: ['audit', 'gate', 'idempotency', 'submission'],
      },
    ]);
    await acceptedOnce();
  });

  it('is refused as temporary where every answer is lost, and has its answer when the caller asks again', async () => {
    const { table } = broken(fresh, { rules: [{ fault: 'lost-acknowledgement', times: 2 }] }, 2);
    const refusal = await refusalOf(carryOut(table, writingOf(acme, { request })));
    expect(refusal).toMatchObject({ kind: 'temporarily-unavailable', retryAfter: 2 });
    expect(await carryOut(table, writingOf(acme, { request }))).toEqual(stored);
    await acceptedOnce();
  });
});

describe('a request that meets a fault before it is carried out', () => {
  const kinds: readonly FaultKind[] = ['throttle', 'time-out', 'conflict', 'crash-before'];

  it.each(kinds)(
    'leaves nothing half written, and is carried out once when it comes again: %s',
    async (fault) => {
      const empty = await fresh.hash();
      const { table, faults } = broken(fresh, {
        rules: [{ fault, on: ['TransactWriteItems'], times: fault === 'conflict' ? 7 : 1 }],
      });
      await expect(carryOut(table, writingOf(acme, { request }))).rejects.toThrow();
      expect(await fresh.hash()).toBe(empty);
      expect(faults.injected.length).toBeGreaterThan(0);
      expect(await carryOut(table, writingOf(acme, { request, at: now }))).toEqual(stored);
      await acceptedOnce();
    },
  );

  it('and ends in a crash after it is carried out has its answer when it comes again', async () => {
    const { table } = broken(fresh, { rules: [{ fault: 'crash-after', touching: 'submission' }] });
    await expect(carryOut(table, writingOf(acme, { request }))).rejects.toThrow(
      'crash after TransactWriteItems',
    );
    expect(await carryOut(fresh.table, writingOf(acme, { request }))).toEqual(stored);
    await acceptedOnce();
  });
});

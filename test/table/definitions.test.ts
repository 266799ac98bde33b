import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLink } from '../../shared/domain/audit.ts';
import { orgId } from '../../shared/domain/slug.ts';
import { auditChain, listAudit, listAuditOf } from '../../shared/table/audit-log.ts';
import {
  allDefinitions,
  allOf,
  listDefinitions,
  putDefinition,
  readDefinition,
} from '../../shared/table/definitions.ts';
import { type Item, unpacked } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import {
  acme,
  answer,
  define,
  department,
  globex,
  kpi,
  member,
  now,
  outcome,
  refusalOf,
  writingOf,
} from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});

describe('a definition', () => {
  it('is stored with its stamp, together with one audit entry', async () => {
    const { table } = fresh;
    const stored = await define(table, writingOf(acme, { nonce: 'first' }), 'kpi', kpi('wait'));
    expect(stored).toMatchObject({ version: 1, updatedAt: now, updatedBy: 'ann' });
    const read = await readDefinition(table, acme, 'kpi', 'wait');
    expect(read?.value).toEqual(stored);
    const { items } = await listAudit(table, acme, { limit: 10 });
    expect(items).toMatchObject([
      {
        action: 'kpi.put',
        by: 'ann',
        entity: { kind: 'kpi', id: 'wait' },
        version: 1,
        hash: read?.auditHash,
      },
    ]);
    expect((await fresh.scan()).map(({ pk, sk }) => [pk, sk])).toEqual([
      ['acme|audit', `${now}.first`],
      ['acme|def', 'kpi|wait'],
    ]);
  });

  it.each([
    ['that is new where it exists', undefined],
    ['over a version that has passed', 1],
    ['over a version that never was', 9],
  ])('%s is refused as stale, and nothing changes', async (_what, version) => {
    const { table } = fresh;
    await define(table, writingOf(acme), 'kpi', kpi('wait'));
    const current = await define(table, writingOf(acme), 'kpi', kpi('wait', { name: 'Waiting time' }));
    const before = await fresh.hash();
    const change = {
      kind: 'kpi',
      action: 'kpi.put',
      entity: kpi('wait', { name: 'Mine' }),
      before: version === undefined ? undefined : { value: { ...current, version }, auditHash: '' },
    } as const;
    const refusal = await refusalOf(putDefinition(table, writingOf(acme), change, () => answer));
    expect(refusal.kind).toBe('stale-version');
    expect(refusal.faults).toEqual([
      {
        path: 'If-Match',
        found: `"${version ?? 0}"`,
        expected: 'the present version of the kpi; read it again',
      },
    ]);
    expect(await fresh.hash()).toBe(before);
  });

  it('that 50 write at once has one winner, and one audit entry', async () => {
    const { table } = fresh;
    await define(table, writingOf(acme), 'kpi', kpi('wait'));
    const before = await readDefinition(table, acme, 'kpi', 'wait', true);
    const writers = Array.from({ length: 50 }, (_, i) =>
      putDefinition(
        table,
        writingOf(acme, { by: `writer-${i}` }),
        { kind: 'kpi', action: 'kpi.put', entity: kpi('wait', { name: `Name ${i}` }), before },
        () => answer,
      ).then(
        () => 'won',
        (error: { kind: string }) => error.kind,
      ),
    );
    const ends = Map.groupBy(await Promise.all(writers), (end) => end);
    expect([...ends].map(([end, all]) => [end, all.length]).sort()).toEqual([
      ['stale-version', 49],
      ['won', 1],
    ]);
    expect(await auditChain(table, acme, 'kpi', 'wait')).toHaveLength(2);
  });

  it('of another organisation is as unknown as one that never was', async () => {
    const { table } = fresh;
    await define(table, writingOf(acme), 'kpi', kpi('wait'));
    expect(await readDefinition(table, globex, 'kpi', 'wait')).toBeUndefined();
    expect(await listDefinitions(table, globex, 'kpi', { limit: 50 })).toEqual({ items: [] });
    const [fin, finance] = [orgId.parse('fin'), orgId.parse('finance')];
    await define(table, writingOf(finance), 'kpi', kpi('wait'));
    expect(await allOf(table, fin, 'kpi')).toEqual([]);
    expect(await allOf(table, finance, 'kpi')).toHaveLength(1);
  });

  it('that is corrupt throws with its key, however it is read', async () => {
    const { table } = fresh;
    await define(table, writingOf(acme), 'kpi', kpi('wait'));
    await fresh.put({
      ...keys.definition(acme, 'kpi', 'broken'),
      type: 'kpi',
      version: 1,
      body: '{"id":"broken"}',
    });
    const message = /^stored item acme\|def kpi\|broken: /;
    await expect(readDefinition(table, acme, 'kpi', 'broken')).rejects.toThrow(message);
    await expect(listDefinitions(table, acme, 'kpi', { limit: 5 })).rejects.toThrow(message);
    await expect(allDefinitions(table, acme)).rejects.toThrow(message);
  });
});

describe('the list of a kind', () => {
  const ids = ['a', 'ab', 'abc', 'b', 'ba', 'c', 'c-1', 'd', 'e', 'f', 'g'];
  const walk = async (table: FreshTable['table'], limit: number) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDefinitions(table, acme, 'kpi', { limit, cursor });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  };

  it('gives each once and in order, in pages of any size, also where DynamoDB cuts them short', async () => {
    for (const id of ids) await define(fresh.table, writingOf(acme), 'kpi', kpi(id));
    await define(fresh.table, writingOf(acme), 'outcome', outcome('z'));
    await define(fresh.table, writingOf(acme), 'journey', {
      id: 'j',
      name: 'Journey',
      firstQuarter: '2024-Q1',
      events: [
        { id: 'e1', name: 'Asked', seenBy: 'customer' },
        { id: 'e2', name: 'Answered', seenBy: 'customer' },
      ],
      touchpoints: [],
      segments: [],
    });
    for (const limit of [1, 2, 3, 4, 10, 11, 12, 50]) expect(await walk(fresh.table, limit)).toEqual(ids);
    for (const seed of [1, 2, 3, 4, 5]) {
      const { table, faults } = broken(fresh, {
        seed,
        rules: [
          { fault: 'short-page', times: Infinity, share: 0.5 },
          { fault: 'empty-page', times: Infinity, share: 0.3 },
        ],
      });
      expect(await walk(table, 1 + seed)).toEqual(ids);
      expect(faults.injected.length).toBeGreaterThan(0);
    }
  });
});

describe('all definitions', () => {
  it('come without their stamps, each under its kind, and the organisation apart', async () => {
    const { table } = fresh;
    await define(table, writingOf(acme), 'department', department('service'));
    await define(table, writingOf(acme), 'kpi', kpi('wait'));
    await define(table, writingOf(acme), 'member', member('ann'));
    await define(table, writingOf(globex), 'kpi', kpi('other'));
    const all = await allDefinitions(table, acme);
    expect(all).toEqual({
      departments: [department('service')],
      journeys: [],
      capabilities: [],
      actions: [],
      outcomes: [],
      objectives: [],
      members: [member('ann')],
      kpis: [kpi('wait')],
    });
  });
});

describe('the audit of an entity', () => {
  it('is a chain that holds, also where clocks go back, stand still, or write seconds without fractions', async () => {
    const { table } = fresh;
    const instants = [
      now,
      now,
      '2026-07-20T09:00:00Z',
      '2026-07-20T08:59:59.500Z',
      '2026-07-20T09:00:00.001Z',
    ];
    for (const [i, at] of instants.entries())
      await define(
        table,
        writingOf(acme, { at, nonce: `z${9 - i}` }),
        'kpi',
        kpi('wait', { name: `Name ${i}` }),
      );
    await define(table, writingOf(acme), 'kpi', kpi('wait-2'));
    const chain = await auditChain(table, acme, 'kpi', 'wait');
    expect(chain.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    expect(brokenLink(chain)).toBeUndefined();
    expect((await readDefinition(table, acme, 'kpi', 'wait'))?.auditHash).toBe(chain.at(-1)?.hash);
  });

  it('breaks where an entry is dropped, altered, or slipped in', async () => {
    const { table } = fresh;
    for (const name of ['One', 'Two', 'Three'])
      await define(table, writingOf(acme), 'kpi', kpi('wait', { name }));
    const whole = await auditChain(table, acme, 'kpi', 'wait');
    const [first, second, third] = whole;
    expect(brokenLink(whole.filter((entry) => entry !== second))).toBe(third);
    expect(
      brokenLink(whole.map((entry) => (entry === second ? { ...entry, by: 'eve' } : entry))),
    ).toMatchObject({
      by: 'eve',
    });
    expect(brokenLink([first, second, second, third].flatMap((entry) => entry ?? []))).toBe(second);
    const items = await fresh.scan();
    const stored = items.find(({ pk, sk }) => pk === 'acme|audit' && sk === second?.id);
    if (stored === undefined) throw new Error('the entry is not in the table');
    const { zip: _zip, ...plain } = stored;
    await fresh.put({ ...plain, body: unpacked(stored).replace('"by":"ann"', '"by":"eve"') } as Item);
    expect(brokenLink(await auditChain(table, acme, 'kpi', 'wait'))).toMatchObject({
      id: second?.id,
      by: 'eve',
    });
  });

  it('is listed newest first, page by page, and holds nothing of another entity or organisation', async () => {
    const { table } = fresh;
    for (let i = 0; i < 7; i++) {
      const at = new Date(Date.parse(now) + i * 1000).toISOString();
      await define(table, writingOf(acme, { at }), 'kpi', kpi('wait', { name: `Name ${i}` }));
      await define(table, writingOf(acme, { at }), 'kpi', kpi('wait-2'));
      await define(table, writingOf(globex, { at }), 'kpi', kpi('wait'));
    }
    const { table: cut } = broken(fresh, { rules: [{ fault: 'short-page', times: Infinity, share: 0.6 }] });
    for (const through of [table, cut]) {
      const versions: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listAuditOf(through, acme, { kind: 'kpi', id: 'wait' }, { limit: 3, cursor });
        versions.push(...page.items.map(({ version }) => version));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(versions).toEqual([7, 6, 5, 4, 3, 2, 1]);
    }
    const all = await listAudit(table, acme, { limit: 50 });
    expect(all.items).toHaveLength(14);
    expect(all.items.map(({ id }) => id)).toEqual(
      all.items
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
  });
});

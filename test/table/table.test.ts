import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import {
  asRefusal,
  getItem,
  getItems,
  queryAll,
  queryPage,
  sent,
  transact,
} from '../../shared/table/table.ts';
import { Crash, type FaultRule } from '../faults.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { refusalOf } from './samples.ts';

let fresh: FreshTable;
const pk = 'acme|def';
const keyOf = (i: number) => ({ pk, sk: `kpi|${String(i).padStart(3, '0')}` });
const fill = async (count: number) => {
  for (let i = 0; i < count; i++) await fresh.put({ ...keyOf(i), type: 'kpi' });
};
const numbers = (items: readonly { readonly sk: string }[]) => items.map(({ sk }) => Number(sk.slice(4)));
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const putStep = (i: number) => ({
  step: {
    Put: { TableName: fresh.table.name, Item: keyOf(i), ConditionExpression: 'attribute_not_exists(pk)' },
  },
  otherwise: () => new Refusal('conflict', `There is a ${i}.`),
});
beforeEach(async () => {
  fresh = await freshTable();
});

describe('a query', () => {
  const rules: FaultRule[] = [
    { fault: 'short-page', times: Infinity, share: 0.5 },
    { fault: 'empty-page', times: Infinity, share: 0.5 },
  ];

  it.each([1, 2, 3, 4, 5, 6])('finds everything whatever pages it gets (seed %i)', async (seed) => {
    await fill(25);
    await fresh.put({ pk, sk: 'kpj|000' });
    const { table, faults } = broken(fresh, { seed, rules });
    for (const newestFirst of [false, true]) {
      const wanted = newestFirst ? upTo(25).reverse() : upTo(25);
      expect(numbers(await queryAll(table, { pk, begins: 'kpi|', newestFirst }))).toEqual(wanted);
      const first = await queryPage(table, { pk, begins: 'kpi|', limit: 10, newestFirst });
      expect(numbers(first.items)).toEqual(wanted.slice(0, 10));
      const second = await queryPage(table, {
        pk,
        begins: 'kpi|',
        limit: 50,
        newestFirst,
        after: first.next,
      });
      expect(numbers(second.items)).toEqual(wanted.slice(10));
      expect(second.next).toBeUndefined();
    }
    expect(new Set(faults.injected.map(({ fault }) => fault))).toEqual(new Set(['short-page', 'empty-page']));
  });

  it('from a place on includes that place', async () => {
    await fill(5);
    expect(numbers(await queryAll(fresh.table, { pk, from: 'kpi|003' }))).toEqual([3, 4]);
  });
});

describe('many items', () => {
  it('come each once, also where some are asked for twice, and those that are not there don’t', async () => {
    await fill(130);
    const found = await getItems(fresh.table, [...upTo(140), 3, 3, 5].map(keyOf), true);
    expect(numbers(found).sort((a, b) => a - b)).toEqual(upTo(130));
    expect(await getItems(fresh.table, [])).toEqual([]);
  });

  it('come all where DynamoDB leaves some for later', async () => {
    await fill(30);
    const { table, faults } = broken(fresh, { seed: 3, rules: [{ fault: 'unprocessed', times: 4 }] });
    expect(numbers(await getItems(table, upTo(30).map(keyOf))).sort((a, b) => a - b)).toEqual(upTo(30));
    expect(faults.injected.length).toBeGreaterThan(1);
  });
});

describe('a passing fault', () => {
  it.each([
    ['throttled', { fault: 'throttle', times: Infinity }],
    ['timed out', { fault: 'time-out', times: Infinity }],
  ] as const)('that passes not is a refusal that says when to try again: %s', async (_what, rule) => {
    const { table } = broken(fresh, { rules: [rule] });
    for (const work of [
      () => getItem(table, keyOf(1)),
      () => getItems(table, [keyOf(1)]),
      () => queryAll(table, { pk }),
      () => transact(table, [putStep(1)]),
    ])
      expect(await refusalOf(work())).toMatchObject({ kind: 'temporarily-unavailable', retryAfter: 2 });
    expect(await fresh.scan()).toEqual([]);
  });

  it('that passes is not seen', async () => {
    const { table, faults } = broken(fresh, { rules: [{ fault: 'throttle' }, { fault: 'time-out' }] }, 3);
    await transact(table, [putStep(1)]);
    expect(faults.injected.map(({ fault }) => fault)).toEqual(['throttle', 'time-out']);
    expect(numbers(await fresh.scan())).toEqual([1]);
  });

  it('is told from a mistake of ours, which stays what it is', async () => {
    const mistake = getItem(fresh.table, { pk: '', sk: 'x' });
    await expect(mistake).rejects.toMatchObject({ name: 'ValidationException' });
    const wrong = Object.assign(new TypeError('not a function'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(asRefusal(wrong)).toBe(wrong);
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(asRefusal(refused)).toBeInstanceOf(Refusal);
    const known = new Refusal('conflict', 'Known.');
    expect(asRefusal(known)).toBe(known);
    await expect(sent(Promise.reject(wrong))).rejects.toBe(wrong);
  });

  it('is no crash: that ends the work', async () => {
    const { table } = broken(fresh, { rules: [{ fault: 'crash-before' }] }, 3);
    await expect(getItem(table, keyOf(1))).rejects.toBeInstanceOf(Crash);
  });
});

describe('a transaction', () => {
  it('says what the first step means that does not hold, and writes nothing', async () => {
    await fill(3);
    const before = await fresh.hash();
    await expect(transact(fresh.table, [7, 2, 1, 8].map(putStep))).rejects.toThrow('There is a 2.');
    expect(await fresh.hash()).toBe(before);
  });

  it('that meets others is tried again, and refused as temporary only when that does not end', async () => {
    const some = broken(fresh, { rules: [{ fault: 'conflict', times: 3 }] });
    await transact(some.table, [putStep(1), putStep(2)]);
    expect(some.faults.injected).toHaveLength(3);
    const all = broken(fresh, { rules: [{ fault: 'conflict', times: Infinity }] });
    const refusal = await refusalOf(transact(all.table, [putStep(3), putStep(4)]));
    expect(refusal).toMatchObject({ kind: 'temporarily-unavailable', retryAfter: 1 });
    expect(numbers(await fresh.scan())).toEqual([1, 2]);
  });

  it('with an item over DynamoDB’s limit is a mistake of ours, not a passing fault', async () => {
    const large = { ...putStep(1).step.Put, Item: { ...keyOf(1), body: 'x'.repeat(410_000) } };
    await expect(transact(fresh.table, [{ step: { Put: large } }])).rejects.not.toBeInstanceOf(Refusal);
  });
});

/** Close, clear, can: each mark says why it holds or does not. */
import { describe, expect, it } from 'vitest';
import { markReasons } from '../../../shared/report/view-sentences.ts';
import { marksOf } from '../../../shared/report/views/marks.ts';
import { marksSchema } from '../../../shared/report/views/shape.ts';
import { clock, journey, judgedMap, moving, onTarget, validation } from './views.ts';

const heard = (id: string, more: Record<string, unknown> = {}) =>
  onTarget(id, { perspective: 'customer-facing', ...more });
const marks = (
  outcome: Record<string, unknown>,
  kpis: readonly Record<string, unknown>[] = [],
  more: Record<string, readonly Record<string, unknown>[]> = {},
) => {
  const { map, context } = judgedMap({
    journeys: [journey()],
    outcomes: [{ id: 'soon', ...outcome }],
    kpis: [...kpis],
    ...more,
  });
  const node = map.node('outcome', 'soon');
  if (node === undefined) throw new Error('no outcome');
  const found = marksSchema.parse(marksOf(node, context));
  for (const { why } of Object.values(found)) expect(Object.keys(markReasons)).toContain(why);
  return found;
};
const tolerance = { value: '3', unit: { kind: 'duration', symbol: 'day' }, direction: 'lower' };
const all = { clock: clock('placed', 'works') };
const hours = { unit: { kind: 'duration', symbol: 'h' } };

describe('close', () => {
  it.each([
    ['validated', { validation }, 'yes'],
    ['lapsed', { validation: { ...validation, date: '2025-01-01' } }, 'no'],
    ['never-validated', {}, 'no'],
  ])('%s', (why, outcome, holds) => {
    expect(marks(outcome).close).toMatchObject({ holds, why });
  });
});

describe('clear', () => {
  it.each([
    ['neither-tolerance-nor-clock', {}, [heard('a')], 'no'],
    ['clock-covered', all, [heard('a', all)], 'yes'],
    ['clock-not-covered', all, [heard('a', { clock: clock('placed', 'delivered') })], 'no'],
    ['clock-not-covered', all, [onTarget('inside', all)], 'no'],
    ['clock-not-covered', all, [heard('unowned', { ...all, owner: null })], 'no'],
    ['clock-not-covered', { ...all, tolerance }, [heard('a', hours)], 'no'],
    ['clock-off-journey', { clock: clock('placed', 'lost') }, [], 'cannot-tell'],
    ['tolerance-measured', { tolerance }, [heard('a', hours)], 'yes'],
    ['tolerance-not-measured', { tolerance }, [heard('a')], 'no'],
  ])('%s: %j heard by %j', (why, outcome, kpis, holds) => {
    expect(marks(outcome, kpis).clear).toMatchObject({ holds, why });
  });
});

describe('can', () => {
  const capabilities = [{ id: 'c', departments: ['sales', 'it'], outcomes: ['soon'] }];
  const departments = [{ id: 'sales' }, { id: 'it' }];
  it.each([
    ['unserved', [onTarget('harm', { contributions: [{ outcome: 'soon', effect: '-' }] })], {}, 'no'],
    ['on-target', [onTarget('a'), onTarget('b')], {}, 'yes'],
    [
      'on-target',
      [onTarget('a'), moving('harm', { contributions: [{ outcome: 'soon', effect: '-' }] })],
      {},
      'yes',
    ],
    ['off-target', [onTarget('a'), moving('b')], {}, 'no'],
    ['status-missing', [onTarget('a'), onTarget('b', { targets: [] })], {}, 'cannot-tell'],
    ['capability-incomplete', [onTarget('a', { capability: 'c' })], { capabilities, departments }, 'no'],
    [
      'on-target',
      [onTarget('a', { capability: 'c' }), onTarget('b', { capability: 'c', department: 'it' })],
      { capabilities, departments },
      'yes',
    ],
  ])('%s: %#', (why, kpis, more, holds) => {
    expect(marks({}, kpis, more).can).toMatchObject({ holds, why });
  });

  it('does not ask for a reading in a quarter in which the rhythm asks none', () => {
    const yearly = onTarget('yearly', { everyQuarters: 4, readings: {} });
    expect(marks({}, [onTarget('a'), yearly]).can).toEqual({
      holds: 'yes',
      why: 'on-target',
      data: { on: 1, kpis: 1 },
    });
  });
});

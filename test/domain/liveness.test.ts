import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLive, isRead, liveWindow } from '../../shared/domain/liveness.ts';
import { quarterSchema } from '../../shared/domain/quarter.ts';
import { addQuarters, earlierQuarter } from '../../shared/domain/quarter-steps.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { contextOf, type Moment, world } from '../checks/world.ts';
import { nearQuarter } from './arbitrary.ts';

const live = (
  kpi: Record<string, unknown>,
  moment: Moment = {},
  rest: Record<string, Record<string, unknown>[]> = {},
) => {
  const node = new StrategyMap(world({ kpis: [{ id: 'k', ...kpi }], ...rest })).node('kpi', 'k');
  if (node === undefined) throw new Error('the world lacks its KPI');
  return isLive(node, contextOf(moment));
};
const read = (...quarters: string[]) => ({
  readings: Object.fromEntries(quarters.map((quarter) => [quarter, { actual: '1' }])),
});

describe('live KPI', () => {
  it.each<[string, boolean, Record<string, unknown>, Moment]>([
    ['it was read in the quarter', true, read('2026-Q2'), {}],
    ['it was read in the quarter before', true, read('2026-Q1'), {}],
    ['it was read two quarters before', false, read('2025-Q4'), {}],
    [
      'the quarter is not due yet: the window starts earlier',
      true,
      read('2025-Q4'),
      { calendar: { lastDueQuarter: '2026-Q1' } },
    ],
    ['it was read only later', false, read('2026-Q3'), {}],
    ['it was said why it was not measured', false, { readings: { '2026-Q2': { notMeasured: 'moved' } } }, {}],
    ['a half-yearly one was read two quarters before', true, { ...read('2025-Q4'), everyQuarters: 2 }, {}],
    ['a half-yearly one was read three quarters before', false, { ...read('2025-Q3'), everyQuarters: 2 }, {}],
    ['a yearly one was read four quarters before', true, { ...read('2025-Q2'), everyQuarters: 4 }, {}],
    ['a yearly one was read five quarters before', false, { ...read('2025-Q1'), everyQuarters: 4 }, {}],
    ['the policy gives it longer', true, read('2025-Q3'), { policy: { liveQuarters: 4 } }],
    ['nobody owns it', false, { ...read('2026-Q2'), owner: null }, {}],
    ['its owner is unknown', false, { ...read('2026-Q2'), owner: 'bob' }, {}],
    ['it is retired from the quarter', false, { ...read('2026-Q2'), retiredFrom: '2026-Q2' }, {}],
    ['it begins later', false, { ...read('2026-Q2'), firstQuarter: '2026-Q3' }, {}],
  ])('where %s: %s', (_what, expected, kpi, moment) => {
    expect(live(kpi, moment)).toBe(expected);
  });

  it('is none whose owner has left', () => {
    expect(live(read('2026-Q2'), {}, { members: [{ id: 'ann', status: 'removed' }] })).toBe(false);
  });

  it('was read in a quarter from min(q, last due) - window + 1 to q, and in no other', () => {
    fc.assert(
      fc.property(
        nearQuarter,
        nearQuarter,
        nearQuarter,
        fc.constantFrom<1 | 2 | 4>(1, 2, 4),
        fc.integer({ min: 1, max: 8 }),
        (quarter, lastDueQuarter, readIn, everyQuarters, liveQuarters) => {
          const map = new StrategyMap(world({ kpis: [{ id: 'k', everyQuarters, ...read(readIn) }] }));
          const node = map.node('kpi', 'k');
          const policy = { liveQuarters };
          const from = addQuarters(
            earlierQuarter(quarter, lastDueQuarter),
            1 - liveWindow(everyQuarters, policy),
          );
          expect(node && isRead(node, contextOf({ quarter, calendar: { lastDueQuarter }, policy }))).toBe(
            from <= readIn && readIn <= quarter,
          );
        },
      ),
    );
  });

  it('has a window of max(2, rhythm + 1) quarters unless it is quarterly', () => {
    expect([1, 2, 4].map((every) => liveWindow(every as 1 | 2 | 4, { liveQuarters: 2 }))).toEqual([2, 3, 5]);
    expect([1, 2, 4].map((every) => liveWindow(every as 1 | 2 | 4, { liveQuarters: 4 }))).toEqual([4, 4, 5]);
  });

  it('is not read where it was never defined', () => {
    const map = new StrategyMap(world({ kpis: [{ id: 'k', counterparts: [{ kpi: 'ghost' }] }] }));
    const ghost = map.node('kpi', 'ghost');
    expect(ghost && isRead(ghost, contextOf({ quarter: quarterSchema.parse('2026-Q2') }))).toBe(false);
  });
});

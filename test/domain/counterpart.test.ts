import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CounterpartFault,
  counterpartFault,
  counterpartFaults,
  countingCounterparts,
} from '../../shared/domain/counterpart.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { contextOf, world } from '../checks/world.ts';

const sound = {
  id: 'felt',
  perspective: 'customer-facing',
  contributions: [{ outcome: 'o', effect: '-' }],
  readings: { '2026-Q2': { actual: '1' } },
};
const faultOf = (counterpart: Record<string, unknown> | undefined, link = 'felt') => {
  const map = new StrategyMap(
    world({
      outcomes: [{ id: 'o' }, { id: 'gone', retiredFrom: '2026-Q2' }],
      kpis: [
        { id: 'inside', counterparts: [{ kpi: link }], contributions: [{ outcome: 'o', effect: '+' }] },
        ...(counterpart === undefined ? [] : [{ ...sound, ...counterpart }]),
      ],
    }),
  );
  const kpi = map.node('kpi', 'inside');
  const other = map.node('kpi', link);
  if (kpi === undefined || other === undefined) throw new Error('the world lacks its pair');
  return counterpartFault(kpi, other, contextOf());
};

/** Changes that break one part of the law each, in the law's order from `retired` on. */
const breaks: Partial<Record<CounterpartFault, Record<string, unknown>>> = {
  retired: { retiredFrom: '2026-Q1' },
  'not-customer-facing': { perspective: 'financial' },
  'serves-no-outcome': { contributions: [] },
  'no-owner': { owner: null },
  'not-measured': { readings: {} },
};

describe('counterpart', () => {
  it('counts where nothing is wrong with it, whatever its effect', () => {
    expect(faultOf({})).toBeUndefined();
  });

  it('is not found where nobody has defined it', () => {
    expect(faultOf(undefined)).toBe('not-found');
  });

  it('is never the KPI itself', () => {
    expect(faultOf({}, 'inside')).toBe('itself');
  });

  it.each([
    ['retired', { retiredFrom: '2026-Q2' }],
    ['not-customer-facing', { perspective: 'internal-efficiency' }],
    ['serves-no-outcome', { contributions: [{ outcome: 'gone', effect: '+' }] }],
    ['serves-no-outcome', { contributions: [{ outcome: 'unheard-of', effect: '+' }] }],
    ['no-owner', { owner: 'nobody' }],
    ['not-measured', { readings: { '2026-Q2': { notMeasured: 'the survey failed' } } }],
    ['not-measured', { firstQuarter: '2026-Q3' }],
  ] as const)('does not count: %s (%o)', (fault, change) => {
    expect(faultOf(change)).toBe(fault);
  });

  it('still counts in the last quarter before it is retired', () => {
    expect(faultOf({ retiredFrom: '2026-Q3' })).toBeUndefined();
  });

  it('is told the first part of the law that it fails', () => {
    const broken = Object.keys(breaks) as CounterpartFault[];
    fc.assert(
      fc.property(fc.subarray(broken, { minLength: 1 }), (faults) => {
        const first = counterpartFaults.find((fault) => faults.includes(fault));
        expect(faultOf(Object.assign({}, ...faults.map((fault) => breaks[fault])))).toBe(first);
      }),
    );
  });

  it('is listed in the order in which it is linked', () => {
    const map = new StrategyMap(
      world({
        outcomes: [{ id: 'o' }],
        kpis: [
          { id: 'inside', counterparts: [{ kpi: 'z' }, { kpi: 'ghost' }, { kpi: 'a' }] },
          { ...sound, id: 'a' },
          { ...sound, id: 'z' },
        ],
      }),
    );
    const kpi = map.node('kpi', 'inside');
    expect(kpi && countingCounterparts(kpi, contextOf()).map(({ id }) => id)).toEqual(['z', 'a']);
  });
});

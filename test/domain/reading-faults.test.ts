/** Whose readings a department hands in, and in which values. */
import { describe, expect, it } from 'vitest';
import { type Kpi, kpiSchema } from '../../shared/domain/kpi.ts';
import { readingFaults, submitsFor } from '../../shared/domain/reading-faults.ts';

const kpi = (id: string, more: object = {}): Kpi =>
  kpiSchema.parse({
    id,
    department: 'service',
    name: id,
    unit: { kind: 'duration', symbol: 'h' },
    direction: 'lower',
    perspective: 'internal-efficiency',
    firstQuarter: '2026-Q1',
    ...more,
  });
const kpis = new Map(
  [
    kpi('own'),
    kpi('other', { department: 'sales' }),
    kpi('moved-in', { formerDepartments: [{ department: 'sales', until: '2026-Q2' }] }),
    kpi('moved-out', {
      department: 'sales',
      formerDepartments: [{ department: 'service', until: '2026-Q3' }],
    }),
    kpi('retired', { retiredFrom: '2026-Q3' }),
    kpi('new', { firstQuarter: '2026-Q4' }),
  ].map((one) => [one.id, one]),
);
const faults = (
  id: string,
  actual: string | undefined,
  quarter: '2026-Q2' | '2026-Q3' | '2026-Q4' = '2026-Q3',
) => {
  const reading = actual === undefined ? { kpi: id, notMeasured: 'Broken.' } : { kpi: id, actual };
  return readingFaults([reading], (one) => kpis.get(one), 'service', quarter);
};

describe('a reading', () => {
  it.each([
    ['own', '2026-Q3'],
    ['moved-in', '2026-Q3'],
    ['moved-out', '2026-Q3'],
    ['retired', '2026-Q2'],
    ['new', '2026-Q4'],
  ] as const)('of %s is taken for %s', (id, quarter) => {
    expect(faults(id, '3', quarter)).toEqual([]);
    expect(submitsFor(kpis.get(id) as Kpi, 'service', quarter)).toBe(true);
  });

  it.each([
    ['ghost', '2026-Q3', 'the id of a KPI that “service” holds in 2026-Q3'],
    ['other', '2026-Q3', 'the id of a KPI that “service” holds in 2026-Q3'],
    ['moved-in', '2026-Q2', 'the id of a KPI that “service” holds in 2026-Q2'],
    ['moved-out', '2026-Q4', 'the id of a KPI that “service” holds in 2026-Q4'],
    ['retired', '2026-Q3', 'a KPI that is active in 2026-Q3'],
    ['new', '2026-Q3', 'a KPI that is active in 2026-Q3'],
  ] as const)('of %s is not taken for %s', (id, quarter, expected) => {
    expect(faults(id, '3', quarter)).toEqual([{ path: '/readings/0/kpi', found: `"${id}"`, expected }]);
  });

  it('has a value that its unit allows, or none', () => {
    expect(faults('own', '-3')).toEqual([
      { path: '/readings/0/actual', found: '"-3"', expected: 'a duration of 0 or more' },
    ]);
    expect(faults('own', undefined)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpiFields, type Target, targetFault } from '../../shared/domain/kpi.ts';
import { asksReading, departmentIn, targetIn } from '../../shared/domain/kpi-in-quarter.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import { nearQuarter } from './arbitrary.ts';

const target = (from: Quarter, value: string, setAt = '2025-01-01T00:00:00Z'): Target => ({
  from,
  value,
  setAt,
  by: 'ann',
});

describe('target that stands', () => {
  it('is none before the first, then the latest begun', () => {
    const targets = [target('2025-Q3', '3'), target('2025-Q1', '1')];
    expect(targetIn({ targets }, '2024-Q4')).toBeUndefined();
    expect(targetIn({ targets }, '2025-Q2')?.value).toBe('1');
    expect(targetIn({ targets }, '2025-Q3')?.value).toBe('3');
    expect(targetIn({ targets }, '2030-Q1')?.value).toBe('3');
  });

  it('is the one set last of two from the same quarter', () => {
    const early = target('2025-Q1', 'early', '2025-01-01T00:00:00Z');
    const late = target('2025-Q1', 'late', '2025-01-01T00:00:00.500Z');
    expect(targetIn({ targets: [early, late] }, '2025-Q1')).toBe(late);
    expect(targetIn({ targets: [late, early] }, '2025-Q1')).toBe(late);
  });

  it('does not hang on the order in which targets are kept', () => {
    const anyTargets = fc.uniqueArray(
      fc.record({ from: nearQuarter, day: fc.integer({ min: 1, max: 28 }) }),
      {
        selector: ({ from, day }) => `${from} ${day}`,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(anyTargets, nearQuarter, (drafts, quarter) => {
        const targets = drafts.map(({ from, day }, i) =>
          target(from, String(i), `2025-01-${String(day).padStart(2, '0')}T00:00:00Z`),
        );
        expect(targetIn({ targets: targets.toReversed() }, quarter)).toEqual(targetIn({ targets }, quarter));
      }),
    );
  });
});

describe('department that holds a reading', () => {
  const kpi = {
    department: 'now',
    formerDepartments: [
      { department: 'second', until: '2025-Q4' as Quarter },
      { department: 'first', until: '2025-Q1' as Quarter },
    ],
  };
  it.each([
    ['2024-Q1', 'first'],
    ['2025-Q1', 'first'],
    ['2025-Q2', 'second'],
    ['2025-Q4', 'second'],
    ['2026-Q1', 'now'],
  ] as const)('in %s is %s', (quarter, department) => {
    expect(departmentIn(kpi, quarter)).toBe(department);
  });
});

describe('rhythm', () => {
  it('asks from the first quarter on, every so many', () => {
    fc.assert(
      fc.property(
        nearQuarter,
        fc.constantFrom(1, 2, 4),
        fc.integer({ min: -8, max: 16 }),
        (firstQuarter, every, distance) => {
          const asked = asksReading(
            { firstQuarter, everyQuarters: every as 1 | 2 | 4 },
            addQuarters(firstQuarter, distance),
          );
          expect(asked).toBe(distance >= 0 && distance % every === 0);
        },
      ),
    );
  });
});

describe('form of a target', () => {
  const count = { kind: 'count', symbol: '' } as const;
  const share = { kind: 'share', symbol: '%' } as const;
  it.each([
    ['a number where a range is asked', '5', { direction: 'range', unit: count }, 'a range {low, high}'],
    [
      'a range where a number is asked',
      { low: '1', high: '2' },
      { direction: 'lower', unit: count },
      'one number',
    ],
    ['a share in percent', '95', { direction: 'higher', unit: share }, 'a share from 0 to 1'],
    [
      'a range whose upper bound is no share',
      { low: '0.2', high: '2' },
      { direction: 'range', unit: share },
      'a share',
    ],
    [
      'a range whose lower bound is no count',
      { low: '-2', high: '2' },
      { direction: 'range', unit: count },
      'a count',
    ],
  ] as const)('refuses %s', (_what, value, kpi, expected) => {
    expect(targetFault(value, kpi)).toContain(expected);
  });

  it('takes what fits direction and unit', () => {
    expect(targetFault('0.95', { direction: 'higher', unit: share })).toBeUndefined();
    expect(targetFault({ low: '0', high: '1' }, { direction: 'range', unit: share })).toBeUndefined();
  });
});

describe('fields of a KPI', () => {
  const fields = {
    department: 'service',
    name: 'Calls',
    unit: { kind: 'count' },
    direction: 'higher',
    perspective: 'internal-efficiency',
  };
  it('fill in what nobody said', () => {
    expect(kpiFields.parse(fields)).toMatchObject({
      everyQuarters: 1,
      counterparts: [],
      contributions: [],
      perspectiveConfirmed: false,
    });
  });

  it('name each counterpart and each outcome once, and nothing that is not theirs', () => {
    const twice = kpiFields.safeParse({
      ...fields,
      counterparts: [{ kpi: 'a' }, { kpi: 'a', lag: 1 }],
      contributions: [
        { outcome: 'o', effect: '+' },
        { outcome: 'o', effect: '-' },
      ],
      statutory: { reason: 'law', by: 'ann', at: '2026-01-01T00:00:00Z' },
    });
    expect(twice.error?.issues.map(({ message }) => message).sort()).toEqual([
      'Unrecognized key: "statutory"',
      'each counterpart once',
      'each outcome once',
    ]);
  });
});

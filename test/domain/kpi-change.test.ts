/** What becomes of a KPI when it is written: nothing that the server keeps is lost, no change of meaning unnoticed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kpi, kpiFields, kpiSchema } from '../../shared/domain/kpi.ts';
import { kpiAfter, kpiFaults, withTarget } from '../../shared/domain/kpi-change.ts';
import { departmentIn, targetIn } from '../../shared/domain/kpi-in-quarter.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters, quarterIndex } from '../../shared/domain/quarter-steps.ts';

const fields = (more: object = {}) =>
  kpiFields.parse({
    department: 'service',
    name: 'Solved at first contact',
    unit: { kind: 'share', symbol: '%' },
    direction: 'higher',
    perspective: 'customer-facing',
    ...more,
  });
const at = '2026-10-20T09:00:00.000Z';
const change = (running: Quarter = '2026-Q4') => ({ by: 'hans', at, running });
const made = (more: object = {}): Kpi => kpiAfter(undefined, 'k', fields(more), '2025-Q1', change());
const target = (from: Quarter, value: Kpi['targets'][number]['value'], setAt = at) => ({
  from,
  value,
  setAt,
  by: 'hans',
});

describe('a new KPI', () => {
  it('begins where it says, or where it is told', () => {
    expect(made().firstQuarter).toBe('2025-Q1');
    expect(made({ firstQuarter: '2026-Q2' }).firstQuarter).toBe('2026-Q2');
  });

  it('is a whole one, without history', () => {
    expect(kpiSchema.parse(made())).toMatchObject({
      id: 'k',
      targets: [],
      formerDepartments: [],
      changes: [],
    });
  });
});

describe('a change', () => {
  it('keeps what the server owns', () => {
    const before: Kpi = {
      ...withTarget(made(), target('2026-Q1', '0.8')),
      statutory: { reason: 'The law.', by: 'eve', at },
    };
    const after = kpiAfter(before, 'k', fields({ name: 'Other' }), '2026-Q3', change());
    expect(after).toEqual({ ...before, name: 'Other' });
  });

  it.each([
    ['direction', 'lower', 'higher', 'lower'],
    ['perspective', 'employee', 'customer-facing', 'employee'],
    ['clock', { journey: 'j', from: 'a', to: 'b' }, 'none', '{"from":"a","journey":"j","to":"b"}'],
    ['unit', { kind: 'count', symbol: '' }, '{"kind":"share","symbol":"%"}', '{"kind":"count","symbol":""}'],
    ['retiredFrom', '2027-Q1', 'none', '2027-Q1'],
    ['department', 'operations', 'service', 'operations'],
  ])('of %s is noted with who and when, and back again too', (field, value, was, is) => {
    const after = kpiAfter(made(), 'k', fields({ [field]: value }), '2026-Q3', change());
    expect(after.changes).toEqual([{ field, was, is, at, by: 'hans' }]);
    const back = kpiAfter(after, 'k', fields(), '2026-Q3', change('2027-Q1'));
    expect(back.changes[1]).toEqual({ field, was: is, is: was, at, by: 'hans' });
  });

  it('of name, links or owner changes no meaning', () => {
    const other = fields({ name: 'Other', owner: 'eve', counterparts: [{ kpi: 'x' }], touchpoints: ['a/b'] });
    expect(kpiAfter(made(), 'k', other, '2026-Q3', change()).changes).toEqual([]);
  });

  it('of the wording takes a confirmation back, of anything else it does not', () => {
    const confirmed = { perspectiveConfirmed: true };
    const before = kpiAfter(made(), 'k', fields(confirmed), '2026-Q3', change());
    expect(before.perspectiveConfirmed).toBe(true);
    const written = (more: object, from: Kpi = before) =>
      kpiAfter(from, 'k', fields({ ...confirmed, ...more }), '2026-Q3', change());
    expect(written({ owner: 'hans' }).perspectiveConfirmed).toBe(true);
    for (const worded of [{ name: 'Other' }, { definition: 'Of all.' }, { direction: 'lower' }]) {
      const reworded = written(worded);
      expect(reworded.perspectiveConfirmed).toBe(false);
      expect(written(worded, reworded).perspectiveConfirmed).toBe(true);
    }
  });

  it('beyond the last that can be noted is refused', () => {
    let kpi = made();
    for (let i = 0; i < 200; i++)
      kpi = kpiAfter(
        kpi,
        'k',
        fields({ perspective: i % 2 === 0 ? 'employee' : 'financial' }),
        '2026-Q3',
        change(),
      );
    expect(() => kpiAfter(kpi, 'k', fields(), '2026-Q3', change())).toThrow(
      expect.objectContaining({ kind: 'conflict' }),
    );
    expect(
      kpiAfter(kpi, 'k', fields({ perspective: 'financial', name: 'Other' }), '2026-Q3', change()).name,
    ).toBe('Other');
  });
});

describe('a move between departments', () => {
  const departments = ['a', 'b', 'c'] as const;
  const moves = fc.array(
    fc.record({ department: fc.constantFrom(...departments), later: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 12 },
  );

  it('leaves every quarter with the department that held it at its end', () => {
    fc.assert(
      fc.property(moves, (list) => {
        let running: Quarter = '2025-Q2';
        let kpi = kpiAfter(undefined, 'k', fields({ department: 'a' }), '2025-Q1', change(running));
        const heldAtEnd = new Map<Quarter, string>();
        for (const { department, later } of list) {
          for (let i = 0; i < later; i++) {
            heldAtEnd.set(running, kpi.department);
            running = addQuarters(running, 1);
          }
          kpi = kpiAfter(kpi, 'k', fields({ department }), '2025-Q1', change(running));
        }
        heldAtEnd.set(running, kpi.department);
        for (const [quarter, department] of heldAtEnd) expect(departmentIn(kpi, quarter)).toBe(department);
      }),
    );
  });
});

describe('what is wrong with a KPI by itself', () => {
  it('is a baseline that its unit excludes', () => {
    expect(kpiFaults(made({ baseline: '1.2' }))).toEqual([
      { path: '/baseline', found: '"1.2"', expected: 'a share from 0 to 1 (0.95 is 95 %)' },
    ]);
    expect(kpiFaults(made({ baseline: '0.5' }))).toEqual([]);
  });

  it('is a direction or a unit that a target does not fit', () => {
    const kpi = withTarget(made(), target('2026-Q1', '0.8'));
    expect(kpiFaults(kpi)).toEqual([]);
    expect(kpiFaults({ ...kpi, direction: 'range' })).toEqual([
      expect.objectContaining({ path: '/direction' }),
    ]);
    const count = {
      ...kpi,
      targets: [target('2026-Q1', '-2')],
      unit: { kind: 'count' as const, symbol: '' },
    };
    expect(kpiFaults(count)).toEqual([
      expect.objectContaining({ path: '/unit', expected: expect.stringContaining('2026-Q1') }),
    ]);
    const range = {
      ...made({ direction: 'range' }),
      targets: [target('2026-Q1', { low: '0.1', high: '0.2' })],
    };
    expect(kpiFaults(range)).toEqual([]);
    expect(kpiFaults({ ...range, direction: 'lower' })).toEqual([
      expect.objectContaining({ path: '/direction' }),
    ]);
  });
});

describe('a target', () => {
  it('set last stands, whatever came before, and the list is in the order of time', () => {
    const quarter = fc.integer({ min: 0, max: 5 }).map((i) => addQuarters('2026-Q1', i));
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 1, maxLength: 20 }), (quarters) => {
        const set = quarters.map((from, i) =>
          target(from, `0.${i + 10}`, new Date(Date.UTC(2026, 0, 1 + i)).toISOString()),
        );
        const kpi = set.reduce(withTarget, made());
        const indexes = kpi.targets.map(({ from }) => quarterIndex(from));
        expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
        expect(kpi.targets).toHaveLength(quarters.length);
        for (const from of quarters)
          expect(targetIn(kpi, from)).toEqual(set.filter((one) => one.from === from).at(-1));
      }),
    );
  });

  it('beyond the eightieth is refused', () => {
    let kpi = made();
    for (let i = 0; i < 80; i++) kpi = withTarget(kpi, target('2026-Q1', '0.5'));
    expect(() => withTarget(kpi, target('2026-Q1', '0.5'))).toThrow(
      expect.objectContaining({ kind: 'conflict' }),
    );
  });
});

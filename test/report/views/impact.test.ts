/** Impact by department: every factor shown, no figure without them, nobody named where one is missing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impactByDepartment, impacts } from '../../../shared/report/views/impact.ts';
import { impactSchema } from '../../../shared/report/views/shape.ts';
import { judgedMap, moving, quarter } from './views.ts';

const outcomes = [
  { id: 'soon', weight: 3 },
  { id: 'kind', weight: 1 },
];
const impactsOf = (kpis: readonly Record<string, unknown>[], weighed = outcomes) => {
  const { map, context } = judgedMap({
    departments: [{ id: 'sales' }, { id: 'it' }],
    outcomes: weighed,
    kpis: [...kpis],
  });
  return impacts(map, context);
};
const only = (more: Record<string, unknown> = {}) => impactsOf([moving('a', more)])[0];
const read = (then: string, now: string) => ({
  readings: { '2025-Q2': { actual: then }, [quarter]: { actual: now } },
});

describe('impact', () => {
  it('is importance x share of the live KPIs x mean movement, each of them shown', () => {
    const list = impactsOf([
      moving('a'),
      moving('b', read('0', '10')),
      moving('c', { department: 'it', ...read('5', '0') }),
      moving('dead', { owner: null }),
    ]);
    expect(
      list.map(({ department, importance, share, movement, impact }) => [
        department,
        importance,
        share,
        movement,
        impact,
      ]),
    ).toEqual([
      ['it', 0.75, 0.3333, -0.5, -0.125],
      ['sales', 0.75, 0.6667, 0.75, 0.375],
    ]);
    expect(impactByDepartment(list)).toEqual({
      departments: [
        { department: 'sales', impact: 0.375, told: 1, cannotTell: 0 },
        { department: 'it', impact: -0.125, told: 1, cannotTell: 0 },
      ],
      winner: 'sales',
    });
  });

  it.each([
    ['in its own direction', { direction: 'lower', baseline: '20', ...read('20', '15') }, 0.5],
    [
      'against the customer where the effect is one',
      { contributions: [{ outcome: 'soon', effect: '-' }] },
      -0.5,
    ],
    [
      'towards a range',
      {
        direction: 'range',
        baseline: '20',
        targets: [{ from: '2024-Q1', value: { low: '5', high: '10' } }],
        ...read('20', '15'),
      },
      0.5,
    ],
    ['and never beyond one', read('0', '99'), 1],
    ['nor below minus one', read('99', '0'), -1],
  ])('moves %s', (_title, more, movement) => {
    expect(only(more)?.movement).toBe(movement);
  });

  it.each([
    ['reading 2026-Q2', { readings: { '2025-Q2': { actual: '1' }, '2026-Q1': { actual: '1' } } }],
    ['reading 2025-Q2', { readings: { [quarter]: { actual: '1' } } }],
    ['target', { targets: [] }],
    ['baseline', { baseline: null }],
    ['other-baseline', { baseline: '10' }],
  ])('cannot be told without %s', (missing, more) => {
    const cell = only(more);
    expect(cell).toMatchObject({ missing: [missing], kpis: [{ kpi: 'a', missing: [missing] }] });
    expect(cell).not.toHaveProperty('impact');
  });

  it('cannot be told where no outcome has an importance', () => {
    const [cell] = impactsOf([moving('a')], [{ id: 'soon', weight: 0 }]);
    expect(cell).toMatchObject({ missing: ['importance'], movement: 0.5 });
    expect(cell).not.toHaveProperty('impact');
  });

  it('names no winner while a factor is missing, on a tie, or where nobody helps', () => {
    const it = { department: 'it' };
    expect(impactByDepartment(impactsOf([moving('a'), moving('b', { ...it, baseline: null })]))).toEqual({
      departments: [
        { department: 'sales', impact: 0.1875, told: 1, cannotTell: 0 },
        { department: 'it', told: 0, cannotTell: 1 },
      ],
    });
    expect(impactByDepartment(impactsOf([moving('a'), moving('b', it)])).winner).toBeUndefined();
    expect(impactByDepartment(impactsOf([moving('a', read('5', '0'))])).winner).toBeUndefined();
    expect(impactByDepartment([])).toEqual({ departments: [] });
  });

  it('stays within its shape, and a winner is ahead of everybody', () => {
    const figure = fc.integer({ min: -50, max: 50 }).map(String);
    const kpi = fc.record({
      department: fc.constantFrom('sales', 'it', 'hr'),
      baseline: fc.option(figure),
      direction: fc.constantFrom('higher', 'lower'),
      contributions: fc.constantFrom(
        [{ outcome: 'soon', effect: '+' }],
        [{ outcome: 'kind', effect: '-' }],
        [
          { outcome: 'soon', effect: '+' },
          { outcome: 'kind', effect: '+' },
        ],
      ),
      readings: fc.tuple(figure, figure).map(([then, now]) => read(then, now).readings),
    });
    fc.assert(
      fc.property(fc.array(kpi, { maxLength: 8 }), (kpis) => {
        const list = impactsOf(kpis.map((one, i) => moving(`k${i}`, one)));
        for (const cell of list) {
          expect(impactSchema.safeParse(cell).success).toBe(true);
          expect(cell.impact === undefined).toBe(cell.missing.length > 0);
        }
        const { departments, winner } = impactByDepartment(list);
        const [first, ...others] = departments;
        if (winner === undefined) return;
        expect(first?.department).toBe(winner);
        for (const other of others) {
          expect(other.cannotTell).toBe(0);
          expect(other.impact).toBeLessThan(first?.impact ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** The laws of alignment: every figure is the sum of its lines, and nothing can be talked away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import type { CheckResult } from '../../shared/checks/evaluate.ts';
import { evaluate } from '../../shared/checks/evaluate.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { departmentsOf } from '../../shared/report/result-departments.ts';
import { alignmentOf, sumOf, talliesOf, weights } from '../../shared/report/scores.ts';
import { anyChange, applyChange, judgedQuarter } from '../checks/random-facts.ts';
import { contextOf, world } from '../checks/world.ts';

const kpi = (id: string, perspective = 'internal-efficiency') => ({ id, perspective });
const map = new StrategyMap(
  world({ kpis: [kpi('a'), kpi('b'), kpi('seen', 'customer-facing'), kpi('money', 'financial')] }),
);
const failing = (level: 'error' | 'warning' | 'note') => ({
  verdict: 'fail' as const,
  level,
  message: '',
  data: {},
  reasons: [],
  evidence: { columns: [], rows: [] },
  related: [],
});
type Verdict = CheckResult['result'];
const of = (check: string, ids: readonly string[], result: Verdict): CheckResult => ({
  check,
  subject: { kind: ids.length === 2 ? 'kpi-pair' : 'kpi', ids: [...ids] },
  result,
});
const pass: Verdict = { verdict: 'pass' };
const cannotTell: Verdict = { verdict: 'cannot-tell', missing: ['a reading'] };
const align = (results: readonly CheckResult[], waived: readonly CheckResult[] = []) =>
  alignmentOf(results, map, catalogue, (result) => waived.includes(result));

describe('alignment', () => {
  it('weighs a check by the worst level that it has for the perspective', () => {
    expect(align([of('unlinked-kpi', ['a'], pass)]).weight).toBe(5);
    expect(align([of('unlinked-kpi', ['seen'], pass)]).weight).toBe(2);
    expect(align([of('unlinked-kpi', ['money'], pass)]).weight).toBe(0);
  });

  it('takes the actual level of a fail, and the whole weight of what cannot be told', () => {
    expect(align([of('moved-target', ['a'], failing('note')), of('stale-kpi', ['a'], pass)])).toMatchObject({
      weight: 7,
      cost: 0,
      share: 1,
      fail: 1,
      hold: 1,
    });
    expect(align([of('moved-target', ['a'], cannotTell)])).toMatchObject({
      cost: 5,
      share: 0,
      cannotTell: 1,
    });
    expect(align([of('moved-target', ['a'], { verdict: 'crashed', error: 'x' })])).toMatchObject({ cost: 5 });
  });

  it('counts a pair check once for its KPI, by the dearest pair', () => {
    const results = [
      of('watermelon', ['a', 'x'], pass),
      of('watermelon', ['a', 'y'], failing('warning')),
      of('watermelon', ['a', 'z'], failing('error')),
      of('watermelon', ['b', 'x'], pass),
    ];
    expect(align(results)).toMatchObject({ weight: 10, cost: 5, fail: 1, hold: 1 });
    expect(talliesOf(results, map, catalogue, () => false).map(({ subject }) => subject.ids)).toEqual([
      ['a', 'z'],
      ['b', 'x'],
    ]);
  });

  it('lets a waived fail cost, and counts it apart, never as held', () => {
    const failed = of('missing-counterpart', ['a'], failing('error'));
    expect(align([failed], [failed])).toEqual({ ...align([failed]), fail: 0, waived: 1 });
  });

  it('has no share where nothing is applicable', () => {
    const none = align([
      of('missing-counterpart', ['seen'], { verdict: 'not-applicable', why: 'not internal' }),
    ]);
    expect(none).toEqual({ weight: 0, cost: 0, hold: 0, fail: 0, waived: 0, cannotTell: 0 });
    expect(align([of('unlinked-kpi', ['money'], pass)])).not.toHaveProperty('share');
  });

  it('is the sum of its lines, between nothing and everything, whatever the strategy', () => {
    const context = contextOf({ quarter: judgedQuarter });
    fc.assert(
      fc.property(
        fc.array(anyChange, { minLength: 10, maxLength: 40 }),
        fc.nat(3),
        (changes, waivedEvery) => {
          const strategy = new StrategyMap();
          for (const change of changes) applyChange(strategy, change);
          const results = evaluate(strategy, context, catalogue);
          const isWaived = (result: CheckResult) =>
            waivedEvery > 0 && results.indexOf(result) % waivedEvery === 0;
          const tallies = talliesOf(results, strategy, catalogue, isWaived);
          const alignment = alignmentOf(results, strategy, catalogue, isWaived);
          expect(sumOf(tallies)).toEqual(alignment);
          expect(alignment.hold + alignment.fail + alignment.waived + alignment.cannotTell).toBe(
            tallies.length,
          );
          expect(alignment.cost).toBe(tallies.reduce((sum, { cost }) => sum + cost, 0));
          expect(alignment.cost).toBeLessThanOrEqual(alignment.weight);
          const unwaived = alignmentOf(results, strategy, catalogue, () => false);
          expect([unwaived.weight, unwaived.cost]).toEqual([alignment.weight, alignment.cost]);
          for (const { verdict, level, cost, weight } of tallies) {
            if (verdict === 'pass') expect(cost).toBe(0);
            if (verdict === 'cannot-tell') expect(cost).toBe(weight);
            if (level !== undefined) expect(cost).toBe(Math.min(weight, weights[level]));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a result', () => {
  it('belongs to its KPI’s department of the quarter, and of a touchpoint to each owner', () => {
    const strategy = new StrategyMap(
      world({
        journeys: [
          {
            id: 'j',
            events: [
              { id: 'a', name: 'A', seenBy: 'customer' },
              { id: 'b', name: 'B', seenBy: 'customer' },
            ],
            touchpoints: [{ id: 't', name: 'T', owners: ['it', 'sales', 'it'] }],
          },
        ],
        outcomes: [{ id: 'o', owningDepartment: 'sales' }],
        kpis: [{ id: 'k', department: 'it', formerDepartments: [{ department: 'sales', until: '2026-Q2' }] }],
      }),
    );
    const owners = (
      kind: 'kpi' | 'touchpoint' | 'outcome' | 'measure',
      id: string,
      quarter = judgedQuarter,
    ) => departmentsOf(strategy, { subject: { kind, ids: [id] } }, quarter);
    expect(owners('kpi', 'k')).toEqual(['sales']);
    expect(owners('kpi', 'k', '2026-Q3')).toEqual(['it']);
    expect(owners('touchpoint', 'j/t')).toEqual(['it', 'sales']);
    expect(owners('outcome', 'o')).toEqual(['sales']);
    expect(owners('measure', 'm|count')).toEqual([]);
  });
});

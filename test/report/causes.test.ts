/** Findings with one cause are one line, and every finding is in exactly one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { evaluate } from '../../shared/checks/evaluate.ts';
import { levels } from '../../shared/domain/finding-levels.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { causeLineOf, causesOf, causeText } from '../../shared/report/causes.ts';
import type { FindingLine } from '../../shared/report/finding-line.ts';
import { findingLines } from '../../shared/report/finding-lines.ts';
import { contextOf, world } from '../checks/world.ts';

const quarter = '2026-Q2';
const linesOf = (strategy: Parameters<typeof world>[0]): FindingLine[] => {
  const map = new StrategyMap(world(strategy));
  const context = contextOf({ quarter });
  return findingLines({ map, context, results: evaluate(map, context, catalogue), lives: new Map() });
};
const target = { from: '2024-Q1', value: '10' };
const contributions = [{ outcome: 'soon', effect: '+' }];
const green = (id: string) => ({
  id,
  name: `Green ${id}`,
  targets: [target],
  contributions,
  counterparts: [{ kpi: 'red' }],
  readings: { [quarter]: { actual: '12' } },
});

describe('causes', () => {
  it('make one line of a counterpart that is red under several green KPIs', () => {
    const lines = linesOf({
      outcomes: [{ id: 'soon' }],
      kpis: [
        ...['a', 'b', 'c'].map(green),
        {
          id: 'red',
          name: 'Promise kept',
          perspective: 'customer-facing',
          targets: [target],
          contributions,
          readings: { [quarter]: { actual: '1' } },
        },
      ],
    });
    const causes = causesOf(lines).filter(({ check }) => check === 'watermelon');
    expect(causes.map((cause) => [cause.common, causeText(causeLineOf(cause))])).toEqual([
      [{ kind: 'kpi', id: 'red' }, '“Promise kept” is off target under 3 KPIs that are on target.'],
    ]);
  });

  it('tell the first finding and how many are like it where they have no sentence of their own', () => {
    const causes = causesOf(
      linesOf({
        kpis: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      }),
    );
    const texts = causes
      .filter(({ check }) => check === 'missing-counterpart')
      .map((cause) => causeText(causeLineOf(cause)));
    expect(texts).toEqual([
      '“A” is an internal KPI and no customer-facing KPI is linked to it. 1 more like it.',
    ]);
  });

  it('hold every finding once, and stand in the order of their most urgent ones', () => {
    const line: fc.Arbitrary<FindingLine> = fc.record({
      fingerprint: fc.uuid(),
      check: fc.constantFrom('watermelon', 'clock-gap', 'missing-counterpart', 'missing-submission'),
      level: fc.constantFrom(...levels),
      subject: fc.record({
        kind: fc.constantFrom(
          'kpi' as const,
          'kpi-pair' as const,
          'kpi-outcome' as const,
          'department' as const,
        ),
        ids: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 2 }),
      }),
      department: fc.option(fc.constantFrom('sales', 'it'), { nil: undefined }),
      message: fc.constantFrom('once', 'again'),
      data: fc.constant({}),
      reasons: fc.constant([]),
      state: fc.constant('open' as const),
      since: fc.constant('2026-Q1' as const),
    });
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ fingerprint }) => fingerprint }), (lines) => {
        const causes = causesOf(lines);
        const all = causes.flatMap((cause) => cause.lines);
        expect(all.toSorted((a, b) => lines.indexOf(a) - lines.indexOf(b))).toEqual(lines);
        expect(causes.map(({ lead }) => lines.indexOf(lead))).toEqual(
          causes.map(({ lead }) => lines.indexOf(lead)).toSorted((a, b) => a - b),
        );
        for (const { check, lead, lines: own } of causes) {
          expect(own[0]).toBe(lead);
          expect(new Set(own.map((one) => one.check))).toEqual(new Set([check]));
        }
      }),
    );
  });
});

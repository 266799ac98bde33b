/** A preview says what a full evaluation would say, and what would change by it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { evaluate } from '../../shared/checks/evaluate.ts';
import { strategySchema } from '../../shared/domain/facts.ts';
import { fingerprintOf } from '../../shared/domain/finding.ts';
import { type Kpi, kpiSchema } from '../../shared/domain/kpi.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import type { Reading } from '../../shared/domain/submission.ts';
import { judgeProposal, previewFingerprints, previewOf } from '../../shared/report/preview.ts';
import { contextOf, world } from '../checks/world.ts';

const quarter = '2026-Q2' as const;
const context = contextOf({ quarter });
const target = { from: '2024-Q1', value: '10' };
const strategy = world({
  outcomes: [{ id: 'on-time' }],
  kpis: [
    {
      id: 'promise-kept',
      perspective: 'customer-facing',
      targets: [target],
      contributions: [{ outcome: 'on-time', effect: '+' }],
    },
    {
      id: 'dispatch',
      targets: [target],
      contributions: [{ outcome: 'on-time', effect: '+' }],
      counterparts: [{ kpi: 'promise-kept' }],
      readings: { '2026-Q1': { actual: '12' } },
    },
    { id: 'idle', readings: { '2026-Q2': { actual: '1' } } },
  ],
});
const kpis = new Map<string, Kpi>(
  strategy.kpis.map(({ readings: _readings, ...kpi }) => [kpi.id, kpiSchema.parse(kpi)]),
);
const proposed = (readings: readonly Reading[]) => ({ department: 'service', quarter, readings, kpis });
const preview = (readings: readonly Reading[]) =>
  previewOf(judgeProposal(strategy, context, catalogue, proposed(readings)), new Map());
const checksOf = (lines: readonly { check: string; subject: { ids: readonly string[] } }[]) =>
  lines.map(({ check, subject }) => `${check} ${subject.ids.join(' ')}`);

describe('a preview', () => {
  it('tells what would be cleared, what would come and what would stay', () => {
    const { findings, cleared } = preview([
      { kpi: 'promise-kept', actual: '4' },
      { kpi: 'dispatch', actual: '12' },
    ]);
    expect(checksOf(cleared)).toEqual(
      expect.arrayContaining([
        'missing-counterpart dispatch',
        'missing-submission service',
        'unheard-outcome on-time',
      ]),
    );
    expect(findings.find(({ check }) => check === 'watermelon')).toMatchObject({
      change: 'new',
      subject: { ids: ['dispatch', 'promise-kept'] },
      department: 'service',
      state: 'open',
      since: quarter,
    });
    expect(
      findings.find(({ check, subject }) => check === 'unlinked-kpi' && subject.ids[0] === 'idle')?.change,
    ).toBe('stays');
  });

  it('takes away the reading that is left out', () => {
    const { findings } = preview([]);
    expect(
      findings.find(({ check, subject }) => check === 'stale-kpi' && subject.ids[0] === 'idle')?.change,
    ).toBe('new');
  });

  it('keeps the state and age of findings that are there', () => {
    const judged = judgeProposal(strategy, context, catalogue, proposed([]));
    const fingerprint = fingerprintOf('unlinked-kpi', { kind: 'kpi', ids: ['idle'] }, quarter);
    expect(previewFingerprints(judged)).toContain(fingerprint);
    const lives = new Map([[fingerprint, { state: 'acknowledged' as const, since: '2025-Q4' as const }]]);
    const line = previewOf(judged, lives).findings.find((one) => one.fingerprint === fingerprint);
    expect(line).toMatchObject({ state: 'acknowledged', since: '2025-Q4' });
  });

  it('says of everything that it tells what a full evaluation says', () => {
    const reading = (kpi: string) =>
      fc.option(
        fc.integer({ min: 0, max: 20 }).map((n): Reading => ({ kpi, actual: String(n) })),
        { nil: undefined },
      );
    fc.assert(
      fc.property(reading('promise-kept'), reading('dispatch'), reading('idle'), (...all) => {
        const readings = all.filter((one) => one !== undefined);
        const judged = judgeProposal(strategy, context, catalogue, proposed(readings));
        const after = strategySchema.parse({
          ...strategy,
          departments: strategy.departments.map((one) => ({ ...one, counted: [quarter] })),
          kpis: strategy.kpis.map((kpi) => {
            const { [quarter]: _old, ...earlier } = kpi.readings;
            const actual = readings.find((one) => one.kpi === kpi.id)?.actual;
            return {
              ...kpi,
              readings: actual === undefined ? earlier : { ...earlier, [quarter]: { actual } },
            };
          }),
        });
        const full = evaluate(new StrategyMap(after), context, catalogue);
        const failing = (results: typeof full) =>
          results
            .filter(({ result }) => result.verdict === 'fail')
            .map(({ check, subject }) => fingerprintOf(check, subject, quarter));
        expect(judged.after).toEqual(
          full.filter((one) =>
            judged.after.some(
              (two) => two.check === one.check && String(two.subject.ids) === String(one.subject.ids),
            ),
          ),
        );
        const told = new Set(previewOf(judged, new Map()).findings.map(({ fingerprint }) => fingerprint));
        const untouched = failing(evaluate(new StrategyMap(strategy), context, catalogue));
        for (const fingerprint of failing(full))
          expect(told.has(fingerprint) || untouched.includes(fingerprint)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

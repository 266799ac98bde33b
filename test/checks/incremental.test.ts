import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { type CheckResult, conditionOf, evaluate, reevaluate } from '../../shared/checks/evaluate.ts';
import { type Touched, touch } from '../../shared/checks/touched.ts';
import { canonicalJson } from '../../shared/domain/canonical.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { type Judged, reconcile } from '../../shared/domain/reconcile.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { anyChange, applyChange, type Change, judgedQuarter } from './random-facts.ts';
import { contextOf } from './world.ts';

const context = contextOf({
  quarter: judgedQuarter,
  calendar: { extended: ['d3'], timeZone: 'Europe/Berlin' },
  policy: { checks: Object.fromEntries(catalogue.map(({ meta }) => [meta.id, true])) },
});
const anyStream = fc.tuple(
  fc.array(anyChange, { minLength: 10, maxLength: 40 }),
  fc.array(anyChange, { minLength: 1, maxLength: 6 }),
);

/** Makes a change and gives the results of what it touched. */
const change = (map: StrategyMap, one: Change): { touched: Touched; results: CheckResult[] } => {
  const touched = touch(map, catalogue, [one]);
  applyChange(map, one);
  touch(map, catalogue, [one], touched);
  return { touched, results: reevaluate(map, context, catalogue, touched) };
};
const bytesOf = (results: readonly CheckResult[]): Map<string, string> =>
  new Map(
    results.map((result) => [[result.check, ...result.subject.ids].join('\t'), JSON.stringify(result)]),
  );

describe('evaluating what a change touches', () => {
  it('gives, with what was known before, the bytes of a full evaluation', () => {
    fc.assert(
      fc.property(anyStream, ([beginning, stream]) => {
        const map = new StrategyMap();
        for (const one of beginning) applyChange(map, one);
        const known = bytesOf(evaluate(map, context, catalogue));
        for (const one of stream) {
          const { touched, results } = change(map, one);
          for (const key of known.keys()) {
            const [check, anchor] = key.split('\t');
            if (touched.get(check ?? '')?.has(anchor ?? '')) known.delete(key);
          }
          for (const [key, bytes] of bytesOf(results)) known.set(key, bytes);
          const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
          const full = [...bytesOf(evaluate(map, context, catalogue))].sort(([a], [b]) => (a < b ? -1 : 1));
          expect(sorted).toEqual(full);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the findings that full evaluations leave', () => {
    const judged = (results: readonly CheckResult[]): Judged[] =>
      results.map((result) => ({
        check: result.check,
        subject: result.subject,
        verdict: result.result.verdict,
        condition: conditionOf(result, context),
      }));
    fc.assert(
      fc.property(anyStream, ([beginning, stream]) => {
        const map = new StrategyMap();
        for (const one of beginning) applyChange(map, one);
        const stores = [new Map<string, Finding>(), new Map<string, Finding>()] as const;
        const settle = (
          store: Map<string, Finding>,
          at: string,
          results: readonly CheckResult[],
          touched?: Touched,
        ) => {
          const covers = (check: string, { ids }: { readonly ids: readonly string[] }) =>
            touched === undefined || touched.get(check)?.has(ids[0] ?? '') === true;
          for (const finding of reconcile([...store.values()], {
            quarter: context.quarter,
            at,
            judged: judged(results),
            covers,
          }))
            store.set(finding.fingerprint, finding);
        };
        const first = evaluate(map, context, catalogue);
        for (const store of stores) settle(store, '2026-07-16T02:00:00Z', first);
        for (const [i, one] of stream.entries()) {
          const at = `2026-07-${17 + i}T02:00:00Z`;
          const { touched, results } = change(map, one);
          settle(stores[0], at, results, touched);
          settle(stores[1], at, evaluate(map, context, catalogue));
        }
        const [some, all] = stores.map((store) => [...store].sort(([a], [b]) => (a < b ? -1 : 1)));
        expect(canonicalJson(some)).toBe(canonicalJson(all));
      }),
      { numRuns: 300 },
    );
  });

  it('meets every verdict of every check on the way', () => {
    const met = new Map<string, Set<string>>();
    for (const stream of fc.sample(fc.array(anyChange, { minLength: 40, maxLength: 60 }), {
      numRuns: 600,
      seed: 1,
    })) {
      const map = new StrategyMap();
      for (const one of stream) applyChange(map, one);
      for (const { check, result } of evaluate(map, context, catalogue))
        met.set(check, (met.get(check) ?? new Set()).add(result.verdict));
    }
    for (const { meta } of catalogue) {
      expect([...(met.get(meta.id) ?? [])], meta.id).toEqual(expect.arrayContaining(['pass', 'fail']));
      expect([...(met.get(meta.id) ?? [])], meta.id).not.toContain('crashed');
    }
  });
});

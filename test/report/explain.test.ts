// An explanation is the verdict's own derivation: the same answer, nothing read off the declared paths.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, checkOf } from '../../shared/checks/catalogue.ts';
import type { Check } from '../../shared/checks/check.ts';
import { evaluate } from '../../shared/checks/evaluate.ts';
import { fingerprintOf } from '../../shared/domain/finding.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { explain, explainSubject, mostInputs } from '../../shared/report/explain.ts';
import { explanation } from '../../shared/report/explanation.ts';
import { declaredPaths } from '../checks/guarded.ts';
import { anyChange, applyChange, judgedQuarter } from '../checks/random-facts.ts';
import { contextOf, world } from '../checks/world.ts';

const checkNamed = (id: string): Check => {
  const check = checkOf(id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check;
};
const source = { file: 'figures.csv', row: 27, column: 'rate' };
const map = new StrategyMap(
  world({
    outcomes: [{ id: 'on-time', statement: 'It comes on the day I was told.' }],
    kpis: [
      { id: 'dispatch', name: 'Dispatched per hour', counterparts: [{ kpi: 'promise' }] },
      {
        id: 'promise',
        name: 'Promise kept',
        perspective: 'customer-facing',
        owner: null,
        contributions: [{ outcome: 'on-time', effect: '+' }],
        readings: { '2026-Q2': { actual: '0.9', source } },
      },
    ],
  }),
);
const context = contextOf({ policy: { liveQuarters: 3 } });
const subject = { kind: 'kpi', ids: ['dispatch'] } as const;
const ofDispatch = explainSubject(map, context, checkNamed('missing-counterpart'), {
  ...subject,
  ids: [...subject.ids],
});

describe('an explanation', () => {
  it('says what was read, by which way, and what would clear it', () => {
    expect(ofDispatch).toMatchObject({
      check: 'missing-counterpart',
      verdict: 'fail',
      level: 'error',
      text: expect.stringContaining('“Dispatched per hour” is an internal KPI'),
      reasons: ['no-owner'],
      thresholds: [{ name: 'liveQuarters', value: 3, default: 2 }],
      evidence: { rows: [['promise', 'Promise kept', 'no-owner']] },
      remedy: expect.stringContaining('Link one customer-facing KPI'),
    });
    const counterpart = ofDispatch.inputs.find(({ id }) => id === 'promise');
    expect(counterpart).toMatchObject({ kind: 'kpi', name: 'Promise kept', via: ['counterparts'] });
    expect(counterpart?.reads).toContainEqual({ field: 'perspective', value: '"customer-facing"' });
    expect(ofDispatch.inputs.map(({ id }) => id)).toEqual(['dispatch', 'promise', 'on-time']);
  });

  it('names the file and row of a figure', () => {
    const { inputs, verdict } = explainSubject(map, context, checkNamed('stale-kpi'), {
      kind: 'kpi',
      ids: ['promise'],
    });
    expect(verdict).toBe('pass');
    expect(inputs[0]?.reads).toContainEqual({
      field: 'readings.2026-Q2',
      value: JSON.stringify({ actual: '0.9', source }),
      source,
    });
  });

  it('says of what is gone that it takes no part', () => {
    expect(
      explainSubject(map, context, checkNamed('missing-counterpart'), { kind: 'kpi', ids: ['never'] }),
    ).toMatchObject({
      verdict: 'not-applicable',
      text: 'Not applicable: it takes no part in the quarter.',
      inputs: [],
    });
  });

  it('shows the crash of a check, with what had been read', () => {
    const broken: Check = {
      ...checkNamed('missing-counterpart'),
      find: (node) => {
        throw new Error(`${node.data === undefined}`);
      },
    };
    expect(explainSubject(map, context, broken, { kind: 'kpi', ids: ['dispatch'] })).toMatchObject({
      verdict: 'crashed',
      text: 'The check crashed: false',
    });
  });

  it('lists the first of very many inputs', () => {
    const kpis = Array.from({ length: mostInputs + 50 }, (_, i) => ({
      id: `k${i}`,
      contributions: [{ outcome: 'o', effect: '+' }],
    }));
    const many = new StrategyMap(world({ outcomes: [{ id: 'o', statement: 'It works.' }], kpis }));
    const { inputs, more } = explainSubject(many, context, checkNamed('unheard-outcome'), {
      kind: 'outcome',
      ids: ['o'],
    });
    expect(inputs).toHaveLength(mostInputs);
    expect(more).toBeGreaterThanOrEqual(50);
  });
});

describe('the answer of a fingerprint', () => {
  it('is found by the whole of it or by a beginning that only it has', () => {
    const fingerprint = fingerprintOf(
      'missing-counterpart',
      { ...subject, ids: ['dispatch'] },
      context.quarter,
    );
    expect(explain(map, context, catalogue, fingerprint)).toEqual(ofDispatch);
    expect(explain(map, context, catalogue, fingerprint.slice(0, 8))).toEqual(ofDispatch);
    expect(explain(map, context, catalogue, '')).toBeUndefined();
    expect(explain(map, context, catalogue, 'f'.repeat(32))).toBeUndefined();
  });

  it('is explained as it was judged, for any answer, from declared paths alone', () => {
    const all = contextOf({
      quarter: judgedQuarter,
      policy: { checks: Object.fromEntries(catalogue.map(({ meta }) => [meta.id, true])) },
    });
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 15, maxLength: 30 }), (changes) => {
        const random = new StrategyMap();
        for (const change of changes) applyChange(random, change);
        for (const one of evaluate(random, all, catalogue)) {
          const check = checkNamed(one.check);
          const told = explainSubject(random, all, check, one.subject);
          expect(explanation.parse(told)).toEqual(told);
          expect(told.verdict).toBe(one.result.verdict);
          const declared = declaredPaths(check);
          for (const path of told.inputs.flatMap(({ via }) => via))
            expect(declared.some((whole) => whole === path || whole.startsWith(`${path}.`))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

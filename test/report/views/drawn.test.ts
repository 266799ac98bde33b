/** What the drawings of a board report show: how outcomes stand, and which ways from department to customer are faulty. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingLine } from '../../../shared/report/finding-line.ts';
import { alignmentMapSchema, standingSchema } from '../../../shared/report/views/drawn.ts';
import { flowsOf } from '../../../shared/report/views/flows.ts';
import { alignmentMapOf } from '../../../shared/report/views/ribbons.ts';
import { standingOf } from '../../../shared/report/views/standing.ts';
import { judgedMap, moving, onTarget, quarter } from './views.ts';

type Kpi = Record<string, unknown>;
const heard = (id: string, more: Kpi = {}): Kpi => onTarget(id, { perspective: 'customer-facing', ...more });
const outcomes = [{ id: 'soon' }];

const standing = (kpis: readonly Kpi[]) => {
  const { map, context } = judgedMap({ outcomes, kpis: [...kpis] });
  const node = map.node('outcome', 'soon');
  if (node === undefined) throw new Error('no outcome');
  const found = standingOf(node, context);
  return found === undefined ? undefined : standingSchema.parse(found);
};

describe('the standing of an outcome', () => {
  it('is that of its worst live customer-facing KPI', () => {
    const off = heard('late', { readings: { [quarter]: { actual: '1' } } });
    expect(standing([heard('fast'), off])).toMatchObject({ kpi: 'late', status: 'off-target', target: '10' });
  });

  it('holds eight quarters, with null where nothing was read', () => {
    const found = standing([
      heard('fast', { readings: { '2025-Q4': { actual: '3' }, [quarter]: { actual: '12' } } }),
    ]);
    expect(found?.series).toEqual([null, null, null, null, null, '3', null, '12']);
  });

  it('is none where only internal KPIs contribute, or nobody owns the one that hears', () => {
    expect(standing([onTarget('inside')])).toBeUndefined();
    expect(standing([heard('nobodys', { owner: null })])).toBeUndefined();
  });
});

const fault = (kpi: string, check: string, level: FindingLine['level']): FindingLine => ({
  fingerprint: `${check}-${kpi}`,
  check,
  level,
  subject: { kind: 'kpi', ids: [kpi] },
  department: 'sales',
  message: 'm',
  data: {},
  reasons: [],
  state: 'open',
  since: quarter,
});
const mapOf = (kpis: readonly Kpi[], lines: readonly FindingLine[] = []) => {
  const { map, context } = judgedMap({ outcomes, kpis: [...kpis] });
  return alignmentMapSchema.parse(alignmentMapOf(map, context, lines));
};

describe('the alignment map', () => {
  it('names the worst fault of a KPI’s links, and no fault of another kind', () => {
    const { ribbons } = mapOf(
      [moving('a'), moving('b')],
      [
        fault('a', 'watermelon', 'warning'),
        fault('a', 'missing-counterpart', 'error'),
        fault('b', 'stale-kpi', 'warning'),
        fault('b', 'clock-gap', 'note'),
      ],
    );
    expect(ribbons.map(({ kpi, fault: found }) => [kpi, found?.check])).toEqual([
      ['a', 'missing-counterpart'],
      ['b', undefined],
    ]);
  });

  it('puts errors before warnings, and what reaches nobody before what does', () => {
    const { ribbons } = mapOf(
      [moving('warned'), moving('sound'), moving('lost', { contributions: [] }), moving('failed')],
      [fault('warned', 'watermelon', 'warning'), fault('failed', 'missing-counterpart', 'error')],
    );
    expect(ribbons.map(({ kpi }) => kpi)).toEqual(['failed', 'warned', 'lost', 'sound']);
  });

  it('tells fifty ribbons apart and counts what reaches nobody beyond them', () => {
    const sixty = Array.from({ length: 60 }, (_, i) =>
      moving(`k${String(i).padStart(2, '0')}`, { contributions: [] }),
    );
    const found = mapOf(sixty);
    expect(found.ribbons).toHaveLength(50);
    expect(found.lost).toEqual([{ department: 'sales', kpis: 10 }]);
  });
});

describe('the flows of a report', () => {
  const cell = (department: string, outcome: string, helps: number) => ({
    department,
    outcome,
    helps,
    harms: 0,
    heard: 0,
    gap: false,
  });

  it('add up to the matrix, whatever is told apart', () => {
    const anyRibbons = fc.array(
      fc.record({ department: fc.constantFrom('a', 'b'), outcome: fc.constantFrom('x', 'y') }),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(anyRibbons, (told) => {
        const matrix = ['a', 'b'].flatMap((department) =>
          ['x', 'y'].map((outcome) => cell(department, outcome, 9)),
        );
        const ribbons = told.map((one, i) => ({ ...one, kpi: `k${i}`, name: 'K' }));
        const flows = flowsOf({ map: { ribbons, lost: [] }, matrix });
        for (const { department, outcome } of matrix) {
          const own = flows.filter((flow) => flow.department === department && flow.outcome === outcome);
          expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are faulty where a link is at fault or reaches nobody', () => {
    const lost = { department: 'a', kpis: 3 };
    const flows = flowsOf({
      map: { ribbons: [{ department: 'a', kpi: 'k', name: 'K' }], lost: [lost] },
      matrix: [],
    });
    expect(flows.map(({ count, faulty }) => [count, faulty])).toEqual([
      [1, true],
      [3, true],
    ]);
    expect(flowsOf({ map: undefined, matrix: [cell('a', 'x', 1)] })).toMatchObject([
      { count: 1, faulty: false },
    ]);
  });
});

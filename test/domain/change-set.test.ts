/** Chunks of a change set: all of it, in its order, each within what one transaction takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Change,
  changedId,
  chunkLimits,
  chunksOf,
  firstItems,
  itemOf,
} from '../../shared/domain/change-set.ts';
import { departmentSchema } from '../../shared/domain/department.ts';
import { kpiSchema } from '../../shared/domain/kpi.ts';
import { submissionSchema } from '../../shared/domain/submission.ts';

const department = (i: number, length: number): Change => ({
  kind: 'department',
  expected: i % 2,
  entity: departmentSchema.parse({
    id: `d${i}`,
    name: 'x'.repeat(1 + (length % 120)),
    function: 'other',
    firstQuarter: '2026-Q1',
  }),
});
const kpi = (i: number, length: number): Change => ({
  kind: 'kpi',
  expected: 0,
  entity: kpiSchema.parse({
    id: `k${i}`,
    department: 'd1',
    name: 'KPI',
    definition: 'x'.repeat(1 + (length % 2000)),
    unit: { kind: 'count' },
    direction: 'higher',
    perspective: 'financial',
    firstQuarter: '2026-Q1',
  }),
});
const submission = (i: number, length: number): Change => ({
  kind: 'submission',
  expected: 0,
  entity: submissionSchema.parse({
    department: `d${i}`,
    quarter: '2026-Q2',
    version: 1,
    state: 'submitted',
    readings: Array.from({ length: length % 300 }, (_, k) => ({
      kpi: `k${k}`,
      actual: '1',
      note: 'x'.repeat(400),
    })),
    submittedAt: '2026-07-20T09:00:00Z',
    submittedBy: 'hanna',
  }),
});
const make = [department, kpi, submission] as const;
const changes = fc
  .array(fc.tuple(fc.constantFrom(...make), fc.nat(3000)), { maxLength: 120 })
  .map((list) => list.map(([one, length], i) => one(i, length)));

describe('chunks', () => {
  it('hold every change once, in its order, within the limits of one transaction', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const chunks = chunksOf(list);
        expect(chunks.flat()).toEqual(list);
        for (const chunk of chunks) {
          expect(chunk.length).toBeGreaterThan(0);
          const actions = chunk.reduce((sum, { kind }) => sum + (kind === 'department' ? 2 : 3), 0);
          expect(actions).toBeLessThanOrEqual(chunkLimits.actions);
          const characters = chunk.reduce((sum, change) => sum + JSON.stringify(change).length, 0);
          expect(characters).toBeLessThanOrEqual(chunkLimits.characters);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are no more than they need be', () => {
    expect(chunksOf(Array.from({ length: 80 }, (_, i) => department(i, 3)))).toHaveLength(2);
    expect(chunksOf([])).toEqual([]);
  });
});

describe('the first items', () => {
  const item = (characters: number) => ({ ...itemOf(department(1, 4)), name: 'x'.repeat(characters) });

  it('are at most 500, and no more than one record takes', () => {
    expect(firstItems(Array.from({ length: 700 }, () => item(10)))).toHaveLength(500);
    const long = firstItems(Array.from({ length: 400 }, () => item(10_000)));
    expect(JSON.stringify(long).length).toBeLessThanOrEqual(801_000);
    expect(long.length).toBeGreaterThan(70);
    expect(firstItems([])).toEqual([]);
  });
});

describe('an item', () => {
  it.each([
    [department(1, 4), { change: 'changed', kind: 'department', id: 'd1', name: 'xxxxx' }],
    [kpi(2, 0), { change: 'created', kind: 'kpi', id: 'k2', name: 'KPI' }],
    [submission(3, 0), { change: 'created', kind: 'submission', id: 'd3/2026-Q2', name: 'd3/2026-Q2' }],
  ])('says what becomes of an entity', (change, item) => {
    expect(itemOf(change)).toEqual({ ...item, fields: [] });
    expect(changedId(change)).toBe(item.id);
  });
});

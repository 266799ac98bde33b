import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/domain/canonical.ts';
import { type Strategy, strategySchema } from '../../shared/domain/facts.ts';
import { type Sheet, sheetSchema, sheetsOf, strategyOf } from '../../shared/domain/sheet.ts';
import { type Definitions, strategyFrom } from '../../shared/domain/sources.ts';
import { type Submission, submissionSchema } from '../../shared/domain/submission.ts';
import { anyChange, judgedQuarter } from '../checks/random-facts.ts';
import { department, kpi, now, outcome } from './samples.ts';

const parts = {
  department: 'departments',
  member: 'members',
  journey: 'journeys',
  capability: 'capabilities',
  outcome: 'outcomes',
  objective: 'objectives',
  kpi: 'kpis',
  action: 'actions',
} as const;

/** Random facts as a strategy: the last change of each entity stands, where it is one that can be stored. */
const anyStrategy: fc.Arbitrary<Strategy> = fc.array(anyChange, { maxLength: 25 }).map((changes) => {
  const lists: Record<string, Map<string, unknown>> = {};
  for (const part of Object.values(parts)) lists[part] = new Map();
  for (const { kind, id, data } of changes) {
    const facts = strategySchema.shape[parts[kind]].element.safeParse(data);
    if (data === undefined) lists[parts[kind]]?.delete(id);
    else if (facts.success) lists[parts[kind]]?.set(id, facts.data);
  }
  const sorted = Object.entries(lists).map(([part, items]) => [
    part,
    [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, facts]) => facts),
  ]);
  return Object.fromEntries(sorted) as Strategy;
});
const parsed = (texts: readonly { readonly text: string }[]): Sheet[] =>
  texts.map(({ text }) => sheetSchema.parse(JSON.parse(text)));

describe('sheets', () => {
  it('hold the whole strategy, in whatever order they are read', () => {
    fc.assert(
      fc.property(
        anyStrategy.chain((strategy) =>
          fc.tuple(fc.constant(strategy), fc.shuffledSubarray(sheetsOf(strategy))),
        ),
        ([strategy, some]) => {
          const all = sheetsOf(strategy);
          const shuffled = [...some, ...all.filter((sheet) => !some.some(({ name }) => name === sheet.name))];
          expect(canonicalJson(strategyOf(parsed(shuffled)))).toBe(canonicalJson(strategy));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are named once each, by department and by chunk of 64 KPIs', () => {
    const kpis = Array.from({ length: 200 }, (_, i) => ({
      ...kpi(`k${String(i).padStart(3, '0')}`, { department: i < 130 ? 'a' : 'b' }),
      readings: {},
    }));
    const none = {
      departments: [],
      journeys: [],
      capabilities: [],
      outcomes: [],
      objectives: [],
      members: [],
      actions: [],
    };
    const sheets = sheetsOf({ ...none, kpis });
    expect(sheets.map(({ name }) => name)).toEqual([
      'department/a',
      'kpis/a/0',
      'kpis/a/1',
      'kpis/a/2',
      'department/b',
      'kpis/b/0',
      'kpis/b/1',
    ]);
    expect(canonicalJson(strategyOf(parsed(sheets)).kpis)).toBe(canonicalJson(kpis));
  });

  it('change where the facts changed, and nowhere else', () => {
    fc.assert(
      fc.property(anyStrategy, anyStrategy, (strategy, other) => {
        const changed = { ...strategy, outcomes: other.outcomes };
        const before = new Map(sheetsOf(strategy).map(({ name, hash }) => [name, hash]));
        for (const { name, hash } of sheetsOf(changed))
          if (!name.startsWith('outcomes/')) expect(hash).toBe(before.get(name));
      }),
    );
  });
});

const anySubmission: fc.Arbitrary<Submission> = fc
  .record({
    department: fc.constantFrom('a', 'b'),
    quarter: fc.constantFrom('2023-Q1', '2025-Q4', '2026-Q1', '2026-Q2'),
    version: fc.integer({ min: 1, max: 3 }),
    state: fc.constantFrom('submitted', 'accepted', 'returned'),
    readings: fc.uniqueArray(
      fc.record({ kpi: fc.constantFrom('k1', 'k2', 'k3'), actual: fc.constantFrom('1', '2') }),
      { selector: ({ kpi: id }) => id },
    ),
  })
  .map((one) => submissionSchema.parse({ ...one, submittedAt: now, submittedBy: 'ann' }));
const definitions: Definitions = {
  departments: [department('a'), department('b')],
  journeys: [],
  capabilities: [],
  outcomes: [outcome('o1'), outcome('o2')],
  objectives: [],
  members: [],
  kpis: [
    kpi('k1', { department: 'a' }),
    kpi('k2', { department: 'b', formerDepartments: [{ department: 'a', until: '2025-Q4' }] }),
    kpi('k3', { department: 'b' }),
  ],
};

describe('facts from sources', () => {
  it('give the same sheets whatever order the sources come in', () => {
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(anySubmission, {
            selector: (one) => `${one.department} ${one.quarter} ${one.version}`,
          })
          .chain((list) =>
            fc.record({
              list: fc.constant(list),
              other: shuffled(list),
              kpis: shuffled(definitions.kpis),
              outcomes: shuffled(definitions.outcomes),
              departments: shuffled(definitions.departments),
            }),
          ),
        ({ list, other, ...lists }) => {
          const one = sheetsOf(strategyFrom(definitions, list, judgedQuarter));
          const two = sheetsOf(strategyFrom({ ...definitions, ...lists }, other, judgedQuarter));
          expect(two).toEqual(one);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('hold a reading under the department that had the KPI at the quarter’s end, and none from before the window', () => {
    const submission = (of: string, quarter: string) =>
      submissionSchema.parse({
        department: of,
        quarter,
        version: 1,
        state: 'accepted',
        readings: [{ kpi: 'k2', actual: of === 'a' ? '1' : '2' }],
        submittedAt: now,
        submittedBy: 'ann',
      });
    const all = ['2023-Q1', '2025-Q4', '2026-Q1'].flatMap((quarter) =>
      ['a', 'b'].map((of) => submission(of, quarter)),
    );
    const { kpis } = strategyFrom(definitions, all, judgedQuarter);
    expect(kpis.find(({ id }) => id === 'k2')?.readings).toEqual({
      '2025-Q4': { actual: '1' },
      '2026-Q1': { actual: '2' },
    });
  });
});

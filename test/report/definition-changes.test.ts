/** The section that lists what was redefined within a quarter. */
import { describe, expect, it } from 'vitest';
import type { ExampleStrategy } from '../../shared/checks/check.ts';
import { type Organisation, organisationSchema } from '../../shared/domain/organisation.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { definitionChanges } from '../../shared/report/definition-changes.ts';
import { world } from '../checks/world.ts';

const at = '2026-05-20T09:00:00Z';
const change = (field: string, was: string, is: string, when = at) => ({
  field,
  was,
  is,
  at: when,
  by: 'ana',
});
const organisation = (changes: object[] = []): Organisation =>
  organisationSchema.parse({
    id: 'acme',
    name: 'Acme',
    timeZone: 'UTC',
    currency: 'EUR',
    policy: defaultPolicy,
    changes,
  });
const listed = (strategy: ExampleStrategy, changes: object[] = []) =>
  definitionChanges(new StrategyMap(world(strategy)), organisation(changes), { quarter: '2026-Q2' });

describe('the changes of a quarter', () => {
  it('are of policy, moments of truth, retirements, departments, targets and everything that a KPI notes', () => {
    const { shown } = listed(
      {
        departments: [{ id: 'service', name: 'Care', changes: [change('name', 'Service', 'Care')] }],
        journeys: [
          {
            id: 'j',
            name: 'Buying',
            events: ['a', 'b'].map((id) => ({ id, name: id, seenBy: 'customer' })),
            changes: [change('momentOfTruth.desk', 'true', 'none')],
          },
        ],
        outcomes: [{ id: 'easy', statement: 'Easy.', changes: [change('retiredFrom', 'none', '2026-Q3')] }],
        kpis: [
          {
            id: 'k',
            name: 'Calls',
            department: 'service',
            changes: [{ ...change('owner', 'hans', 'otto'), reason: 'He left.' }],
            targets: [
              { from: '2026-Q1', value: '1', setAt: '2025-12-01T09:00:00Z', by: 'ana' },
              { from: '2026-Q2', value: '2', setAt: at, by: 'ana', reason: 'Easier.' },
            ],
          },
        ],
      },
      [change('policy.nearPercent', '5', '10')],
    );
    expect(
      shown.map(({ kind, kpi, id, field, was, is, reason }) => [kind, kpi ?? id, field, was, is, reason]),
    ).toEqual([
      ['organisation', 'acme', 'policy.nearPercent', '5', '10', undefined],
      ['department', 'service', 'name', 'Service', 'Care', undefined],
      ['journey', 'j', 'momentOfTruth.desk', 'true', 'none', undefined],
      ['outcome', 'easy', 'retiredFrom', 'none', '2026-Q3', undefined],
      [undefined, 'k', 'owner', 'hans', 'otto', 'He left.'],
      [undefined, 'k', 'target', '"1"', '"2"', 'Easier.'],
    ]);
  });

  it('are those of its days alone', () => {
    const days = [
      '2026-03-31T23:59:59Z',
      '2026-04-01T00:00:00Z',
      '2026-06-30T23:59:59Z',
      '2026-07-01T00:00:00Z',
    ];
    const { shown } = listed(
      {},
      days.map((day) => change('policy.dueDays', '15', day, day)),
    );
    expect(shown.map(({ is }) => is)).toEqual([days[2], days[1]]);
  });

  it('hold an extended due date in the quarter that it is about, which is granted after that', () => {
    const granted = (quarter: string) =>
      change(`dueDate.service.${quarter}`, 'none', '2026-07-30', '2026-07-10T09:00:00Z');
    const { shown } = listed({}, [granted('2026-Q1'), granted('2026-Q2')]);
    expect(shown.map(({ field }) => field)).toEqual(['dueDate.service.2026-Q2']);
  });

  it('are capped at the newest 100, the settings first, and counted whole', () => {
    const kpis = Array.from({ length: 150 }, (_, i) => ({
      id: `k${String(i).padStart(3, '0')}`,
      changes: [
        change('direction', 'higher', 'lower', `2026-05-01T00:${String(i % 60).padStart(2, '0')}:00Z`),
      ],
    }));
    const { shown, total } = listed({ kpis }, [change('policy.dueDays', '15', '20', '2026-04-02T00:00:00Z')]);
    expect([shown.length, total]).toEqual([100, 151]);
    expect(shown[0]?.kind).toBe('organisation');
    expect(shown[1]?.at).toBe('2026-05-01T00:59:00Z');
  });
});

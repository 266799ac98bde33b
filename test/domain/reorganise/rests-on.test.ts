/** What would hang in the air without an entity. */
import { describe, expect, it } from 'vitest';
import type { ExampleStrategy } from '../../../shared/checks/check.ts';
import { restsOn } from '../../../shared/domain/reorganise/rests-on.ts';
import { StrategyMap } from '../../../shared/domain/strategy-map.ts';
import { world } from '../../checks/world.ts';

type Kind = Parameters<typeof restsOn>[1];
const outcomes = [{ id: 'easy' }, { id: 'fast' }];
const helps = (...ids: string[]) => ids.map((outcome) => ({ outcome, effect: '+' as const }));
const felt = (id: string, more: object = {}) => ({ id, perspective: 'customer-facing' as const, ...more });
const resting = (strategy: ExampleStrategy, kind: Kind, id: string) =>
  restsOn(new StrategyMap(world(strategy)), kind, id, '2026-Q2').map(
    ({ why, kind: of, id: one }) => `${why} ${of} ${one}`,
  );

describe('on a KPI rests', () => {
  it('each KPI whose only counterpart it is, and, told apart, those that have another', () => {
    const kpis = [
      felt('felt'),
      felt('other'),
      { id: 'alone', counterparts: [{ kpi: 'felt', lag: 0 }] },
      {
        id: 'both',
        counterparts: [
          { kpi: 'felt', lag: 0 },
          { kpi: 'other', lag: 0 },
        ],
      },
      { id: 'gone', retiredFrom: '2026-Q1' as const, counterparts: [{ kpi: 'felt', lag: 0 }] },
    ];
    expect(resting({ kpis }, 'kpi', 'felt')).toEqual(['only-counterpart kpi alone', 'counterpart kpi both']);
  });

  it('an outcome that nothing else serves, or nobody else hears', () => {
    const kpis = [
      felt('felt', { contributions: helps('easy', 'fast') }),
      { id: 'inside', contributions: helps('fast') },
    ];
    expect(resting({ outcomes, kpis }, 'kpi', 'felt')).toEqual([
      'outcome-unserved outcome easy',
      'outcome-unheard outcome easy',
      'outcome-unheard outcome fast',
    ]);
    expect(resting({ outcomes, kpis }, 'kpi', 'inside')).toEqual([]);
  });

  it('an objective without another KPI, and a moment of truth that nobody else measures', () => {
    const strategy: ExampleStrategy = {
      objectives: [{ id: 'ob' }],
      journeys: [
        {
          id: 'j',
          events: [
            { id: 'a', name: 'A', seenBy: 'customer' },
            { id: 'b', name: 'B', seenBy: 'customer' },
          ],
          touchpoints: [{ id: 't', name: 'T', momentOfTruth: true }],
        },
      ],
      kpis: [felt('felt', { objective: 'ob', touchpoints: ['j/t'] })],
    } as unknown as ExampleStrategy;
    expect(resting(strategy, 'kpi', 'felt')).toEqual([
      'moment-of-truth-unmeasured touchpoint j/t',
      'objective-unmeasured objective ob',
    ]);
  });
});

describe('on others rests', () => {
  it('what serves an outcome alone', () => {
    const strategy = {
      outcomes,
      objectives: [
        { id: 'one', outcomes: ['easy'] },
        { id: 'two', outcomes: ['easy', 'fast'] },
      ],
      kpis: [
        { id: 'k1', contributions: helps('easy') },
        { id: 'k2', contributions: helps('easy', 'fast') },
      ],
    };
    expect(resting(strategy, 'outcome', 'easy')).toEqual([
      'kpi-unlinked kpi k1',
      'objective-orphan objective one',
    ]);
  });

  it('everything that a department holds, and a member owns', () => {
    const strategy = {
      outcomes: [{ id: 'easy', owningDepartment: 'service' }],
      objectives: [{ id: 'ob' }],
      capabilities: [{ id: 'c', departments: ['service', 'it'] }],
      actions: [{ id: 'call-back' }, { id: 'over', state: 'done' }],
      kpis: [{ id: 'k' }, { id: 'elsewhere', department: 'it', owner: null }],
    } as unknown as ExampleStrategy;
    expect(resting(strategy, 'department', 'service')).toEqual([
      'capability-incomplete capability c',
      'kpi-of-department kpi k',
      'objective-of-department objective ob',
      'outcome-of-department outcome easy',
    ]);
    expect(resting(strategy, 'member', 'ann')).toEqual([
      'kpi-of-member kpi k',
      'action-of-member action call-back',
    ]);
  });

  it('nothing where nobody knows it', () => {
    expect(resting({}, 'journey', 'nowhere')).toEqual([]);
  });
});

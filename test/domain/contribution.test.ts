import { describe, expect, it } from 'vitest';
import {
  activeContributors,
  activeOutcomes,
  contributionTo,
  heldKpis,
  holderOf,
  isServed,
} from '../../shared/domain/contribution.ts';
import type { MapNode } from '../../shared/domain/strategy-links.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { world } from '../checks/world.ts';

const map = new StrategyMap(
  world({
    departments: [{ id: 'it' }, { id: 'hr' }],
    outcomes: [{ id: 'o' }, { id: 'harmed' }, { id: 'gone', retiredFrom: '2026-Q2' }],
    kpis: [
      {
        id: 'a',
        department: 'it',
        contributions: [
          { outcome: 'gone', effect: '+' },
          { outcome: 'o', effect: '+', rationale: 'it helps' },
          { outcome: 'ghost', effect: '+' },
        ],
      },
      {
        id: 'b',
        department: 'hr',
        retiredFrom: '2026-Q2',
        contributions: [{ outcome: 'harmed', effect: '+' }],
      },
      {
        id: 'c',
        department: 'hr',
        formerDepartments: [
          { department: 'it', until: '2026-Q1' },
          { department: 'it', until: '2025-Q1' },
        ],
        contributions: [{ outcome: 'harmed', effect: '-' }],
      },
      { id: 'd', department: 'it', formerDepartments: [{ department: 'hr', until: '2026-Q2' }] },
      { id: 'e', department: 'it', formerDepartments: [{ department: 'it', until: '2025-Q4' }] },
    ],
  }),
);
const node = <K extends 'kpi' | 'outcome' | 'department'>(kind: K, id: string): MapNode<K> => {
  const found = map.node(kind, id);
  if (found === undefined) throw new Error(`no ${kind} ${id}`);
  return found;
};
const ids = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);

describe('contribution', () => {
  it('is told by the KPI', () => {
    expect(contributionTo(node('kpi', 'a'), 'o')).toMatchObject({ effect: '+', rationale: 'it helps' });
    expect(contributionTo(node('kpi', 'a'), 'harmed')).toBeUndefined();
  });

  it('counts while KPI and outcome are active', () => {
    expect(ids(activeOutcomes(node('kpi', 'a'), '2026-Q2'))).toEqual(['o']);
    expect(ids(activeOutcomes(node('kpi', 'a'), '2026-Q1'))).toEqual(['gone', 'o']);
    expect(ids(activeContributors(node('outcome', 'harmed'), '2026-Q2'))).toEqual(['c']);
    expect(ids(activeContributors(node('outcome', 'harmed'), '2026-Q1'))).toEqual(['b', 'c']);
  });
});

describe('outcome', () => {
  it('is served while an active KPI helps, and not by one that harms', () => {
    expect(isServed(node('outcome', 'o'), '2026-Q2')).toBe(true);
    expect(isServed(node('outcome', 'harmed'), '2026-Q2')).toBe(false);
    expect(isServed(node('outcome', 'harmed'), '2026-Q1')).toBe(true);
  });
});

describe('holder of a KPI', () => {
  it('is the department that had it in the quarter', () => {
    expect(holderOf(node('kpi', 'c'), '2026-Q1')).toBe('it');
    expect(holderOf(node('kpi', 'c'), '2026-Q2')).toBe('hr');
    expect(holderOf(node('kpi', 'd'), '2026-Q2')).toBe('hr');
    expect(holderOf(node('kpi', 'd'), '2026-Q3')).toBe('it');
  });

  it('lists its active KPIs by id, each once', () => {
    expect(ids(heldKpis(node('department', 'it'), '2026-Q1'))).toEqual(['a', 'c', 'e']);
    expect(ids(heldKpis(node('department', 'it'), '2026-Q2'))).toEqual(['a', 'e']);
    expect(ids(heldKpis(node('department', 'hr'), '2026-Q1'))).toEqual(['b', 'd']);
    expect(ids(heldKpis(node('department', 'hr'), '2026-Q2'))).toEqual(['c', 'd']);
  });
});

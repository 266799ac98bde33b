// Which findings concern an outcome: every kind of subject, by the links of the strategy.
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { evaluate } from '../../shared/checks/evaluate.ts';
import type { Subject } from '../../shared/domain/finding.ts';
import { concernsOutcome } from '../../shared/report/concerns.ts';
import { company } from '../web/fake-company.ts';
import { FakeState } from '../web/fake-state.ts';

const { map, context } = new FakeState(company()).judge('2026-Q2');
const concerns = concernsOutcome(map, 'on-time');
const of = (kind: Subject['kind'], ...ids: string[]) => concerns({ kind, ids });
const [contributor] = map.node('outcome', 'on-time')?.links.contributors ?? [];
const [stranger] = map
  .all('kpi')
  .filter(({ links }) => links.contributions.every(({ id }) => id !== 'on-time'));
if (contributor === undefined || stranger === undefined) throw new Error('the made-up company has changed');

describe('a finding concerns an outcome', () => {
  it('that it is about', () => {
    expect([of('outcome', 'on-time'), of('outcome', 'other')]).toEqual([true, false]);
    expect(of('kpi-outcome', stranger.id, 'on-time')).toBe(true);
    expect(of('kpi-outcome', contributor.id, 'other')).toBe(false);
  });

  it('that its KPI, or one of a pair, contributes to', () => {
    expect([of('kpi', contributor.id), of('kpi', stranger.id)]).toEqual([true, false]);
    expect(of('kpi-pair', stranger.id, contributor.id)).toBe(true);
    expect(of('kpi-pair', stranger.id, stranger.id)).toBe(false);
  });

  it('whose touchpoints, objectives, capabilities and measures it names', () => {
    const { touchpoints, objectives, capabilities } = map.node('outcome', 'on-time')?.links ?? {};
    for (const node of [...(touchpoints ?? []), ...(objectives ?? []), ...(capabilities ?? [])])
      expect(of(node.kind as Subject['kind'], node.id)).toBe(true);
    expect((touchpoints ?? []).length).toBeGreaterThan(0);
    map.linkMeasures();
    const [measure] = map.node('kpi', contributor.id)?.links.measure ?? [];
    expect(of('measure', measure?.id ?? '')).toBe(true);
    for (const kind of ['touchpoint', 'objective', 'capability', 'measure'] as const)
      expect(of(kind, 'nowhere')).toBe(false);
  });

  it('never as a department’s or an action’s, and never where nobody has defined the outcome', () => {
    expect([of('department', 'logistics'), of('action', 'on-time')]).toEqual([false, false]);
    expect(concernsOutcome(map, 'nowhere')({ kind: 'kpi', ids: [contributor.id] })).toBe(false);
  });

  it('for some of the company’s findings and not for others', () => {
    const found = evaluate(map, context, catalogue).filter(({ result }) => result.verdict === 'fail');
    const about = found.filter(({ subject }) => concerns(subject));
    expect(about.length).toBeGreaterThan(0);
    expect(about.length).toBeLessThan(found.length);
  });
});

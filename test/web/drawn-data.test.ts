// From a report to what its screens draw: pairs, spans, orders, changes.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardReport, DepartmentReport } from '../../shared/report/board-report.ts';
import { byStanding } from '../../web/board-report/by-standing.ts';
import { moveOver } from '../../web/board-report/direction.ts';
import { historyOf } from '../../web/board-report/drawn-history.ts';
import { elsewhere, pairsOf } from '../../web/department-report/pairs.tsx';
import { formatsOf } from '../../web/format/formats.ts';
import { spansOf } from '../../web/journey/journey-strip.tsx';
import { english } from '../../web/messages/languages.ts';
import { company } from './fake-company.ts';
import { FakeState } from './fake-state.ts';

const { reports } = new FakeState(company()).judge('2026-Q2');
const department = (id: string): DepartmentReport => {
  const found = reports.departments.get(id);
  if (found === undefined) throw new Error(`no report of ${id}`);
  return found;
};
const f = formatsOf({ locale: 'en-GB', timeZone: 'Europe/Berlin', fiscalStart: 1 }, english);

describe('the pairs of a department', () => {
  it('are its internal KPIs with each counterpart that counts', () => {
    const pairs = pairsOf(department('logistics')).map(({ inside, outside }) => [inside.id, outside.id]);
    expect(pairs).toEqual([
      ['dispatch', 'promise-kept'],
      ['truck-load', 'promise-kept'],
    ]);
  });

  it('leave out a counterpart that does not count', () => {
    expect(pairsOf(department('service'))).toEqual([]);
  });

  it('look for counterparts of other departments elsewhere', () => {
    const { kpis } = department('logistics');
    const alone = { kpis: kpis.filter(({ id }) => id !== 'promise-kept') };
    expect(elsewhere(alone)).toEqual(['promise-kept']);
    expect(pairsOf(alone)).toEqual([]);
    expect(pairsOf(alone, kpis)).toHaveLength(2);
    expect(elsewhere(department('logistics'))).toEqual([]);
  });
});

describe('the spans of places', () => {
  it('join neighbours', () => {
    expect(spansOf([4, 0, 1])).toEqual([
      { from: 0, to: 2 },
      { from: 4, to: 5 },
    ]);
  });

  it('cover exactly the places', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30)), (places) => {
        const covered = spansOf(places).flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, i) => from + i),
        );
        expect(covered).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the order of outcomes', () => {
  it('puts what misses first, then what nobody hears, and what holds last', () => {
    const [line] = reports.board.outcomes.filter(({ standing }) => standing !== undefined);
    if (line?.standing === undefined) throw new Error('no standing');
    const at = (
      id: string,
      status: NonNullable<typeof line.standing>['status'],
    ): BoardReport['outcomes'][number] =>
      ({ ...line, id, standing: { ...line.standing, status } }) as BoardReport['outcomes'][number];
    const { standing: _standing, ...silent } = line;
    const sorted = byStanding([
      at('holds', 'on-target'),
      { ...silent, id: 'silent' },
      at('misses', 'off-target'),
    ]);
    expect(sorted.map(({ id }) => id)).toEqual(['misses', 'silent', 'holds']);
  });
});

describe('the history of a figure', () => {
  it('has a point a quarter, dashed where it was computed afterwards', () => {
    const points = historyOf(reports.board, 'alignment', f);
    expect(points).toHaveLength(8);
    expect(points.map(({ computed }) => computed)).toEqual([true, true, ...Array(6).fill(false)]);
    expect(points.at(-1)?.quarter).toBe('Q2 2026');
  });

  it('is that of coverage alone in reports from before there were views', () => {
    const { views: _views, ...old } = reports.board;
    expect(historyOf(old, 'coverage', f)).toHaveLength(8);
    expect(historyOf(old, 'siloed', f)).toEqual([]);
  });

  it('tells the change between what is shown, and none where a quarter is missing', () => {
    const point = (value: number | undefined) => ({ quarter: 'Q1', value });
    expect(moveOver([point(0.504), point(0.556)], 1)).toMatchObject({ points: 6, since: 'Q1' });
    expect(moveOver([point(undefined), point(0.5)], 1)).toBeUndefined();
    expect(moveOver([point(0.5)], 1)).toBeUndefined();
  });
});

// A journey's report: it says of each segment who clocks it and whose customers wait, as the reports of its outcomes do.
import { describe, expect, it } from 'vitest';
import { journeyReportSchema } from '../../shared/report/journey-report.ts';
import { company } from '../web/fake-company.ts';
import { FakeState } from '../web/fake-state.ts';

const { reports, map } = new FakeState(company()).judge('2026-Q2');
const all = [...reports.journeys.values()];
const segmentsOf = (id: string) => reports.journeys.get(id)?.segments ?? [];

describe('the report of a journey', () => {
  it('exists for every active journey, in the form that is stored', () => {
    expect(all.map(({ id }) => id)).toEqual(map.all('journey').map(({ id }) => id));
    for (const report of all) expect(journeyReportSchema.parse(report)).toEqual(report);
  });

  it('agrees with the outcomes on it about clocks, listeners and waiting customers', () => {
    let compared = 0;
    for (const { journey, outcome } of reports.outcomes.values())
      for (const [place, { clockedBy, heardBy, inClock }] of (journey?.segments ?? []).entries()) {
        const segment = segmentsOf(journey?.id ?? '')[place];
        expect(segment?.clockedBy).toEqual(clockedBy);
        expect(segment?.heardBy).toEqual(expect.arrayContaining(heardBy));
        expect(segment?.waitedBy.includes(outcome.id)).toBe(inClock);
        compared += 1;
      }
    expect(compared).toBeGreaterThan(0);
  });

  it('names every KPI that it mentions, and marks the moments of truth that nobody measures', () => {
    for (const { segments, kpis } of all)
      expect(new Set(segments.flatMap(({ clockedBy }) => clockedBy))).toEqual(
        new Set(kpis.map(({ id }) => id)),
      );
    const marked = all.flatMap(({ id, touchpoints }) =>
      touchpoints.flatMap((one) => (one.unmeasured === undefined ? [] : [`${id}/${one.id}`])),
    );
    const found = reports.board.decisions
      .filter(({ check }) => check === 'unmeasured-moment-of-truth')
      .map(({ subject }) => subject.ids[0]);
    expect(marked.toSorted()).toEqual(found.toSorted());
  });
});

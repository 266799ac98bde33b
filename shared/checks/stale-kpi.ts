// A figure that nobody reads any more, and that still stands in every list.
import { holderOf } from '../domain/contribution.ts';
import { isRead } from '../domain/liveness.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type Check, type Example, fail, notApplicable, pass } from './check.ts';

export const staleKpi: Check<'kpi'> = {
  meta: {
    id: 'stale-kpi',
    group: 'discipline',
    anchor: 'kpi',
    level: 'warning',
    levels: ['warning'],
    title: 'Stale KPI',
    question: 'Has the KPI been read recently enough for its rhythm?',
    why: 'KPIs are reviewed regularly, or they steer nothing; one without readings counts in no outcome and hides that nobody looks.',
    messages: {
      never: '“{kpi}” has not been read in the last {quarters} quarters, or ever.',
      stale: '“{kpi}” was last read in {last}.',
    },
    remedy: 'Submit a reading of the KPI, or retire it.',
    reads: [],
    thresholds: ['liveQuarters'],
  },
  find: (kpi, context) => {
    const { data } = kpi;
    const { lastDueQuarter, extended } = context.calendar;
    if (data === undefined || data.firstQuarter > lastDueQuarter)
      return notApplicable('its first quarter is not due yet');
    if (data.firstQuarter === lastDueQuarter && extended.includes(holderOf(kpi, lastDueQuarter)))
      return notApplicable('its first quarter is not due yet: the extended due date still runs');
    if (isRead(kpi, context)) return pass();
    const last = (Object.keys(data.readings) as Quarter[])
      .filter((quarter) => quarter <= context.quarter && data.readings[quarter]?.actual !== undefined)
      .sort()
      .at(-1);
    return fail({
      level: 'warning',
      ...(last === undefined
        ? { message: 'never', data: { kpi: data.name, quarters: 12 } }
        : { message: 'stale', data: { kpi: data.name, last } }),
      evidence: {
        columns: ['last read', 'asked every (quarters)', 'owner'],
        rows: [[last ?? null, data.everyQuarters, data.owner ?? null]],
      },
    });
  },
};

export const examples: readonly Example[] = [
  {
    title: 'Two quarters without a figure',
    strategy: {
      kpis: [{ id: 'calls', name: 'Calls per agent', readings: { '2025-Q4': { actual: '41' } } }],
    },
    subject: ['calls'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Read last quarter',
    strategy: {
      kpis: [{ id: 'calls', name: 'Calls per agent', readings: { '2026-Q1': { actual: '41' } } }],
    },
    subject: ['calls'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Read means an actual; “not measured, because …” explains a gap but does not fill it. The window is \`liveQuarters\` for a quarterly KPI, and one quarter more than the rhythm for a half-yearly or yearly one, counted back from the quarter or from the last due one, whichever is earlier.`;

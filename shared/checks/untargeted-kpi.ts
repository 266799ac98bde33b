// A figure without a target: nobody can say whether it is good.
import { targetIn } from '../domain/kpi-in-quarter.ts';
import { quarterIndex } from '../domain/quarter-steps.ts';
import { type Check, type Example, fail, notApplicable, pass } from './check.ts';

export const untargetedKpi: Check<'kpi'> = {
  meta: {
    id: 'untargeted-kpi',
    group: 'discipline',
    anchor: 'kpi',
    level: 'warning',
    levels: ['warning'],
    title: 'Untargeted KPI',
    question: 'Is there a target that the KPI is held against?',
    why: 'Objectives and KPIs are reviewed against something; a figure without a target is never red, and so never discussed.',
    messages: { 'no-target': '“{kpi}” has no target in {quarter}.' },
    remedy: 'Set a target that stands from this quarter on.',
    reads: [],
    thresholds: ['baselineQuarters'],
  },
  find: ({ data }, { quarter, policy }) => {
    if (data === undefined) return notApplicable('it is not defined');
    if (quarterIndex(quarter) - quarterIndex(data.firstQuarter) < policy.baselineQuarters)
      return notApplicable('it is still finding its baseline');
    if (targetIn(data, quarter) !== undefined) return pass();
    return fail({ level: 'warning', message: 'no-target', data: { kpi: data.name, quarter } });
  },
};

export const examples: readonly Example[] = [
  {
    title: 'Read for years, aimed at nothing',
    strategy: { kpis: [{ id: 'calls', name: 'Calls per agent' }] },
    subject: ['calls'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'A target that stands since last year',
    strategy: {
      kpis: [{ id: 'calls', name: 'Calls per agent', targets: [{ from: '2025-Q1', value: '40' }] }],
    },
    subject: ['calls'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A target stands until the next one. In its first \`baselineQuarters\` quarters a KPI may still find out where it stands.`;

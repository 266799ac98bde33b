// What a submission would change, judged on the state that was evaluated last; nothing is stored.
import { catalogue } from '../checks/catalogue.ts';
import { messageOf, remedyOf } from '../checks/message.ts';
import { calendarAt } from '../domain/calendar.ts';
import type { Strategy } from '../domain/facts.ts';
import { targetIn } from '../domain/kpi-in-quarter.ts';
import type { Context } from '../domain/liveness.ts';
import type { Organisation } from '../domain/organisation.ts';
import { laterQuarter } from '../domain/quarter-steps.ts';
import { judgeActual } from '../domain/status.ts';
import type { Reading } from '../domain/submission.ts';
import { judgeProposal, previewFingerprints, previewOf } from '../report/preview.ts';
import { unstamped } from '../table/definitions.ts';
import { readFindings } from '../table/findings.ts';
import type { Table } from '../table/table.ts';
import { loadEvaluated, loadSources } from './load.ts';
import { type DepartmentQuarter, namedKpis } from './submit.ts';

/** The last evaluated state; before there is one, the sources as they are. */
const stateOf = async (
  table: Table,
  { org, quarter }: DepartmentQuarter,
  organisation: Organisation,
  now: string,
): Promise<{ strategy: Strategy; context: Context }> => {
  const evaluated = await loadEvaluated(table, org);
  const calendar = evaluated?.head.calendar ?? calendarAt(now, organisation);
  const policy = evaluated?.head.organisation.policy ?? organisation.policy;
  return {
    strategy: evaluated?.strategy ?? (await loadSources(table, org, calendar)),
    context: { quarter: laterQuarter(quarter, calendar.reportingQuarter), calendar, policy },
  };
};

/** What the readings would change. Refuses (`invalid-input`) what a submission would be refused for. */
export const preview = async (
  table: Table,
  where: DepartmentQuarter,
  readings: readonly Reading[],
  organisation: Organisation,
  now: string,
) => {
  const [kpis, { strategy, context }] = await Promise.all([
    namedKpis(table, where, readings),
    stateOf(table, where, organisation, now),
  ]);
  const named = new Map([...kpis].map(([id, kpi]) => [id, unstamped(kpi)]));
  const judged = judgeProposal(strategy, context, catalogue, { ...where, readings, kpis: named });
  const lives = (await readFindings(table, where.org, previewFingerprints(judged)))
    .filter(({ finding }) => finding.life.state !== 'resolved')
    .map(
      ({ finding: { fingerprint, life } }) =>
        [fingerprint, { state: life.state, since: life.since.quarter }] as const,
    );
  const { findings, cleared } = previewOf(judged, new Map(lives));
  return {
    quarter: context.quarter,
    findings: findings.map((line) => ({ ...line, text: messageOf(line), remedy: remedyOf(line.check) })),
    cleared: cleared.map((line) => ({
      fingerprint: line.fingerprint,
      check: line.check,
      message: line.message,
      data: line.data,
      text: messageOf(line),
    })),
    statuses: readings.flatMap(({ kpi: id, actual }) => {
      const kpi = named.get(id);
      if (kpi === undefined) return [];
      const target = targetIn(kpi, where.quarter)?.value;
      return [{ kpi: id, status: judgeActual(actual, target, kpi, context.policy) }];
    }),
  };
};

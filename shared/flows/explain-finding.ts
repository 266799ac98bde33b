// Why a finding is there, or no longer: its check is run once more on the state that was evaluated last.
import { checkOf } from '../checks/catalogue.ts';
import { quarterlyChecks } from '../domain/finding.ts';
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import { explainSubject } from '../report/explain.ts';
import type { Explanation } from '../report/explanation.ts';
import type { Table } from '../table/table.ts';
import { oneFinding } from './findings.ts';
import { loadEvaluated } from './load.ts';

/**
 * The derivation of a finding: in the reporting quarter, or, where the finding belongs to one quarter, in that one.
 * Refuses (`not-found`) where there is no such finding, or no such check any more.
 */
export const explainFinding = async (table: Table, org: OrgId, fingerprint: string): Promise<Explanation> => {
  const [{ finding }, evaluated] = await Promise.all([
    oneFinding(table, org, fingerprint),
    loadEvaluated(table, org),
  ]);
  const { check: id, subject, quarter } = finding.condition;
  const check = checkOf(id);
  if (check === undefined) throw new Refusal('not-found', `There is no check “${id}” any more.`);
  if (evaluated === undefined)
    throw new Refusal('temporarily-unavailable', 'Nothing has been evaluated yet; try again.', [], 1);
  const { calendar, organisation } = evaluated.head;
  const context = {
    quarter: quarterlyChecks.has(id) ? quarter : calendar.reportingQuarter,
    calendar,
    policy: organisation.policy,
  };
  return explainSubject(new StrategyMap(evaluated.strategy), context, check, subject);
};

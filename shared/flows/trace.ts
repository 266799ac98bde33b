// Follows an alignment back to the check results that made it, judged anew on the state that was evaluated last: what
// the report says is the sum of exactly these lines.
import { catalogue } from '../checks/catalogue.ts';
import { evaluate } from '../checks/evaluate.ts';
import { contextOf } from '../domain/liveness.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import { waivedIn } from '../report/finding-lines.ts';
import { departmentsOf } from '../report/result-departments.ts';
import { sumOf, type Tally, talliesOf } from '../report/scores.ts';
import { pageOf, placeOf } from '../table/cursor.ts';
import { unresolvedLines } from '../table/finding-lists.ts';
import type { Table } from '../table/table.ts';
import { loadEvaluated } from './load.ts';

/** Which lines are asked for. */
export interface Tracing {
  readonly quarter: Quarter;
  readonly department?: string | undefined;
  readonly check?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const dearestFirst = (a: Tally, b: Tally): number => b.cost - a.cost || b.weight - a.weight;

/**
 * The sum and a page of its lines. Only the reporting quarter is judged as it was reported; any other is refused
 * (`not-found`).
 */
export const traceAlignment = async (table: Table, org: OrgId, asked: Tracing) => {
  const evaluated = await loadEvaluated(table, org);
  const reporting = evaluated?.head.calendar.reportingQuarter;
  if (evaluated === undefined || reporting !== asked.quarter)
    throw new Refusal(
      'not-found',
      `There is no trace of ${asked.quarter}. ${reporting === undefined ? 'Nothing was evaluated yet.' : `Only ${reporting}, the reporting quarter, is traced.`}`,
    );
  const { head, strategy } = evaluated;
  const { quarter } = asked;
  const context = contextOf(head);
  const map = new StrategyMap(strategy);
  const { department, check } = asked;
  const results = evaluate(map, context, catalogue).filter(
    (result) =>
      (check === undefined || result.check === check) &&
      (department === undefined || departmentsOf(map, result, quarter).includes(department)),
  );
  const isWaived = waivedIn(await unresolvedLines(table, org), quarter);
  const tallies = talliesOf(results, map, catalogue, isWaived).sort(dearestFirst);
  const from = Number(placeOf(asked.cursor, { place: '' }, {})?.['place'] ?? 0);
  const next = from + asked.limit;
  const ended = next < tallies.length ? { place: String(next) } : undefined;
  return {
    quarter,
    asOf: head.evaluatedAt,
    alignment: sumOf(tallies),
    ...pageOf(tallies.slice(from, next), ended, ['place']),
  };
};

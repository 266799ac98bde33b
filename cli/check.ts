// `check`: judges an organisation in the import format, without any server, by the same code as the service.
import { catalogue, checkOf } from '../shared/checks/catalogue.ts';
import { type CheckResult, evaluate } from '../shared/checks/evaluate.ts';
import { fill, remedyOf } from '../shared/checks/message.ts';
import { rulesVersion } from '../shared/checks/rules-version.ts';
import { type Calendar, calendarAt } from '../shared/domain/calendar.ts';
import { type Evidence, fingerprintOf, type Subject } from '../shared/domain/finding.ts';
import type { Level } from '../shared/domain/finding-levels.ts';
import type { Context } from '../shared/domain/liveness.ts';
import type { Quarter } from '../shared/domain/quarter.ts';
import { StrategyMap } from '../shared/domain/strategy-map.ts';
import type { Dataset } from '../shared/exchange/dataset.ts';
import { strategyOfDataset } from '../shared/exchange/strategy.ts';
import { withReadings } from '../shared/library/read-wording.ts';
import type { Alignment, Coverage } from '../shared/report/board-report.ts';
import { alignmentOf, coverageOf } from '../shared/report/scores.ts';
import { UnusableInput } from './input.ts';

/** One result as the command prints it; fields that a verdict does not have are null or empty. */
export interface PrintedResult {
  readonly check: string;
  readonly subject: Subject;
  readonly verdict: CheckResult['result']['verdict'];
  readonly level: Level | null;
  readonly reasons: readonly string[];
  readonly message: string;
  readonly evidence: Evidence;
  readonly related: readonly { readonly kind: string; readonly id: string }[];
  readonly remedy: string;
  readonly fingerprint: string;
}

/** What `check --format json` prints. */
export interface CheckReport {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly quarter: Quarter;
  readonly calendar: Calendar;
  readonly rulesVersion: string;
  readonly summary: {
    readonly results: number;
    readonly pass: number;
    readonly fail: number;
    readonly 'cannot-tell': number;
    readonly 'not-applicable': number;
    readonly crashed: number;
    readonly error: number;
    readonly warning: number;
    readonly note: number;
  };
  readonly scores: { readonly alignment: Alignment; readonly coverage: Coverage };
  readonly results: readonly PrintedResult[];
}

const sentence = ({ check, result }: CheckResult): string => {
  switch (result.verdict) {
    case 'fail':
      return fill(checkOf(check)?.meta.messages[result.message] ?? result.message, result.data);
    case 'cannot-tell':
      return `Cannot tell: ${result.missing.join(', ')}.`;
    case 'not-applicable':
      return `Not applicable: ${result.why}.`;
    case 'crashed':
      return `The check crashed: ${result.error}`;
    default:
      return result.note ?? 'Passes.';
  }
};

const printed = (one: CheckResult, quarter: Quarter): PrintedResult => {
  const failed = one.result.verdict === 'fail' ? one.result : undefined;
  return {
    check: one.check,
    subject: one.subject,
    verdict: one.result.verdict,
    level: failed?.level ?? null,
    reasons: failed?.reasons ?? (one.result.verdict === 'cannot-tell' ? one.result.missing : []),
    message: sentence(one),
    evidence: failed?.evidence ?? { columns: [], rows: [] },
    related: failed?.related ?? [],
    remedy: remedyOf(one.check),
    fingerprint: fingerprintOf(one.check, one.subject, quarter),
  };
};

/** What is judged: the organisation's facts as a map, in a quarter. */
export interface Judgeable {
  readonly organisation: NonNullable<Dataset['organisation']>;
  readonly map: StrategyMap;
  readonly context: Context;
}

/** A dataset made ready for judging at an instant (ISO 8601, UTC), for its reporting quarter or another that has ended. */
export const judgeable = (dataset: Dataset, now: string, asked?: Quarter): Judgeable => {
  const { organisation, policy } = dataset;
  if (organisation === undefined)
    throw new UnusableInput('organisation: found no row, expected the one of the organisation');
  const calendar = calendarAt(now, { ...organisation, policy });
  const quarter = asked ?? calendar.reportingQuarter;
  if (quarter > calendar.reportingQuarter)
    throw new UnusableInput(
      `--quarter: found ${quarter}, expected a quarter that has ended: ${calendar.reportingQuarter} or earlier`,
    );
  const strategy = strategyOfDataset(dataset, calendar.reportingQuarter, organisation.fiscalStart);
  return {
    organisation,
    map: new StrategyMap(withReadings(strategy)),
    context: { quarter, calendar, policy },
  };
};

/** Judges everything, by every check that the policy has on. */
export const checkAll = ({ organisation, map, context }: Judgeable): CheckReport => {
  const { quarter, calendar } = context;
  const judged = evaluate(map, context, catalogue);
  const results = judged.map((one) => printed(one, quarter));
  const count = (verdict: string) => results.filter((one) => one.verdict === verdict).length;
  const levels = (level: Level) => results.filter((one) => one.level === level).length;
  return {
    organisation: { id: organisation.id, name: organisation.name },
    quarter,
    calendar,
    rulesVersion,
    summary: {
      results: results.length,
      pass: count('pass'),
      fail: count('fail'),
      'cannot-tell': count('cannot-tell'),
      'not-applicable': count('not-applicable'),
      crashed: count('crashed'),
      error: levels('error'),
      warning: levels('warning'),
      note: levels('note'),
    },
    scores: {
      alignment: alignmentOf(judged, map, catalogue, () => false),
      coverage: coverageOf(map.all('kpi'), context),
    },
    results,
  };
};

// A department's quarter as its head fills it in: each KPI that it submits, with what was said last time beside it.
import type { Kpi, TargetValue } from './kpi.ts';
import { targetIn } from './kpi-in-quarter.ts';
import type { Policy } from './policy.ts';
import type { Quarter } from './quarter.ts';
import { submitsFor } from './reading-faults.ts';
import { type CountedQuarters, kpiFactsOf } from './sources.ts';
import { judgeActual, type Status } from './status.ts';
import type { Reading, Submission } from './submission.ts';

/** A KPI of the quarter: the target that stands, the last counted reading before it, and what was submitted. */
export interface QuarterRow<K extends Kpi> {
  readonly kpi: K;
  readonly target: TargetValue | undefined;
  readonly previous: { readonly quarter: Quarter; readonly reading: Reading } | undefined;
  readonly reading: Reading | undefined;
  readonly status: Status;
}

/** What the rows are made of; `countedOf` gives the counting submissions of any department. */
export interface QuarterRowsInput<K extends Kpi> {
  readonly kpis: Iterable<K>;
  readonly department: string;
  readonly quarter: Quarter;
  readonly policy: Pick<Policy, 'nearPercent'>;
  readonly countedOf: (department: string) => CountedQuarters;
  /** The latest submitted version of the quarter, whatever has become of it. */
  readonly submission: Submission | undefined;
}

const previousOf = (kpi: Kpi, quarter: Quarter, countedOf: (department: string) => CountedQuarters) => {
  const { readings } = kpiFactsOf(kpi, countedOf);
  let last: Quarter | undefined;
  for (const earlier of Object.keys(readings) as Quarter[])
    if (earlier < quarter && (last === undefined || earlier > last)) last = earlier;
  const reading = last && readings[last];
  return last === undefined || reading === undefined
    ? undefined
    : { quarter: last, reading: { ...reading, kpi: kpi.id } };
};

/** The rows of a department's quarter, by KPI. */
export const quarterRows = <K extends Kpi>(input: QuarterRowsInput<K>): QuarterRow<K>[] => {
  const { kpis, department, quarter, policy, countedOf, submission } = input;
  const submitted = new Map(submission?.readings.map((reading) => [reading.kpi, reading]));
  return [...kpis]
    .filter((kpi) => submitsFor(kpi, department, quarter))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((kpi) => {
      const reading = submitted.get(kpi.id);
      const target = targetIn(kpi, quarter)?.value;
      const status = judgeActual(reading?.actual, target, kpi, policy);
      return { kpi, target, previous: previousOf(kpi, quarter, countedOf), reading, status };
    });
};

// An example as evaluation sees it when its clock starts, without any store: what seeding ends in must be judged
// the same.
import { calendarAt } from '../shared/domain/calendar.ts';
import type { Strategy } from '../shared/domain/facts.ts';
import type { Context } from '../shared/domain/liveness.ts';
import type { DatasetSubmission } from '../shared/exchange/dataset.ts';
import { strategyOfDataset } from '../shared/exchange/strategy.ts';
import { withReadings } from '../shared/library/read-wording.ts';
import { datasetOf } from './dataset.ts';
import type { Example } from './example.ts';
import { phasesOf, settingsOf } from './phases.ts';

/** The quarter that is judged when the example's clock starts, and where it then stands in time. */
export const contextOf = (example: Example): Context => {
  const calendar = calendarAt(example.asOf, settingsOf(example));
  return { quarter: calendar.reportingQuarter, calendar, policy: example.policy };
};

/** What has been handed in when the example's clock starts. */
export const handedInOf = (example: Example): DatasetSubmission[] => {
  const { history, submitted } = phasesOf(example);
  return [...history, ...submitted];
};

/** The strategy with these submissions - those handed in when the clock starts, unless others are given -, wordings read. */
export const strategyOf = (
  example: Example,
  submissions: readonly DatasetSubmission[] = handedInOf(example),
): Strategy =>
  withReadings(
    strategyOfDataset(
      datasetOf(example, submissions),
      contextOf(example).quarter,
      settingsOf(example).fiscalStart,
    ),
  );

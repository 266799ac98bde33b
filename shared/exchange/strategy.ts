// A file's organisation as the facts that checks read, so that it can be judged without any server.
import { addDays } from '../domain/day.ts';
import type { Strategy } from '../domain/facts.ts';
import type { Quarter } from '../domain/quarter.ts';
import { addQuarters, firstDay } from '../domain/quarter-steps.ts';
import { strategyFrom } from '../domain/sources.ts';
import type { Submission } from '../domain/submission.ts';
import type { Dataset, Defined } from './dataset.ts';

const withQuarter = <T extends { firstQuarter?: Quarter | undefined }>(
  { id, fields }: Defined<T>,
  quarter: Quarter,
) => ({
  ...fields,
  id,
  firstQuarter: fields.firstQuarter ?? quarter,
});

/**
 * The facts of a dataset. What says no first quarter begins in the reporting quarter, or with its first reading;
 * targets without an instant count as set before their quarter began.
 */
export const strategyOfDataset = (
  dataset: Dataset,
  reportingQuarter: Quarter,
  fiscalStart: number,
): Strategy => {
  const firstRead = new Map<string, Quarter>();
  for (const { quarter, readings } of dataset.submissions)
    for (const { kpi } of readings) {
      const first = firstRead.get(kpi);
      if (first === undefined || quarter < first) firstRead.set(kpi, quarter);
    }
  const before = (quarter: Quarter) => `${addDays(firstDay(quarter, fiscalStart), -1)}T12:00:00Z`;
  const submissions = dataset.submissions.map(
    ({ department, quarter, readings }): Submission => ({
      department,
      quarter,
      version: 1,
      state: 'submitted',
      readings: [...readings],
      history: true,
      submittedAt: before(addQuarters(quarter, 1)),
      submittedBy: 'import',
    }),
  );
  return strategyFrom(
    {
      departments: dataset.departments.map((one) => withQuarter(one, reportingQuarter)),
      journeys: dataset.journeys.map((one) => withQuarter(one, reportingQuarter)),
      capabilities: dataset.capabilities.map((one) => withQuarter(one, reportingQuarter)),
      outcomes: dataset.outcomes.map((one) => withQuarter(one, reportingQuarter)),
      objectives: dataset.objectives.map((one) => withQuarter(one, reportingQuarter)),
      members: dataset.members.map(({ id, fields }) => ({ ...fields, id })),
      kpis: dataset.kpis.map((one) => ({
        ...withQuarter(one, firstRead.get(one.id) ?? reportingQuarter),
        targets: dataset.targets
          .filter((target) => target.kpi === one.id)
          .map(({ kpi: _kpi, ...target }) => ({ by: 'import', setAt: before(target.from), ...target }))
          .sort((a, b) => (a.from < b.from ? -1 : 1)),
        formerDepartments: [],
        changes: [],
      })),
    },
    submissions,
    reportingQuarter,
  );
};

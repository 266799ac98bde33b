// An example as evaluation sees it when its clock starts, without any store: what seeding ends in must be judged
// the same.

import { calendarAt } from '../shared/domain/calendar.ts';
import { departmentSchema } from '../shared/domain/department.ts';
import type { Strategy } from '../shared/domain/facts.ts';
import { journeySchema } from '../shared/domain/journey.ts';
import { kpiSchema } from '../shared/domain/kpi.ts';
import type { Context } from '../shared/domain/liveness.ts';
import { memberSchema } from '../shared/domain/member.ts';
import { objectiveSchema } from '../shared/domain/objective.ts';
import { outcomeSchema } from '../shared/domain/outcome.ts';
import { defaultPolicy } from '../shared/domain/policy.ts';
import type { Quarter } from '../shared/domain/quarter.ts';
import { type Definitions, strategyFrom } from '../shared/domain/sources.ts';
import { type Submission, submissionSchema } from '../shared/domain/submission.ts';
import type { Defined, Example, ExampleSubmission } from './example.ts';
import { headOf, phasesOf, settingsOf } from './phases.ts';

/** The quarter that is judged when the example's clock starts, and where it then stands in time. */
export const contextOf = (example: Example): Context => {
  const calendar = calendarAt(example.asOf, settingsOf(example));
  return { quarter: calendar.reportingQuarter, calendar, policy: defaultPolicy };
};

const definitionsOf = (example: Example, firstQuarter: Quarter): Definitions => {
  const whole = ({ id, fields }: { readonly id: string; readonly fields: object }) => ({
    firstQuarter,
    ...fields,
    id,
  });
  const targetsOf = (kpi: Example['kpis'][number]) =>
    example.targets
      .filter((target) => target.kpi === kpi.id)
      .map(({ kpi: _id, ...target }) => ({
        ...target,
        setAt: example.asOf,
        by: headOf(example, kpi.fields.department),
      }));
  return {
    departments: example.departments.map((one) => departmentSchema.parse(whole(one))),
    journeys: example.journeys.map((one) => journeySchema.parse(whole(one))),
    capabilities: [],
    outcomes: example.outcomes.map((one) => outcomeSchema.parse(whole(one))),
    objectives: example.objectives.map((one) => objectiveSchema.parse(whole(one))),
    members: [example.analyst, ...example.members].map(({ id, fields }: Defined<typeof memberSchema>) =>
      memberSchema.parse({ ...fields, id }),
    ),
    kpis: example.kpis.map((one) => kpiSchema.parse({ ...whole(one), targets: targetsOf(one) })),
  };
};

const submissionOf = (
  example: Example,
  { department, quarter, readings }: ExampleSubmission,
  history: boolean,
): Submission =>
  submissionSchema.parse({
    department,
    quarter,
    version: 1,
    state: 'submitted',
    readings,
    history,
    submittedAt: example.asOf,
    submittedBy: history ? example.analyst.id : headOf(example, department),
  });

/** The strategy when the example's clock starts. Throws a ZodError where the example holds what the API refuses. */
export const strategyOf = (example: Example): Strategy => {
  const { quarter } = contextOf(example);
  const { history, submitted } = phasesOf(example);
  const submissions = [
    ...history.map((one) => submissionOf(example, one, true)),
    ...submitted.map((one) => submissionOf(example, one, false)),
  ];
  return strategyFrom(definitionsOf(example, quarter), submissions, quarter);
};

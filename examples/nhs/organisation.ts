// The example itself: six real trusts with their real quarterly figures, as the six departments of one invented
// group. What is real and what is ours is said in the README beside this file.

import type { kpiFields } from '../../shared/domain/kpi.ts';
import type { memberFields } from '../../shared/domain/member.ts';
import type { objectiveFields } from '../../shared/domain/objective.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { missedBy } from '../../shared/domain/status.ts';
import type { Reading } from '../../shared/domain/submission.ts';
import type { Defined, Example } from '../example.ts';
import { type Measure, measures } from './measures.ts';
import { journeys, outcomes } from './outcomes.ts';
import { rowOf, sourceFile, sourceQuarters } from './source.ts';
import { headOf, type Trust, trusts } from './trusts.ts';

/** Everything here begins with the twelve closed quarters before the clock starts; evaluation reads none before them. */
const firstQuarter = '2019-Q4';
/** The first quarter that the source has figures for. */
const baselineQuarter = '2018-Q1';
/** Stands in every definition, so that it is read wherever a figure is. */
export const licenceNotice =
  'Contains public sector information licensed under the Open Government Licence v3.0.';
const linkedHere = 'Links to outcomes and counterparts are this example’s own.';
const unlinkedHere = 'This example leaves this trust unlinked on purpose.';

const kpiId = (trust: Trust, measure: string): string => `${trust.id}-${measure}`;

/** A cell as a reading: its text unchanged; an empty cell, or a row that the source lacks, was not published. */
export const readingOf = (trust: Trust, quarter: Quarter, measure: Measure): Reading => {
  const kpi = kpiId(trust, measure.id);
  const row = rowOf(trust.id, quarter);
  if (row === undefined) return { kpi, notMeasured: 'not published' };
  const source = { file: sourceFile, row: row.line, column: measure.column };
  const actual = row.cells[measure.column] ?? '';
  return actual === '' ? { kpi, notMeasured: 'not published', source } : { kpi, actual, source };
};

/** The first published figure, where the target asks for more than it. */
const baselineOf = (trust: Trust, measure: Measure): { baseline?: string } => {
  const { actual } = readingOf(trust, baselineQuarter, measure);
  if (actual === undefined || missedBy(actual, measure.target.value(trust), measure.kpi.direction).eq(0))
    return {};
  return { baseline: actual };
};

const kpiOf = (trust: Trust, measure: Measure): Defined<typeof kpiFields> => ({
  id: kpiId(trust, measure.id),
  fields: {
    ...measure.kpi,
    department: trust.id,
    objective:
      trust.id === 'r0a' && measure.id === 'bed-occupancy' ? orphan.id : `${trust.id}-${measure.objective}`,
    name: `${measure.name}, ${trust.short}`,
    definition: `${measure.definition} ${trust.linked ? linkedHere : unlinkedHere} ${licenceNotice}`,
    owner: headOf(trust),
    ...baselineOf(trust, measure),
    firstQuarter,
    counterparts: trust.linked ? measure.counterparts.map((id) => ({ kpi: kpiId(trust, id) })) : [],
    contributions: trust.linked
      ? measure.contributions.map(({ outcome, effect, why }) => ({
          outcome,
          effect,
          rationale: `Our link: ${why}.`,
        }))
      : [],
  },
});

/** Real organisations have one of these: an objective that serves the hospital and names nobody else. */
const orphan: Defined<typeof objectiveFields> = {
  id: 'r0a-bed-use',
  fields: { department: 'r0a', title: 'More use of every bed that we pay for', firstQuarter },
};

const objectivesOf = (trust: Trust): Defined<typeof objectiveFields>[] => [
  {
    id: `${trust.id}-emergency`,
    fields: {
      department: trust.id,
      title: `From the door of A&E to a bed without a wait, ${trust.short}`,
      firstQuarter,
      outcomes: ['through-in-four-hours', 'bed-not-trolley'],
    },
  },
  {
    id: `${trust.id}-theatres`,
    fields: {
      department: trust.id,
      title: `Operations on the day they were promised, ${trust.short}`,
      firstQuarter,
      outcomes: ['operation-kept'],
    },
  },
];

const member = (
  id: string,
  name: string,
  role: 'executive' | 'analyst' | 'auditor',
): Defined<typeof memberFields> => ({
  id,
  fields: { name, email: `${id}@example.org`, roles: [role] },
});

/** The example, as seeding and tests take it. */
export const nhs: Example = {
  organisation: {
    id: 'nhs-example',
    fields: {
      name: 'Six hospital trusts (example)',
      timeZone: 'Europe/London',
      currency: 'GBP',
      fiscalStart: 4,
    },
  },
  asOf: '2023-04-24T05:00:00Z',
  analyst: member('group-analyst', 'Analyst of the group', 'analyst'),
  members: [
    member('group-executive', 'Executive of the group', 'executive'),
    member('group-auditor', 'Auditor of the group', 'auditor'),
    ...trusts.map((trust) => ({
      id: headOf(trust),
      fields: {
        name: `Head of operations, ${trust.short}`,
        email: `${headOf(trust)}@example.org`,
        roles: ['department-head' as const],
        heads: [trust.id],
      },
    })),
  ],
  departments: trusts.map(({ id, name, charter }) => ({
    id,
    fields: { name, function: 'operations' as const, charter, firstQuarter },
  })),
  journeys,
  outcomes,
  objectives: [...trusts.flatMap(objectivesOf), orphan],
  kpis: trusts.flatMap((trust) => measures.map((measure) => kpiOf(trust, measure))),
  targets: trusts.flatMap((trust) =>
    measures.map((measure) => ({
      kpi: kpiId(trust, measure.id),
      from: firstQuarter,
      value: measure.target.value(trust),
      reason: measure.target.reason,
    })),
  ),
  submissions: sourceQuarters
    .filter((quarter) => quarter >= firstQuarter)
    .flatMap((quarter) =>
      trusts.map((trust) => ({
        department: trust.id,
        quarter,
        readings: measures.map((measure) => readingOf(trust, quarter, measure)),
      })),
    ),
  drafts: [{ department: 'r1h', quarter: '2022-Q4' }],
  handInAfterDays: 10,
};

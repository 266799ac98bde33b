// What an example organisation is: everything that people would write by hand, told as data, and the instant at
// which its business clock starts. Seeding turns it into calls of the public API; nothing else comes of it.
import type * as z from 'zod';
import type { capabilityFields } from '../shared/domain/capability.ts';
import type { departmentFields } from '../shared/domain/department.ts';
import type { journeyFields } from '../shared/domain/journey.ts';
import type { kpiFields } from '../shared/domain/kpi.ts';
import type { memberFields } from '../shared/domain/member.ts';
import type { objectiveFields } from '../shared/domain/objective.ts';
import type { organisationFields } from '../shared/domain/organisation.ts';
import type { outcomeFields } from '../shared/domain/outcome.ts';
import type { Policy } from '../shared/domain/policy.ts';
import type { Quarter } from '../shared/domain/quarter.ts';
import type { DatasetSubmission, DatasetTarget } from '../shared/exchange/dataset.ts';

/** A definition under the id that it keeps, with the fields that the API takes for it. */
export interface Defined<S extends z.ZodType> {
  readonly id: string;
  readonly fields: z.input<S>;
}

export interface Example {
  readonly organisation: Defined<typeof organisationFields>;
  /** Where the business clock starts (ISO 8601, UTC). */
  readonly asOf: string;
  /** The member whom the operator makes together with the organisation; listed here only. */
  readonly analyst: Defined<typeof memberFields>;
  readonly policy: Policy;
  readonly members: readonly Defined<typeof memberFields>[];
  readonly departments: readonly Defined<typeof departmentFields>[];
  readonly journeys: readonly Defined<typeof journeyFields>[];
  readonly capabilities: readonly Defined<typeof capabilityFields>[];
  readonly outcomes: readonly Defined<typeof outcomeFields>[];
  readonly objectives: readonly Defined<typeof objectiveFields>[];
  readonly kpis: readonly Defined<typeof kpiFields>[];
  readonly targets: readonly DatasetTarget[];
  /** Every quarter that there are figures for, also of quarters that end after `asOf`. */
  readonly submissions: readonly DatasetSubmission[];
  /** Quarters whose figures are only a saved draft of the department's head: somebody is to submit them by hand. */
  readonly drafts: readonly { readonly department: string; readonly quarter: Quarter }[];
  /** Days after a quarter's last day on which the heads hand in, at nine in the morning, local time. */
  readonly handInAfterDays: number;
}

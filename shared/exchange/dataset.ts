// A whole organisation as data: what people would write by hand, and what a file of the import format holds.

import type * as z from 'zod';
import type { capabilityFields } from '../domain/capability.ts';
import type { departmentFields } from '../domain/department.ts';
import type { journeyFields } from '../domain/journey.ts';
import type { KpiFields, TargetValue } from '../domain/kpi.ts';
import type { memberFields } from '../domain/member.ts';
import type { objectiveFields } from '../domain/objective.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { outcomeFields } from '../domain/outcome.ts';
import type { Policy } from '../domain/policy.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Reading } from '../domain/submission.ts';

/** A definition under the id that it keeps. */
export interface Defined<T> {
  readonly id: string;
  readonly fields: T;
}
export interface DatasetTarget {
  readonly kpi: string;
  readonly from: Quarter;
  readonly value: TargetValue;
  readonly reason?: string;
  readonly setAt?: string;
  readonly by?: string;
}
export interface DatasetSubmission {
  readonly department: string;
  readonly quarter: Quarter;
  readonly readings: readonly Reading[];
}

export interface Dataset {
  readonly organisation: Omit<Organisation, 'policy'> | undefined;
  /** Business time at which an example starts. */
  readonly asOf: string | undefined;
  readonly policy: Policy;
  readonly members: readonly Defined<z.infer<typeof memberFields>>[];
  readonly departments: readonly Defined<z.infer<typeof departmentFields>>[];
  readonly journeys: readonly Defined<z.infer<typeof journeyFields>>[];
  readonly capabilities: readonly Defined<z.infer<typeof capabilityFields>>[];
  readonly outcomes: readonly Defined<z.infer<typeof outcomeFields>>[];
  readonly objectives: readonly Defined<z.infer<typeof objectiveFields>>[];
  readonly kpis: readonly Defined<KpiFields>[];
  readonly targets: readonly DatasetTarget[];
  readonly submissions: readonly DatasetSubmission[];
}

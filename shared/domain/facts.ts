// What evaluation knows of each entity: its definition and, where it has them, the readings and submissions
// that count. Nothing else reaches a check.
import * as z from 'zod';
import { actionSchema } from './action.ts';
import { capabilitySchema } from './capability.ts';
import { departmentSchema } from './department.ts';
import { journeySchema } from './journey.ts';
import { kpiSchema } from './kpi.ts';
import { objectiveSchema } from './objective.ts';
import { outcomeSchema } from './outcome.ts';
import { wordingReading } from './perspective-reading.ts';
import { quarterSchema } from './quarter.ts';
import { slug } from './slug.ts';
import { readingFields, submissionStates } from './submission.ts';

/** How many readings of a KPI evaluation sees: those of the last 12 quarters up to the reporting one. */
export const readingWindow = 12;

/** A reading that counts, without the KPI it belongs to; its source goes with it into reports. */
export const countedReading = readingFields.omit({ kpi: true, note: true });
export type CountedReading = z.infer<typeof countedReading>;

export const kpiFacts = z.strictObject({
  ...kpiSchema.shape,
  readings: z.partialRecord(quarterSchema, countedReading),
  /** What its wording reads as; absent until somebody has read it. */
  perspectiveReading: wordingReading.optional(),
});
export type KpiFacts = z.infer<typeof kpiFacts>;

export const departmentFacts = z.strictObject({
  ...departmentSchema.shape,
  /** The quarters for which a version of the department's submission counts, sorted. */
  counted: z.array(quarterSchema),
  /** How the latest version of each quarter stands; reports show it, checks don't read it. */
  latest: z
    .partialRecord(quarterSchema, z.strictObject({ state: z.enum(submissionStates), version: z.int() }))
    .default({}),
});
export type DepartmentFacts = z.infer<typeof departmentFacts>;

/** A member, as far as checks care: is there such a person? */
export const memberFacts = z.strictObject({ id: slug, status: z.enum(['active', 'removed']) });
export type MemberFacts = z.infer<typeof memberFacts>;

/** All facts of one organisation, each list sorted by id. */
export const strategySchema = z.strictObject({
  departments: z.array(departmentFacts),
  journeys: z.array(journeySchema),
  capabilities: z.array(capabilitySchema),
  outcomes: z.array(outcomeSchema),
  objectives: z.array(objectiveSchema),
  members: z.array(memberFacts),
  kpis: z.array(kpiFacts),
  /** What was decided on findings; as sources know them. */
  actions: z.array(actionSchema),
});
export type Strategy = z.infer<typeof strategySchema>;

// What lists and reports show of a finding: one line, which stands on the item, and alone in the index.
import * as z from 'zod';
import { type Finding, findingSchema } from '../domain/finding.ts';
import { levels } from '../domain/finding-levels.ts';
import { lastWordAt, lifeLineOf } from '../domain/finding-life.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { waiverLine } from '../domain/waiver.ts';

/** The line's shape, as it is stored. */
export const findingSummary = z.strictObject({
  fingerprint: z.string(),
  check: z.string(),
  level: z.enum(levels),
  subject: findingSchema.shape.condition.shape.subject,
  department: z.string().optional(),
  message: z.string(),
  data: findingSchema.shape.condition.shape.data,
  reasons: z.array(z.string()),
  state: findingSchema.shape.life.shape.state,
  since: quarterSchema,
  waiver: waiverLine.optional(),
  reopened: z.int().optional(),
  notConfirmedSince: z.string().optional(),
  /** Instants: the first sight, the beginning of the present spell, the last word on it. */
  seenAt: z.string().optional(),
  sinceAt: z.string().optional(),
  wordAt: z.string().optional(),
  version: z.int(),
});
export type FindingSummary = z.infer<typeof findingSummary>;

/** The line of a finding as it stands. */
export const summaryOf = ({
  finding: { fingerprint, condition, life },
  department,
  version,
}: {
  readonly finding: Finding;
  readonly department?: string | undefined;
  readonly version: number;
}): FindingSummary => ({
  fingerprint,
  check: condition.check,
  level: condition.level,
  subject: condition.subject,
  department,
  message: condition.message,
  data: condition.data,
  reasons: condition.reasons,
  ...lifeLineOf(life),
  seenAt: life.firstSeen.at,
  sinceAt: life.since.at,
  wordAt: lastWordAt(life),
  version,
});

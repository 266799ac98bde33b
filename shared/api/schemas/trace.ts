// "Why 71?": the lines that an alignment sums, dearest first.
import * as z from 'zod';
import { subjectSchema } from '../../domain/finding.ts';
import { levels } from '../../domain/finding-levels.ts';
import { quarterSchema } from '../../domain/quarter.ts';
import { slug } from '../../domain/slug.ts';
import { alignmentSchema } from '../../report/board-report.ts';
import { pageQuery } from './list.ts';

/** Of one department, of one check, or of all. */
export const traceQuery = z.strictObject({
  ...pageQuery.shape,
  department: slug.optional(),
  check: slug.optional(),
});

/** One judged thing: what it could cost, what it does cost, and what it counts as. */
export const traceLine = z.strictObject({
  check: z.string(),
  subject: subjectSchema,
  verdict: z.enum(['pass', 'fail', 'cannot-tell', 'crashed']),
  level: z.enum(levels).optional(),
  weight: z.number(),
  cost: z.number(),
  count: z.enum(['hold', 'fail', 'waived', 'cannotTell']),
});

/** The sum of every line asked for, and a page of the lines. */
export const alignmentTrace = z.strictObject({
  quarter: quarterSchema,
  asOf: z.string(),
  alignment: alignmentSchema,
  items: z.array(traceLine),
  cursor: z.string().optional(),
});
export type AlignmentTrace = z.infer<typeof alignmentTrace>;

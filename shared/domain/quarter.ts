// Fiscal quarters as ids that sort as text. YYYY is the calendar year in which the fiscal year starts.
import * as z from 'zod';

export const quarterSchema = z.templateLiteral(
  [z.string().regex(/^(?:19|20|21)\d{2}$/), '-Q', z.enum(['1', '2', '3', '4'])],
  { error: 'a quarter such as 2026-Q3' },
);
/** A fiscal quarter, `YYYY-Qn`. */
export type Quarter = z.infer<typeof quarterSchema>;

/** The month (1..12) in which an organisation's fiscal year starts. */
export type FiscalStart = number;

// What the board sees of a quarter, kept when the mails about its end are queued: their texts, picture and board pack come
// from the one and the same, however the report moves on until the last of them is sent. Names of people are not kept.
import * as z from 'zod';
import { boardReportSchema } from './board-report.ts';
import { commentaryLine } from './commentary-line.ts';
import { sinceSchema } from './since.ts';

const sealedText = z.strictObject({ text: z.string(), title: z.string(), remedy: z.string() });

export const mailedReport = z.strictObject({
  report: boardReportSchema,
  commentary: z.array(z.object(commentaryLine.shape)),
  since: sinceSchema,
  sealed: z.strictObject({ digest: z.string(), texts: z.record(z.string(), sealedText) }).optional(),
});
/** What the mails of a closed quarter are made of. */
export type MailedReport = z.infer<typeof mailedReport>;

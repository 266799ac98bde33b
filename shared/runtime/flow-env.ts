// The environment of the functions that time, the stream and the mail service wake; parsed once, refused whole.
import * as z from 'zod';

const flow = z.object({ TABLE_NAME: z.string().min(1) });
const tick = z.object({ PAGE_URL: z.url() });
const mail = z.object({
  MAIL_FROM: z.string().min(3),
  /** Outside production every mail goes here. */
  MAIL_REDIRECT_TO: z.string().default(''),
  MAIL_CONFIGURATION_SET: z.string().min(1),
});

export const flowEnv = () => flow.parse(process.env);
export const tickEnv = () => tick.parse(process.env);
export const mailEnv = () => mail.parse(process.env);

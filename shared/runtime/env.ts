// The environment of the API's functions, parsed whole before the first request is answered: a function that lacks a
// setting fails at its start, not in the middle of a write.
import * as z from 'zod';

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  /** The client for which every token must have been issued. */
  TOKEN_CLIENT_ID: z.string().min(1),
});

/** What the API's functions are told. Throws an Error that names every setting that is missing or odd. */
export const apiEnvironment = (): z.infer<typeof environment> => {
  const parsed = environment.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(`environment: ${z.prettifyError(parsed.error)}`);
};

/** The examples that `npm start -- --example <name>` offers. */
import type { Example } from '../examples/example.ts';

/** Each example by name; loaded only when it is asked for. */
export const examples: Readonly<Record<string, () => Promise<Example>>> = {
  nhs: async () => (await import('../examples/nhs/organisation.ts')).nhs,
};

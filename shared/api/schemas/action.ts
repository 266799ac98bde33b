// Actions: what the board decides on findings, and how they end.
import * as z from 'zod';
import { actionStates, fingerprint, storedAction } from '../../domain/action.ts';
import { prose, slug } from '../../domain/slug.ts';

/** An action with its age in quarters, and whether it is past its due quarter. */
export const actionView = z.strictObject({
  ...storedAction.shape,
  age: z.int().min(0),
  stalled: z.boolean(),
});
export type ActionView = z.infer<typeof actionView>;

/** What a list of actions is narrowed to. */
export const actionFilter = z.strictObject({
  state: z.enum(actionStates).optional(),
  department: slug.optional(),
  finding: fingerprint.optional(),
});

/** A word on an action that is done: optional; on one that is dropped: a must. */
export const doneBody = z.strictObject({ comment: prose(1000).optional() });
export const dropBody = z.strictObject({ comment: prose(1000) });

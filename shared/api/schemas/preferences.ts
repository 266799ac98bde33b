// How a member hears of what the checks find.
import * as z from 'zod';
import { digestRhythms, locales } from '../../domain/member.ts';

export const preferencesBody = z.strictObject({
  locale: z.enum(locales),
  digest: z.enum(digestRhythms),
  reminders: z.boolean(),
  /** No mail up to this day, inclusive, in the organisation's time zone. */
  pausedUntil: z.iso.date({ error: 'a day such as 2026-12-31' }).optional(),
});

/** One's own preferences; `version` is that of the member's record. */
export const preferencesView = z.strictObject({
  ...preferencesBody.shape,
  /** When all mail was stopped by the link in a mail; any later change of the preferences starts it again. */
  unsubscribedAt: z.string().optional(),
  version: z.int().min(1),
});
export type PreferencesView = z.infer<typeof preferencesView>;

export const unsubscribeParams = z.strictObject({
  token: z.string().regex(/^[\w.-]{20,300}$/, { error: 'the token of a mail’s unsubscribe link' }),
});
export const unsubscribedView = z.strictObject({ unsubscribed: z.literal(true) });

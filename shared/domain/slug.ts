// Ids are given by people or by an import and never change: a waiver must survive a re-import.
import * as z from 'zod';

/** An id that people chose: 1 to 40 of `a-z`, `0-9`, `-`. */
export const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, { error: 'an id of 1 to 40 characters from a-z, 0-9 and -' });

/** A touchpoint's id as others name it: its journey's id, a slash, its own id. */
export const touchpointId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,40}$/, { error: 'journey/touchpoint, each an id' });

/** The tenant. The brand is put on only where a verified token or an operator's command names it. */
export const orgId = slug.brand<'OrgId'>();
export type OrgId = z.infer<typeof orgId>;

// Control and bidirectional-override characters: they forge log lines, mail headers and what a name looks like.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

// Each length is made once: schemas are made at every start of a function.
const made = new Map<string, z.ZodString>();
const text = (kind: string, max: number, allowed: (text: string) => boolean, error: string): z.ZodString => {
  const key = `${kind} ${max}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const length = { error: `text of 1 to ${max} characters` };
  const schema = z
    .string()
    .check(z.trim(), z.minLength(1, length), z.maxLength(max, length), z.refine(allowed, { error }));
  made.set(key, schema);
  return schema;
};

/** One line of text that people read, of 1 to `max` characters. */
export const line = (max: number) =>
  text(
    'line',
    max,
    (value) => !hidden.test(value) && !/[\n\t]/.test(value),
    'text on one line, without control or direction-override characters',
  );

/** Text of several lines, of 1 to `max` characters. */
export const prose = (max: number) =>
  text('prose', max, (value) => !hidden.test(value), 'text without control or direction-override characters');

// A cursor holds sort keys alone; the partition comes from the token and the route, so that a forged one leads
// nowhere but to another place of the same list.
import * as z from 'zod';
import { Refusal, shown } from '../domain/problem.ts';

/** Which page of a list is asked for. */
export interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of a list; the cursor names where it goes on, if it does. */
export interface Page<T> {
  readonly items: T[];
  readonly cursor?: string;
}

// Ids, instants and hashes are printable ASCII, so every sort key is.
const shape = z.record(z.string(), z.string().regex(/^[ -~]{1,300}$/));

/** The sort keys of where a page ended, as text; undefined where the list ended. */
export const cursorOf = (
  next: Readonly<Record<string, string>> | undefined,
  sortKeys: readonly string[],
): string | undefined =>
  next === undefined
    ? undefined
    : Buffer.from(
        JSON.stringify(Object.fromEntries(sortKeys.map((name) => [name, next[name] ?? '']))),
      ).toString('base64url');

/** A page that ended at `next`. */
export const pageOf = <T>(items: T[], ...ended: Parameters<typeof cursorOf>): Page<T> => {
  const cursor = cursorOf(...ended);
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};

const refused = (cursor: string): Refusal =>
  new Refusal('invalid-input', 'The cursor is not one of this list.', [
    { path: '/cursor', found: shown(cursor), expected: 'a cursor that this list gave' },
  ]);

/** The place that a cursor names: exactly these sort keys, each beginning as this list's keys do. */
export const placeOf = (
  cursor: string | undefined,
  begins: Readonly<Record<string, string>>,
  partition: Readonly<Record<string, string>>,
): Record<string, string> | undefined => {
  if (cursor === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused(cursor);
  }
  const place = shape.safeParse(value);
  if (!place.success) throw refused(cursor);
  const names = Object.keys(begins);
  const fits =
    Object.keys(place.data).length === names.length &&
    names.every((name) => place.data[name]?.startsWith(begins[name] ?? ''));
  if (!fits) throw refused(cursor);
  return { ...place.data, ...partition };
};

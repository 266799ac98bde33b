// Two builds share a table while one takes over from the other, and again when it is taken back: each reads what the
// other wrote. A field that a build doesn't know is left aside when it reads, and put back where it writes over it.
import type * as z from 'zod';
import { canonicalJson } from '../domain/canonical.ts';

type Path = readonly PropertyKey[];

/** Where the unknown fields are, if nothing else is wrong; undefined where something is. */
const unknownFields = (issues: readonly z.core.$ZodIssue[]): Path[] | undefined => {
  const found: Path[] = [];
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      found.push(...issue.keys.map((key) => [...issue.path, key]));
      continue;
    }
    if (issue.code !== 'invalid_union') return undefined;
    const options = issue.errors.flatMap((errors) => {
      const paths = unknownFields(errors as z.core.$ZodIssue[]);
      return paths === undefined ? [] : [paths];
    });
    const [closest] = options.sort((a, b) => a.length - b.length);
    if (closest === undefined) return undefined;
    found.push(...closest.map((path) => [...issue.path, ...path]));
  }
  return found;
};

type Fields = Record<PropertyKey, unknown>;
const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const without = (value: unknown, [key, ...rest]: Path): unknown => {
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? without(one, rest) : one));
  if (!isFields(value) || key === undefined) return value;
  if (rest.length > 0) return { ...value, [key]: without(value[key], rest) };
  const { [key]: _unknown, ...known } = value;
  return known;
};

/** What was read with fields left aside, and the same as it is stored. */
const aside = new WeakMap<object, unknown>();

/**
 * A stored value, parsed; fields that the schema doesn't know are left aside, at any depth. Throws a ZodError where
 * the value doesn't fit otherwise.
 */
export const readKnown = <T>(schema: z.ZodType<T>, stored: unknown): T => {
  let known = stored;
  for (;;) {
    const parsed = schema.safeParse(known);
    if (parsed.success) {
      if (known !== stored && isFields(parsed.data)) aside.set(parsed.data, stored);
      return parsed.data;
    }
    const unknown = unknownFields(parsed.error.issues);
    if (unknown === undefined) throw parsed.error;
    known = unknown.reduce(without, known);
  }
};

const idOf = (value: unknown): unknown => (isFields(value) ? value['id'] : undefined);
const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const merged = (stored: unknown, read: unknown, next: unknown): unknown => {
  if (Array.isArray(stored) && Array.isArray(read) && Array.isArray(next))
    return next.map((one) => {
      const same = read.findIndex((other) => isSame(one, other));
      if (same >= 0) return stored[same];
      const id = idOf(one);
      const at = id === undefined ? -1 : read.findIndex((other) => idOf(other) === id);
      return at < 0 ? one : merged(stored[at], read[at], one);
    });
  if (!isFields(stored) || !isFields(read) || !isFields(next)) return next;
  const unknown = Object.entries(stored).filter(([key]) => !(key in read) && !(key in next));
  const known = Object.entries(next).map(([key, one]) => [key, merged(stored[key], read[key], one)]);
  return Object.fromEntries([...known, ...unknown]);
};

/**
 * What is to be stored over `before`, a value that `readKnown` gave: `next` with the fields that were left aside.
 * Elements of lists keep theirs where they are unchanged or still have their id. What `next` names stays as it is.
 */
export const keepingAside = <T>(before: object | undefined, next: T): T => {
  const stored = before === undefined ? undefined : aside.get(before);
  return stored === undefined ? next : (merged(stored, before, next) as T);
};

// Which fields of an entity a file changes, from what to what, in few words.
import { canonicalJson } from '../domain/canonical.ts';
import type { ChangeItem } from '../domain/change-set.ts';

const longest = 80;

/** A value as people are shown it: text as it is, all else as JSON, shortened; undefined where there is nothing. */
export const brief = (value: unknown): string | undefined => {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
};

/** Kept by the server beside what people write; it moves with the rest. */
const bookkeeping: ReadonlySet<string> = new Set(['changes', 'formerDepartments']);

/** The fields in which two states of an entity differ. */
export const fieldsBetween = (before: object, after: object): ChangeItem['fields'] => {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => !bookkeeping.has(name),
  );
  return names.flatMap((field) => {
    if (canonicalJson(was[field] ?? null) === canonicalJson(is[field] ?? null)) return [];
    const [from, to] = [brief(was[field]), brief(is[field])];
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
};

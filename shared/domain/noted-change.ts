// Nobody can talk a finding away: what a definition used to mean stays with it, with who changed it, when and why, and
// the report of the quarter lists it. KPIs note theirs as they are written; this is the rest of the strategy.
import * as z from 'zod';
import { canonicalJson } from './canonical.ts';
import { line, prose, slug } from './slug.ts';

/** One change of what a definition means. `was` and `is` are texts: canonical JSON for what is no text itself. */
export const notedChange = z.strictObject({
  field: line(120),
  was: z.string(),
  is: z.string(),
  at: z.iso.datetime(),
  by: slug,
  reason: prose(500).optional(),
});
export type NotedChange = z.infer<typeof notedChange>;

/** The most changes that a definition keeps; the audit has them all. */
const mostNoted = 200;
/** The changes of a definition, oldest first. Absent while there is none, so that older records stay as they are. */
export const notedChanges = z.array(notedChange).max(mostNoted).optional();

/** Who changes something, when (ISO 8601, UTC), and the reason given. */
export interface Noting {
  readonly by: string;
  readonly at: string;
  readonly reason?: string | undefined;
}

type Entity = Readonly<Record<string, unknown>>;
type Watched = (entity: Entity) => Readonly<Record<string, unknown>>;

const fields =
  (...names: readonly string[]): Watched =>
  (entity) =>
    Object.fromEntries(names.map((name) => [name, entity[name]]));

const under = (prefix: string, values: unknown): Entity =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [`${prefix}.${name}`, value]));

const momentsOfTruth = (entity: Entity): Entity =>
  Object.fromEntries(
    ((entity['touchpoints'] ?? []) as { id: string; momentOfTruth: boolean }[])
      .filter(({ momentOfTruth }) => momentOfTruth)
      .map(({ id }) => [`momentOfTruth.${id}`, true]),
  );

const dueDates = (entity: Entity): Entity =>
  Object.fromEntries(
    ((entity['extensions'] ?? []) as { department: string; quarter: string; dueDate: string }[]).map(
      ({ department, quarter, dueDate }) => [`dueDate.${department}.${quarter}`, dueDate],
    ),
  );

const settings = fields('timeZone', 'fiscalStart');
const watched: Readonly<Record<string, Watched>> = {
  organisation: (entity) => ({
    ...settings(entity),
    ...under('policy', { ...((entity['policy'] ?? {}) as Entity), checks: undefined }),
    ...under('policy.checks', ((entity['policy'] ?? {}) as Entity)['checks']),
    ...dueDates(entity),
  }),
  department: fields('name', 'retiredFrom'),
  journey: (entity) => ({ ...fields('retiredFrom')(entity), ...momentsOfTruth(entity) }),
  capability: fields('departments', 'retiredFrom'),
  outcome: fields('clock', 'tolerance', 'owningDepartment', 'retiredFrom'),
  objective: fields('department', 'outcomes', 'lastQuarter', 'retiredFrom'),
};

const asText = (value: unknown): string =>
  value === undefined ? 'none' : typeof value === 'string' ? value : canonicalJson(value);

/** What has changed of a definition's meaning between two states. A kind that nobody watches changes nothing. */
export const changesBetween = (
  kind: string,
  before: object,
  after: object,
  noting: Noting,
): NotedChange[] => {
  const watch = watched[kind];
  if (watch === undefined) return [];
  const [old, now] = [watch(before as Entity), watch(after as Entity)];
  const { by, at, reason } = noting;
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].sort().flatMap((field) => {
    const [was, is] = [asText(old[field]), asText(now[field])];
    return was === is ? [] : [{ field, was, is, at, by, ...(reason === undefined ? {} : { reason }) }];
  });
};

/**
 * The definition as it shall be, with the changes that it has been through. What `after` itself says of them is not
 * believed. Members and KPIs come back as they are: no change of a member is one of meaning, and a KPI notes its own.
 */
export const withNoted = <E extends object>(
  kind: string,
  before: object | undefined,
  after: E,
  noting: Noting,
): E => {
  if (watched[kind] === undefined) return after;
  const { changes: _claimed, ...rest } = after as E & { readonly changes?: unknown };
  const earlier = (before as { readonly changes?: readonly NotedChange[] } | undefined)?.changes ?? [];
  const changes = [
    ...earlier,
    ...(before === undefined ? [] : changesBetween(kind, before, rest, noting)),
  ].slice(-mostNoted);
  return (changes.length === 0 ? rest : { ...rest, changes }) as unknown as E;
};

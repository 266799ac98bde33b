// What a change of the organisation itself takes and shows: each can be looked at before it is made.
import * as z from 'zod';
import { changeItem } from '../../domain/change-set.ts';
import { departmentFields } from '../../domain/department.ts';
import { extensionSchema } from '../../domain/extension.ts';
import { targetValue } from '../../domain/kpi.ts';
import { quarterSchema } from '../../domain/quarter.ts';
import { restReasons } from '../../domain/reorganise/rests-on.ts';
import { retirableKinds } from '../../domain/reorganise/retire.ts';
import { line, prose, slug } from '../../domain/slug.ts';

/** Of what a preview showed: the state that it was made on. */
const basis = z.string().regex(/^[0-9a-f]{32}$/, { error: 'the basis that a preview answered' });

const preview = {
  /** false: says what would change and what rests on it, and writes nothing. */
  apply: z.boolean(),
  /** Refuses where anything that is to change has changed since the preview with this basis. */
  basis: basis.optional(),
};
const told = { ...preview, reason: prose(500).optional() };
const onceEach = <T>(key: (one: T) => string, what: string) => ({
  check: (all: readonly T[]) => new Set(all.map(key)).size === all.length,
  error: `each ${what} once`,
});
const onceId = onceEach((id: string) => id, 'id');
const ids = (max: number) =>
  z
    .array(slug)
    .max(max, { error: `at most ${max}` })
    .refine(onceId.check, { error: onceId.error });

export const renameBody = z.strictObject({ ...told, name: departmentFields.shape.name });
export const mergeBody = z.strictObject({ ...told, into: slug });
export const splitBody = z.strictObject({
  ...told,
  id: slug,
  name: departmentFields.shape.name,
  function: departmentFields.shape.function,
  charter: departmentFields.shape.charter,
  kpis: ids(300),
  objectives: ids(300).default([]),
});
export const moveBody = z.strictObject({ ...told, department: slug });
export const handOverBody = z.strictObject({
  ...told,
  to: slug,
  /** Whether the member who hands over is removed afterwards. */
  leaves: z.boolean().default(false),
});
export const retireBody = z.strictObject({ ...told, from: quarterSchema });
export const retireParams = z.strictObject({ kind: z.enum(retirableKinds), id: slug });
export const copyBody = z.strictObject({ ...told, id: slug, department: slug, name: line(160).optional() });

const onceKpi = onceEach(({ kpi }: { readonly kpi: string }) => kpi, 'KPI');
export const targetsBody = z.strictObject({
  ...preview,
  targets: z
    .array(z.strictObject({ kpi: slug, value: targetValue, reason: prose(500).optional() }))
    .min(1, { error: 'at least one target' })
    .max(300, { error: 'at most 300 targets' })
    .refine(onceKpi.check, { error: onceKpi.error }),
});
export const extensionBody = z.strictObject({
  ...preview,
  dueDate: extensionSchema.shape.dueDate,
  reason: extensionSchema.shape.reason,
});

export const restParams = z.strictObject({ kind: z.enum([...retirableKinds, 'member']), id: slug });

/** What would hang in the air, and why. */
export const restLine = z.strictObject({
  why: z.enum(restReasons),
  kind: z.enum(['kpi', 'outcome', 'objective', 'capability', 'touchpoint', 'action']),
  /** A touchpoint's is `journey/touchpoint`. */
  id: z.string(),
  name: z.string(),
});

/** The first 200 that rest on an entity; `total` counts them all. */
export const restView = z.strictObject({ total: z.int(), items: z.array(restLine) });

/** What a reorganisation changes, or has changed. */
export const reorganisationView = z.strictObject({
  /** `applying`: it is recorded under `changeSet` and being written; its progress shows under imports. */
  state: z.enum(['previewed', 'applied', 'applying']),
  changeSet: z.string().optional(),
  basis,
  /** How many entities; `items` holds the first 500. */
  total: z.int(),
  items: z.array(changeItem),
  /** What rests on the entity that ends; nothing where none does. */
  rests: restView,
});

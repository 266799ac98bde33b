// The gate of a quarter is an item: where it is, the quarter is sealed or being sealed. Whatever a sealed report rests
// on is stored in a transaction that looks for it.
import * as z from 'zod';
import { Refusal } from '../domain/problem.ts';
import { type Quarter, quarterSchema } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { content, contentOf } from './item.ts';
import { keys, partitions } from './keys.ts';
import { type Guarded, getItem, queryAll, type Table, transact } from './table.ts';
import type { Guards } from './versioned.ts';
import { absent, present, putIfAbsent, stillAt } from './writes.ts';

/** Whether a quarter's gate is shut. */
export const isShut = async (table: Table, org: OrgId, quarter: Quarter): Promise<boolean> =>
  (await getItem(table, keys.gate(org, quarter))) !== undefined;

/** Shuts a quarter's gate: from now on nothing is handed in for it. Returns whether it was open. */
export const shutGate = (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  by: { readonly by: string; readonly at: string },
): Promise<boolean> => putIfAbsent(table, { ...keys.gate(org, quarter), type: 'gate', ...content(by) });

/** A gate that is shut: by whom, and at which business time (ISO 8601, UTC). */
const shutSchema = z.strictObject({ by: z.string(), at: z.string() });

/** The gates that are shut, by quarter, read strongly. */
export const shutGates = async (
  table: Table,
  org: OrgId,
): Promise<({ readonly quarter: Quarter } & z.infer<typeof shutSchema>)[]> =>
  (await queryAll(table, { pk: partitions.gates(org), strong: true })).map((item) => ({
    quarter: quarterSchema.parse(item.sk),
    ...contentOf(shutSchema, item),
  }));

/**
 * Opens a gate again that a seal which did not come about has shut; `seal` is how that stood when it was read. Returns
 * whether it did: not where a seal has come about since.
 */
export const openGate = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  seal: Pick<Guards, 'version'> | undefined,
): Promise<boolean> => {
  const overtaken = new Refusal('conflict', `${quarter} has been sealed meanwhile.`);
  const unmoved = stillAt(table, keys.seal(org, quarter), seal?.version ?? 0, () => overtaken);
  try {
    await transact(table, [openingStep(table, org, quarter), unmoved]);
    return true;
  } catch (error) {
    if (error === overtaken) return false;
    throw error;
  }
};

/** The step that opens a gate with the transaction that reopens its quarter. */
export const openingStep = (table: Table, org: OrgId, quarter: Quarter): Guarded => ({
  step: { Delete: { TableName: table.name, Key: keys.gate(org, quarter) } },
});

/** The step that holds while a quarter's gate is open. */
export const whileOpen = (table: Table, org: OrgId, quarter: Quarter, otherwise: () => Refusal): Guarded =>
  absent(table, keys.gate(org, quarter), otherwise);

/** The step that holds while a quarter's gate is shut. */
export const whileShut = (table: Table, org: OrgId, quarter: Quarter, otherwise: () => Refusal): Guarded =>
  present(table, keys.gate(org, quarter), otherwise);

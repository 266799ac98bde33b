// Sheets: the compact, derived form of everything that checks read. A sheet is named by what it holds and its
// content's hash, so it never changes: whoever holds HEAD's list of names holds one consistent state.
import * as z from 'zod';
import { actionSchema } from './action.ts';
import { canonicalJson, sha256Hex } from './canonical.ts';
import { capabilitySchema } from './capability.ts';
import { departmentFacts, kpiFacts, memberFacts, type Strategy } from './facts.ts';
import { journeySchema } from './journey.ts';
import { objectiveSchema } from './objective.ts';
import { outcomeSchema } from './outcome.ts';

const parts = {
  departments: z.array(departmentFacts),
  journeys: z.array(journeySchema),
  capabilities: z.array(capabilitySchema),
  outcomes: z.array(outcomeSchema),
  objectives: z.array(objectiveSchema),
  members: z.array(memberFacts),
  kpis: z.array(kpiFacts),
  actions: z.array(actionSchema),
};
type Part = keyof Strategy;
const partNames = Object.keys(parts) as Part[];

/** A sheet's content: some lists of the strategy. */
export const sheetSchema = z.strictObject(parts).partial();
export type Sheet = z.infer<typeof sheetSchema>;

/** KPIs a sheet, and entities of other kinds a sheet. */
const kpisPerSheet = 64;
const othersPerSheet = 128;

const byDepartment = <T extends { readonly department: string }>(items: readonly T[]): Map<string, T[]> =>
  Map.groupBy(items, (item) => item.department);

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

const contents = (strategy: Strategy): [string, Sheet][] => {
  const sheets: [string, Sheet][] = [];
  for (const part of ['journeys', 'capabilities', 'outcomes', 'members', 'actions'] as const)
    for (const [i, items] of chunks<unknown>(strategy[part], othersPerSheet).entries())
      sheets.push([`${part}/${i}`, { [part]: items } as Sheet]);
  const objectives = byDepartment(strategy.objectives);
  const kpis = byDepartment(strategy.kpis);
  const defined = new Map(strategy.departments.map((department) => [department.id, department]));
  for (const id of [...new Set([...defined.keys(), ...objectives.keys(), ...kpis.keys()])].sort()) {
    const department = defined.get(id);
    sheets.push([
      `department/${id}`,
      { departments: department === undefined ? [] : [department], objectives: objectives.get(id) ?? [] },
    ]);
    for (const [i, items] of chunks(kpis.get(id) ?? [], kpisPerSheet).entries())
      sheets.push([`kpis/${id}/${i}`, { kpis: items }]);
  }
  return sheets;
};

/** A sheet as it is stored: its name, its text, and the hash that names this very content. */
export interface NamedSheet {
  readonly name: string;
  readonly hash: string;
  readonly text: string;
}

/** The sheets of a strategy, a pure function of its facts: rebuilt from sources they are the same to the byte. */
export const sheetsOf = (strategy: Strategy): NamedSheet[] =>
  contents(strategy).map(([name, sheet]) => {
    const text = canonicalJson(sheet);
    return { name, hash: sha256Hex(text).slice(0, 16), text };
  });

/** The strategy that sheets hold, each list sorted by id. */
export const strategyOf = (sheets: Iterable<Sheet>): Strategy => {
  const lists: Record<string, { id: string }[]> = Object.fromEntries(partNames.map((part) => [part, []]));
  for (const sheet of sheets)
    for (const part of partNames) for (const item of sheet[part] ?? []) lists[part]?.push(item);
  for (const list of Object.values(lists)) list.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return lists as unknown as Strategy;
};

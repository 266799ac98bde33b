// Puts a made-up company into a table: its definitions at once, as an import would leave them, everything else through
// the same functions as its people do.
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type OrgId, orgId } from '../shared/domain/slug.ts';
import type { Definitions } from '../shared/domain/sources.ts';
import type { Writing } from '../shared/domain/writing.ts';
import { definitionItem, putDefinition, readDefinition, unstamped } from '../shared/table/definitions.ts';
import type { Item } from '../shared/table/item.ts';
import type { DefinitionKind } from '../shared/table/keys.ts';
import { createOrganisation } from '../shared/table/organisations.ts';
import { putSubmission } from '../shared/table/submissions.ts';
import type { Table } from '../shared/table/table.ts';
import { asOf, submissionsOf } from './company.ts';

export const company: OrgId = orgId.parse('company');
export const answer = { status: 200, body: { reference: 'department-000/2026-Q2/1', at: asOf } };

let writings = 0;
/** A writing of the first department's head, with a request of its own. */
export const writingNow = (): Writing => {
  writings += 1;
  const number = String(writings).padStart(12, '0');
  const at = new Date(Date.parse(asOf) + writings * 1000).toISOString();
  return {
    org: company,
    by: 'head-000',
    at,
    machineNow: Date.parse(asOf),
    nonce: `0f8fad5b-d9cb-469f-a165-${number}`,
    request: { key: `7c9e6679-7425-40de-944b-${number}`, hash: number.repeat(5) },
  };
};

const stamp = { version: 1, updatedAt: asOf, updatedBy: 'analyst-000' };
const parts = {
  department: 'departments',
  journey: 'journeys',
  outcome: 'outcomes',
  objective: 'objectives',
  member: 'members',
  kpi: 'kpis',
} as const satisfies Partial<Record<DefinitionKind, keyof Definitions>>;

const inTurn = async <T>(
  items: readonly T[],
  size: number,
  work: (part: readonly T[]) => Promise<unknown>,
) => {
  for (let start = 0; start < items.length; start += size) await work(items.slice(start, start + size));
};

/** Changes a KPI's definition: one more version of it, and one more audit entry. */
export const changeKpi = async (table: Table, id: string, definition: string): Promise<void> => {
  const before = await readDefinition(table, company, 'kpi', id, true);
  if (before === undefined) throw new Error(`found no KPI ${id}`);
  const entity = { ...unstamped(before.value), definition };
  await putDefinition(table, writingNow(), { kind: 'kpi', action: 'kpi.put', entity, before }, () => answer);
};

/** Stores the company: the organisation, everything that is defined, and every submission that was handed in. */
export const storeCompany = async (table: Table, definitions: Definitions): Promise<void> => {
  const analyst = definitions.members.at(-1);
  if (analyst === undefined) throw new Error('found no members');
  const organisation = {
    id: company,
    name: 'The Company',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    fiscalStart: 1,
  };
  await createOrganisation(table, writingNow(), organisation, analyst, 'subject-of-the-analyst');
  const items: Item[] = Object.entries(parts).flatMap(([kind, part]) =>
    definitions[part].map((entity) =>
      definitionItem(company, kind as keyof typeof parts, { ...entity, ...stamp } as never, 'a'.repeat(64)),
    ),
  );
  await inTurn(items, 25, (some) =>
    table.client.send(
      new BatchWriteCommand({
        RequestItems: { [table.name]: some.map((Item) => ({ PutRequest: { Item } })) },
      }),
    ),
  );
  await inTurn(submissionsOf(definitions), 20, (some) =>
    Promise.all(some.map((submission) => putSubmission(table, writingNow(), submission, answer))),
  );
};

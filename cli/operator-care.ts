// What an operator does with an organisation that is there: stop it, let it go on, hand its data over, delete it for
// good, and do failed work again.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { memberSchema } from '../shared/domain/member.ts';
import { Refusal, shown } from '../shared/domain/problem.ts';
import { line, type OrgId, orgId } from '../shared/domain/slug.ts';
import { writeCsvTable } from '../shared/exchange/csv.ts';
import { resumeChangeSet } from '../shared/flows/change-set.ts';
import type { FlowDeps } from '../shared/flows/deps.ts';
import { evaluateOrganisation } from '../shared/flows/evaluate.ts';
import { exportTables } from '../shared/flows/import.ts';
import { readWordings } from '../shared/flows/read-wordings.ts';
import { sweepMails } from '../shared/flows/send.ts';
import { readWording } from '../shared/library/read-wording.ts';
import { allOf, readDefinition } from '../shared/table/definitions.ts';
import { deleteTenant } from '../shared/table/deletion.ts';
import { organisationsDue } from '../shared/table/organisations.ts';
import { setSuspension } from '../shared/table/suspension.ts';
import { parsed } from './operator-commands.ts';

const which = z.strictObject({ org: orgId });
const suspension = z.strictObject({ org: orgId, reason: line(200) });
const deletion = z.strictObject({ org: orgId, again: z.string() });

/** What an operator does with organisations that are there. Each refuses the unknown (`not-found`). */
export interface Care {
  readonly suspend: (order: {
    readonly org: string;
    readonly reason: string;
  }) => Promise<'changed' | 'as before'>;
  readonly resume: (order: { readonly org: string }) => Promise<'changed' | 'as before'>;
  /** Writes everything in the import format into a folder; the names of the files. */
  readonly exportTo: (order: { readonly org: string }, folder: string) => Promise<string[]>;
  /** Deletes everything of a suspended organisation. Wants its id twice. Returns how many items are gone. */
  readonly deleteAll: (
    order: { readonly org: string; readonly again: string },
    onPage?: (deleted: number) => void,
  ) => Promise<number>;
  /** Does again what may have failed, for one organisation or for all that are served; which they were. */
  readonly redrive: (order: { readonly org?: string | undefined }) => Promise<string[]>;
}

const noSuch = (org: OrgId) => new Refusal('not-found', `There is no organisation “${org}”.`);

/** Minutes for which a change of many entities is applied in one go. */
const patience = 10;

/** The same over a flow's dependencies. `now` gives the business time (ISO 8601, UTC). */
export const careOf = (deps: FlowDeps, now: () => string): Care => {
  const { table } = deps;
  const writingNow = (org: OrgId) => ({
    org,
    by: 'operator',
    at: now(),
    machineNow: deps.machineNow(),
    nonce: randomUUID(),
  });
  const requireThere = async (org: OrgId): Promise<void> => {
    const kept = await readDefinition(table, org, 'organisation', org, true);
    if (kept === undefined) throw noSuch(org);
  };
  const again = async (org: OrgId): Promise<void> => {
    await requireThere(org);
    await resumeChangeSet(deps, org, deps.machineNow() + patience * 60_000);
    const kpis = await allOf(table, org, 'kpi', true);
    await readWordings(
      table,
      org,
      kpis.map(({ id }) => id),
      readWording,
    );
    await evaluateOrganisation(deps, org, { hints: [], at: now(), everything: true });
    await sweepMails(deps, org);
  };
  return {
    suspend: async (order) => {
      const { org, reason } = parsed(suspension, order);
      return setSuspension(table, writingNow(org), reason);
    },
    resume: async (order) => setSuspension(table, writingNow(parsed(which, order).org), undefined),
    exportTo: async (order, folder) => {
      const { org } = parsed(which, order);
      const reader = memberSchema.parse({
        id: 'operator',
        name: 'Operator',
        email: 'operator@example.com',
        roles: ['analyst'],
      });
      const tables = await exportTables(table, org, reader);
      mkdirSync(folder, { recursive: true });
      return tables.map((one) => {
        const file = `${one.name}.csv`;
        writeFileSync(
          join(folder, file),
          writeCsvTable({ header: [...one.header], rows: one.rows.map((row) => [...row]) }),
        );
        return file;
      });
    },
    deleteAll: async (order, onPage) => {
      const { org, again: second } = parsed(deletion, order);
      if (second !== org)
        throw new Refusal('invalid-input', 'An organisation is deleted only if its id is given twice.', [
          { path: '/again', found: shown(second), expected: shown(org) },
        ]);
      const kept = await readDefinition(table, org, 'organisation', org, true);
      if (kept !== undefined && kept.value.suspended === undefined)
        throw new Refusal(
          'conflict',
          `The organisation “${org}” is in use: suspend it first, and export it.`,
        );
      const deleted = await deleteTenant(table, org, onPage);
      if (deleted === 0) throw noSuch(org);
      return deleted;
    },
    redrive: async (order) => {
      const orgs =
        order.org === undefined
          ? (await organisationsDue(table)).filter(({ suspended }) => !suspended).map(({ org }) => org)
          : [parsed(which, { org: order.org }).org];
      for (const org of orgs) await again(org);
      return orgs;
    },
  };
};

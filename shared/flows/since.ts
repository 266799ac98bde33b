// What happened since the board last met: read from the lives of findings and from actions, as they are now.
import type { Action } from '../domain/action.ts';
import { addQuarters, type Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { type OwnedFinding, type SinceView, sinceLast } from '../report/since.ts';
import { allFindings } from '../table/findings.ts';
import { allSeals } from '../table/seals.ts';
import type { Table } from '../table/table.ts';
import { actionOf, allActions } from './actions.ts';

/** What became of findings since the last sealed report before a quarter's, or since the quarter before. */
export const sinceOf = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  known?: { readonly findings: readonly OwnedFinding[]; readonly actions: readonly Action[] },
): Promise<SinceView> => {
  const seals = await allSeals(table, org);
  const last = seals.map(({ seal }) => seal).findLast((seal) => seal.quarter < quarter);
  const findings = known?.findings ?? (await allFindings(table, org));
  const actions = known?.actions ?? (await allActions(table, org)).map(actionOf);
  return sinceLast(
    quarter,
    last === undefined
      ? { quarter: addQuarters(quarter, -1) }
      : { quarter: last.quarter, sealedAt: last.sealed.at },
    findings,
    actions,
  );
};

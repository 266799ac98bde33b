// What happened since the board last met: read from the lives of findings and from actions, as they are now.
import type { Action } from '../domain/action.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { Quarter } from '../domain/quarter.ts';
import { addQuarters } from '../domain/quarter-steps.ts';
import type { OrgId } from '../domain/slug.ts';
import { keptSince, type LastBoard, type OwnedFinding, type SinceView, sinceLast } from '../report/since.ts';
import { readHead, writeReport } from '../table/evaluation.ts';
import { allFindings } from '../table/findings.ts';
import { keys } from '../table/keys.ts';
import { readFitting } from '../table/reports.ts';
import { allSeals } from '../table/seals.ts';
import type { Table } from '../table/table.ts';
import { actionOf, allActions } from './actions.ts';

/** The report that the board saw last before a quarter's: the last sealed one, else that of the quarter before. */
const lastBoard = async (table: Table, org: OrgId, quarter: Quarter): Promise<LastBoard> => {
  const seals = (await allSeals(table, org)).map(({ seal }) => seal);
  const last = seals.findLast((seal) => seal.quarter < quarter);
  return last === undefined
    ? { quarter: addQuarters(quarter, -1) }
    : { quarter: last.quarter, sealedAt: last.sealed.at };
};

/** What became of findings since the board last met before a quarter's report. */
export const sinceOf = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  known: {
    readonly last?: LastBoard;
    readonly findings?: readonly OwnedFinding[];
    readonly actions?: readonly Action[];
  } = {},
): Promise<SinceView> => {
  const [last, findings, actions] = await Promise.all([
    known.last ?? lastBoard(table, org, quarter),
    known.findings ?? allFindings(table, org),
    known.actions ?? allActions(table, org).then((all) => all.map(actionOf)),
  ]);
  return sinceLast(quarter, last, findings, actions);
};

interface Kept {
  readonly view: SinceView;
  /** The version of HEAD to keep the view under; undefined where it is kept already, or there is no HEAD. */
  readonly keepAt: number | undefined;
}

const keptOrNew = async (table: Table, org: OrgId, quarter: Quarter): Promise<Kept> => {
  const [head, kept, last] = await Promise.all([
    readHead(table, org),
    readFitting(table, keys.sinceReport(org, quarter), keptSince),
    lastBoard(table, org, quarter),
  ]);
  if (head === undefined) return { view: await sinceOf(table, org, quarter, { last }), keepAt: undefined };
  const isCurrent = kept?.head === head.version && canonicalJson(kept.view.last) === canonicalJson(last);
  if (kept !== undefined && isCurrent) return { view: kept.view, keepAt: undefined };
  return { view: await sinceOf(table, org, quarter, { last }), keepAt: head.version };
};

/** What became of findings since the board last met, for who may write nothing. */
export const presentSince = async (table: Table, org: OrgId, quarter: Quarter): Promise<SinceView> =>
  (await keptOrNew(table, org, quarter)).view;

/**
 * The same, worked out once for each state that was evaluated: reading every life costs too much for a page that is
 * opened often. What is kept is derived, and made anew as soon as HEAD has moved or the board has met.
 */
export const keptSinceOf = async (table: Table, org: OrgId, quarter: Quarter): Promise<SinceView> => {
  const { view, keepAt } = await keptOrNew(table, org, quarter);
  if (keepAt !== undefined)
    await writeReport(table, keys.sinceReport(org, quarter), { head: keepAt, view }, keepAt);
  return view;
};

// Loads an organisation's facts: from the sheets that HEAD names, or, before there are any, from all sources.
import type { Calendar } from '../domain/calendar.ts';
import type { Strategy } from '../domain/facts.ts';
import type { Organisation } from '../domain/organisation.ts';
import { Refusal } from '../domain/problem.ts';
import { type Sheet, strategyOf } from '../domain/sheet.ts';
import type { OrgId } from '../domain/slug.ts';
import { strategyFrom, windowStart } from '../domain/sources.ts';
import type { Submission } from '../domain/submission.ts';
import { allDefinitions, readDefinition, unstamped } from '../table/definitions.ts';
import { type Head, readHead, readSheets } from '../table/evaluation.ts';
import { allPerspectiveReadings } from '../table/perspective-readings.ts';
import { submissionsFrom } from '../table/submissions.ts';
import type { Table } from '../table/table.ts';

/** The organisation's own record, read strongly. */
export const loadOrganisation = async (table: Table, org: OrgId): Promise<Organisation> => {
  const kept = await readDefinition(table, org, 'organisation', org, true);
  if (kept === undefined) throw new Refusal('not-found', 'There is no such organisation.');
  return unstamped(kept.value);
};

/** All facts from all sources, read strongly: what HEAD's sheets must equal. */
export const loadSources = async (table: Table, org: OrgId, calendar: Calendar): Promise<Strategy> => {
  const definitions = await allDefinitions(table, org);
  const from = windowStart(calendar.reportingQuarter);
  const submissions: Submission[] = [];
  const departments = new Set([
    ...definitions.departments.map(({ id }) => id),
    ...definitions.kpis.flatMap((kpi) => [
      kpi.department,
      ...kpi.formerDepartments.map((former) => former.department),
    ]),
  ]);
  const lists = await Promise.all(
    [...departments].map((department) => submissionsFrom(table, org, department, from)),
  );
  for (const list of lists) submissions.push(...list);
  const read = await allPerspectiveReadings(table, org);
  return strategyFrom(definitions, submissions, calendar.reportingQuarter, read);
};

// A warm function keeps the parsed sheets of the organisations it served last; their names are their content.
const warm = new Map<OrgId, ReadonlyMap<string, Sheet>>();
const keptWarm = 20;

/** Forgets the parsed sheets, as a fresh process would. */
export const forgetSheets = (): void => warm.clear();

/** The facts that HEAD names; undefined when its sheets are gone, which means that HEAD has moved. */
export const loadSheets = async (table: Table, org: OrgId, head: Head): Promise<Strategy | undefined> => {
  const sheets = await readSheets(table, org, head.sheets, warm.get(org) ?? new Map());
  if (sheets === undefined) return undefined;
  warm.delete(org);
  warm.set(org, sheets);
  const oldest = warm.keys().next().value;
  if (warm.size > keptWarm && oldest !== undefined) warm.delete(oldest);
  return strategyOf(sheets.values());
};

/** HEAD and its facts, consistent with one another; undefined before the first evaluation. */
export const loadEvaluated = async (
  table: Table,
  org: OrgId,
  strong = false,
): Promise<{ readonly head: Head; readonly strategy: Strategy } | undefined> => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const head = await readHead(table, org, strong || attempt > 0);
    if (head === undefined) return undefined;
    const strategy = await loadSheets(table, org, head);
    if (strategy !== undefined) return { head, strategy };
  }
  throw new Refusal('temporarily-unavailable', 'The organisation is being evaluated; try again.', [], 1);
};

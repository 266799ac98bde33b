// Everything derived has a form: the shapes of sheets, HEAD, findings' lines and reports. It is read off the schemas, so
// that nobody has to remember to raise a number; where HEAD names another form, all of it is made anew from sources.
import { rulesVersion } from '../checks/rules-version.ts';
import { calendarAt } from '../domain/calendar.ts';
import { shapeHash } from '../domain/shape.ts';
import { sheetSchema } from '../domain/sheet.ts';
import type { OrgId } from '../domain/slug.ts';
import { boardReportSchema, departmentReportSchema } from '../report/board-report.ts';
import { journeyReportSchema } from '../report/journey-report.ts';
import { outcomeReportSchema } from '../report/outcome-report.ts';
import { type Head, headSchema, readHeadOrCore } from '../table/evaluation.ts';
import { findingSummary } from '../table/finding-summary.ts';
import type { Table } from '../table/table.ts';
import { loadOrganisation } from './load.ts';

const derived = {
  sheet: sheetSchema,
  head: headSchema,
  line: findingSummary,
  board: boardReportSchema,
  department: departmentReportSchema,
  outcome: outcomeReportSchema,
  journey: journeyReportSchema,
};
let form: string | undefined;

/** The form in which this build writes what is derived: 16 hex digits. */
export const derivedForm = (): string => {
  form ??= shapeHash(derived);
  return form;
};

/** Whether what was derived was written by other rules or in another form, so that it is made anew. */
export const isOutdated = (head: Pick<Head, 'form' | 'rulesVersion'>): boolean =>
  head.form !== derivedForm() || head.rulesVersion !== rulesVersion;

/**
 * HEAD to evaluate on, read strongly; undefined before the first evaluation. One that does not fit is completed from
 * sources and holds nothing derived, so that all of it is made anew.
 */
export const headToEvaluate = async (table: Table, org: OrgId): Promise<Head | undefined> => {
  const found = await readHeadOrCore(table, org);
  if (found === undefined) return undefined;
  if ('head' in found) return found.head;
  const { core } = found;
  const organisation = await loadOrganisation(table, org);
  return {
    ...core,
    evaluatedAt: core.calendarAt,
    calendar: calendarAt(core.calendarAt, organisation),
    organisation,
    rulesVersion: '',
    sheets: {},
    pending: 'all',
    reportBehind: true,
    reports: {},
  };
};

/** Whether an organisation's derived data wait to be made anew; false before the first evaluation. */
export const awaitsRenewal = async (table: Table, org: OrgId): Promise<boolean> => {
  const found = await readHeadOrCore(table, org);
  return found !== undefined && (!('head' in found) || isOutdated(found.head));
};

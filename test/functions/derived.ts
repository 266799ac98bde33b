/** Findings, reports and HEAD as an evaluation would have left them, put there directly. */

import { contentHash } from '../../shared/domain/canonical.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Level } from '../../shared/domain/finding-levels.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { type OrgId, orgId } from '../../shared/domain/slug.ts';
import { askForWaiver } from '../../shared/domain/waiver.ts';
import type { BoardReport, DepartmentReport } from '../../shared/report/board-report.ts';
import type { JourneyReport } from '../../shared/report/journey-report.ts';
import type { OutcomeReport } from '../../shared/report/outcome-report.ts';
import { type Head, headStep } from '../../shared/table/evaluation.ts';
import { findingStep } from '../../shared/table/findings.ts';
import { content } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import { transact } from '../../shared/table/table.ts';
import type { FreshTable } from '../fresh-table.ts';
import { acme, asOf, quarter } from './company.ts';

const calendar = {
  reportingQuarter: quarter,
  lastDueQuarter: quarter,
  lastClosedQuarter: '2026-Q2',
  extended: [],
  timeZone: 'Europe/Berlin',
  fiscalStart: 1,
} as const;

/** An open finding of missing-counterpart. */
export const findingOf = (fingerprint: string, level: Level = 'error'): Finding => ({
  fingerprint,
  condition: {
    check: 'missing-counterpart',
    subject: { kind: 'kpi', ids: ['answer-time'] },
    quarter,
    level,
    message: 'none-linked',
    data: { kpi: 'Time to answer' },
    reasons: ['none-linked'],
    evidence: { columns: ['counterpart'], rows: [['nobody']] },
    related: [],
    rulesVersion: '1',
  },
  life: {
    firstSeen: { at: asOf, quarter },
    since: { at: asOf, quarter },
    state: 'open',
    events: [{ at: asOf, quarter, event: 'found' }],
  },
});

/** Puts a finding of a department, or of none. */
export const putFinding = async (
  { table }: FreshTable,
  fingerprint: string,
  department: string | undefined,
  org = 'acme',
  finding: Finding = findingOf(fingerprint),
): Promise<void> => {
  const step = findingStep(table, orgId.parse(org), finding, { before: 0, department, auditHash: '' });
  await transact(table, [step]);
};

/** The finding with a waiver that somebody of operations has asked for. */
export const waiverAsked = (finding: Finding): Finding =>
  askForWaiver(
    finding,
    { reason: 'A new system comes in spring.', until: '2027-03-31' },
    { by: 'otto', at: asOf, quarter, departments: ['operations'], today: '2026-10-20' },
  );

const coverage = { covered: 0, internal: 2, concentrated: 0, statutory: 0 };
const alignment = { weight: 10, cost: 5, hold: 1, fail: 1, waived: 0, cannotTell: 0, share: 0.5 };

/** A small board report. */
export const boardReport = (org: OrgId): BoardReport => ({
  schema: 1,
  organisation: { id: org, name: org, currency: 'EUR', fiscalStart: 1 },
  quarter,
  calendar: { ...calendar, extended: [] },
  rulesVersion: '1',
  asOf,
  headline: { message: 'none', data: {} },
  completeness: { submitted: 0, expected: 2, complete: false },
  coverage,
  coverageHistory: [],
  alignment,
  findings: { error: 1, warning: 0, note: 0 },
  unresolved: 1,
  decisions: [],
  departments: [],
  outcomes: [],
  matrix: [],
  changes: [],
});

const departmentReport = (id: string): DepartmentReport => ({
  schema: 1,
  department: { id, name: id },
  quarter,
  asOf,
  submission: 'missing',
  coverage,
  alignment,
  findings: [],
  kpis: [],
});

const mark = { holds: 'no' as const, why: 'unserved', data: {} };

/** A small report of an outcome. */
export const outcomeReport = (id: string): OutcomeReport => ({
  schema: 1,
  outcome: { id, statement: 'It works.', touchpoints: [], weight: 1, firstQuarter: '2025-Q1' },
  quarter,
  asOf,
  marks: { close: mark, clear: mark, can: mark },
  contributors: 0,
  kpis: [],
  impact: [],
  silent: [],
  findings: [],
});

/** Puts an outcome's report of the quarter. */
export const putOutcomeReport = (fresh: FreshTable, id: string, org: OrgId = acme): Promise<unknown> =>
  fresh.put({
    ...keys.outcomeReport(org, quarter, id),
    type: 'report',
    schema: 1,
    head: 1,
    ...content(outcomeReport(id)),
  });

/** A small report of a journey. */
export const journeyReport = (id: string): JourneyReport => ({
  schema: 1,
  quarter,
  asOf,
  id,
  name: 'To the door',
  events: [
    { id: 'order', name: 'Order', seenBy: 'customer' },
    { id: 'delivery', name: 'Delivery', seenBy: 'customer' },
  ],
  segments: [{ from: 'order', to: 'delivery', waitedBy: [], clockedBy: [], heardBy: [] }],
  touchpoints: [],
  kpis: [],
  outcomes: [],
});

/** Puts a journey's report of the quarter. */
export const putJourneyReport = (fresh: FreshTable, id: string, org: OrgId = acme): Promise<unknown> =>
  fresh.put({
    ...keys.journeyReport(org, quarter, id),
    type: 'report',
    schema: 1,
    head: 1,
    ...content(journeyReport(id)),
  });

/** Puts the board's and one department's report of the quarter. */
export const putReports = async (fresh: FreshTable, department: string, org: OrgId = acme): Promise<void> => {
  const put = (key: { pk: string; sk: string }, report: unknown) =>
    fresh.put({ ...key, type: 'report', schema: 1, head: 1, hash: contentHash(report), ...content(report) });
  await put(keys.boardReport(org, quarter), boardReport(org));
  await put(keys.departmentReport(org, quarter, department), departmentReport(department));
};

/** Puts a HEAD that names no sheets. */
export const putHead = async (
  { table }: FreshTable,
  org: OrgId = acme,
  more: Partial<Head> = {},
): Promise<void> => {
  const head: Head = {
    version: 1,
    begun: { at: asOf, quarter },
    evaluatedAt: asOf,
    calendarAt: asOf,
    calendar: { ...calendar, extended: [] },
    organisation: {
      id: org,
      name: org,
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      fiscalStart: 1,
      policy: defaultPolicy,
    },
    rulesVersion: '1',
    sheets: {},
    pending: [],
    reportBehind: false,
    reports: {},
    reported: [{ quarter, asOf }],
    coverageHistory: [],
    ...more,
  };
  await transact(table, [headStep(table, org, head)]);
};

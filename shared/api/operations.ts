// The routes as the typed client sees them: what each operation takes and gives. Only types come from the schemas,
// so that a page that calls the API need not carry them; a test holds this table equal to the routes.
import type * as z from 'zod';
import type { capabilityFields, storedCapability } from '../domain/capability.ts';
import type { departmentFields, storedDepartment } from '../domain/department.ts';
import type { FindingState, Level } from '../domain/finding.ts';
import type { journeyFields, storedJourney } from '../domain/journey.ts';
import type { kpiFields, storedKpi } from '../domain/kpi.ts';
import type { memberFields } from '../domain/member.ts';
import type { objectiveFields, storedObjective } from '../domain/objective.ts';
import type { organisationFields, storedOrganisation } from '../domain/organisation.ts';
import type { outcomeFields, storedOutcome } from '../domain/outcome.ts';
import type { policySchema } from '../domain/policy.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { draftSchema, submissionSchema } from '../domain/submission.ts';
import type { BoardReport, DepartmentReport } from '../report/board-report.ts';
import type { FindingLine, FindingView } from '../report/finding-line.ts';
import type { auditView } from './schemas/audit.ts';
import type { checkView } from './schemas/check.ts';
import type { noteBody } from './schemas/finding.ts';
import type { commentBody, Preview, QuarterSheet, Receipt, submissionBody } from './schemas/quarter.ts';
import type { memberView, meView, targetBody } from './schemas/set-up.ts';

/** A page of a list; `cursor` asks for the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}
type Paging = { readonly cursor?: string | undefined; readonly limit?: number | undefined };
type Id = { readonly id: string };
type IdAndQuarter = { readonly id: string; readonly quarter: Quarter };
type Fingerprint = { readonly fingerprint: string };

/** What an operation takes (`params`, `query`, `body`) and what it gives. */
interface Shape {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly response: unknown;
}
type ListOf<S extends z.ZodType> = { query: Paging; response: Page<z.output<S>> };
type GetOf<S extends z.ZodType> = { params: Id; response: z.output<S> };
type PutOf<F extends z.ZodType, S extends z.ZodType> = {
  params: Id;
  body: z.input<F>;
  response: z.output<S>;
};

/** One line of the findings register. */
export type FindingItem = FindingLine & { readonly text: string; readonly version: number };
export type CheckView = z.output<typeof checkView>;
export type AuditView = z.output<typeof auditView>;
export type Me = z.output<typeof meView>;

/** What every operation takes and gives. */
export interface Contract {
  getHealth: { response: { status: 'ok'; rulesVersion: string } };
  getOpenApi: { response: { openapi: string } };
  listChecks: { response: { items: CheckView[] } };
  getCheck: { params: Id; response: CheckView };
  getMe: { response: Me };
  getOrganisation: { response: z.output<typeof storedOrganisation> };
  putOrganisation: {
    body: z.input<typeof organisationFields>;
    response: z.output<typeof storedOrganisation>;
  };
  putPolicy: { body: z.input<typeof policySchema>; response: z.output<typeof storedOrganisation> };
  listDepartments: ListOf<typeof storedDepartment>;
  getDepartment: GetOf<typeof storedDepartment>;
  putDepartment: PutOf<typeof departmentFields, typeof storedDepartment>;
  listJourneys: ListOf<typeof storedJourney>;
  getJourney: GetOf<typeof storedJourney>;
  putJourney: PutOf<typeof journeyFields, typeof storedJourney>;
  listCapabilities: ListOf<typeof storedCapability>;
  getCapability: GetOf<typeof storedCapability>;
  putCapability: PutOf<typeof capabilityFields, typeof storedCapability>;
  listOutcomes: ListOf<typeof storedOutcome>;
  getOutcome: GetOf<typeof storedOutcome>;
  putOutcome: PutOf<typeof outcomeFields, typeof storedOutcome>;
  listMembers: ListOf<typeof memberView>;
  getMember: GetOf<typeof memberView>;
  putMember: PutOf<typeof memberFields, typeof memberView>;
  listObjectives: ListOf<typeof storedObjective>;
  getObjective: GetOf<typeof storedObjective>;
  putObjective: PutOf<typeof objectiveFields, typeof storedObjective>;
  listKpis: ListOf<typeof storedKpi>;
  getKpi: GetOf<typeof storedKpi>;
  putKpi: PutOf<typeof kpiFields, typeof storedKpi>;
  putTarget: { params: IdAndQuarter; body: z.input<typeof targetBody>; response: z.output<typeof storedKpi> };
  getQuarterSheet: { params: IdAndQuarter; response: QuarterSheet };
  putDraft: { params: IdAndQuarter; body: z.input<typeof draftSchema>; response: { savedAt: string } };
  previewSubmission: { params: IdAndQuarter; body: z.input<typeof submissionBody>; response: Preview };
  submitQuarter: { params: IdAndQuarter; body: z.input<typeof submissionBody>; response: Receipt };
  submitHistory: { params: IdAndQuarter; body: z.input<typeof submissionBody>; response: Receipt };
  listVersions: { params: IdAndQuarter; response: { items: z.output<typeof submissionSchema>[] } };
  returnSubmission: { params: IdAndQuarter; body: z.input<typeof commentBody>; response: Receipt };
  acceptSubmission: { params: IdAndQuarter; body: Record<string, never>; response: Receipt };
  listFindings: {
    query: Paging & { level?: Level; check?: string; department?: string; state?: FindingState };
    response: Page<FindingItem>;
  };
  getFinding: { params: Fingerprint; response: FindingView };
  acknowledgeFinding: { params: Fingerprint; body: z.input<typeof noteBody>; response: FindingView };
  listReports: { response: { items: { quarter: Quarter; asOf: string }[] } };
  getBoardReport: { params: { quarter: Quarter }; response: BoardReport };
  getDepartmentReport: { params: IdAndQuarter; response: DepartmentReport };
  listAudit: { query: Paging & { kind?: string; id?: string }; response: Page<AuditView> };
}
export type OperationId = keyof { [O in keyof Contract]: Contract[O] extends Shape ? O : never };

/** Method, path template, and whether the version that it changes must be named. */
export type Operation = readonly ['GET' | 'PUT' | 'POST', string, 'versioned'?];

/** Where each operation is found. */
export const operations: { readonly [O in OperationId]: Operation } = {
  getHealth: ['GET', '/v1/health'],
  getOpenApi: ['GET', '/v1/openapi.json'],
  listChecks: ['GET', '/v1/checks'],
  getCheck: ['GET', '/v1/checks/{id}'],
  getMe: ['GET', '/v1/me'],
  getOrganisation: ['GET', '/v1/organisation'],
  putOrganisation: ['PUT', '/v1/organisation', 'versioned'],
  putPolicy: ['PUT', '/v1/organisation/policy', 'versioned'],
  listDepartments: ['GET', '/v1/departments'],
  getDepartment: ['GET', '/v1/departments/{id}'],
  putDepartment: ['PUT', '/v1/departments/{id}', 'versioned'],
  listJourneys: ['GET', '/v1/journeys'],
  getJourney: ['GET', '/v1/journeys/{id}'],
  putJourney: ['PUT', '/v1/journeys/{id}', 'versioned'],
  listCapabilities: ['GET', '/v1/capabilities'],
  getCapability: ['GET', '/v1/capabilities/{id}'],
  putCapability: ['PUT', '/v1/capabilities/{id}', 'versioned'],
  listOutcomes: ['GET', '/v1/outcomes'],
  getOutcome: ['GET', '/v1/outcomes/{id}'],
  putOutcome: ['PUT', '/v1/outcomes/{id}', 'versioned'],
  listMembers: ['GET', '/v1/members'],
  getMember: ['GET', '/v1/members/{id}'],
  putMember: ['PUT', '/v1/members/{id}', 'versioned'],
  listObjectives: ['GET', '/v1/objectives'],
  getObjective: ['GET', '/v1/objectives/{id}'],
  putObjective: ['PUT', '/v1/objectives/{id}', 'versioned'],
  listKpis: ['GET', '/v1/kpis'],
  getKpi: ['GET', '/v1/kpis/{id}'],
  putKpi: ['PUT', '/v1/kpis/{id}', 'versioned'],
  putTarget: ['PUT', '/v1/kpis/{id}/targets/{quarter}', 'versioned'],
  getQuarterSheet: ['GET', '/v1/departments/{id}/quarters/{quarter}'],
  putDraft: ['PUT', '/v1/departments/{id}/quarters/{quarter}/draft'],
  previewSubmission: ['POST', '/v1/departments/{id}/quarters/{quarter}/preview'],
  submitQuarter: ['POST', '/v1/departments/{id}/quarters/{quarter}/submission', 'versioned'],
  submitHistory: ['POST', '/v1/departments/{id}/quarters/{quarter}/history', 'versioned'],
  listVersions: ['GET', '/v1/departments/{id}/quarters/{quarter}/versions'],
  returnSubmission: ['POST', '/v1/departments/{id}/quarters/{quarter}/submission/return', 'versioned'],
  acceptSubmission: ['POST', '/v1/departments/{id}/quarters/{quarter}/submission/accept', 'versioned'],
  listFindings: ['GET', '/v1/findings'],
  getFinding: ['GET', '/v1/findings/{fingerprint}'],
  acknowledgeFinding: ['POST', '/v1/findings/{fingerprint}/acknowledgement', 'versioned'],
  listReports: ['GET', '/v1/reports'],
  getBoardReport: ['GET', '/v1/reports/{quarter}/board'],
  getDepartmentReport: ['GET', '/v1/reports/{quarter}/departments/{id}'],
  listAudit: ['GET', '/v1/audit'],
};

// The routes as the typed client sees them: what each operation takes and gives. Only types come from the schemas,
// so that a page that calls the API need not carry them; a test holds this table equal to the routes.
import type * as z from 'zod';
import type { ActionState } from '../domain/action.ts';
import type { capabilityFields, storedCapability } from '../domain/capability.ts';
import type { departmentFields, storedDepartment } from '../domain/department.ts';
import type { FindingState, Level } from '../domain/finding-levels.ts';
import type { journeyFields, storedJourney } from '../domain/journey.ts';
import type { kpiFields, Perspective, storedKpi } from '../domain/kpi.ts';
import type { memberFields } from '../domain/member.ts';
import type { objectiveFields, storedObjective } from '../domain/objective.ts';
import type { organisationFields, storedOrganisation } from '../domain/organisation.ts';
import type { outcomeFields, storedOutcome } from '../domain/outcome.ts';
import type { policySchema } from '../domain/policy.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { draftSchema, submissionSchema } from '../domain/submission.ts';
import type { waiverBody } from '../domain/waiver.ts';
import type { BusinessFunction } from '../library/entry.ts';
import type { BoardReport, DepartmentReport } from '../report/board-report.ts';
import type { Explanation } from '../report/explanation.ts';
import type { FindingItem, FindingView } from '../report/finding-line.ts';
import type { JourneyReport } from '../report/journey-report.ts';
import type { OutcomeReport } from '../report/outcome-report.ts';
import type { SinceView } from '../report/since.ts';
import type { ActionBody } from './routes/actions.ts';
import type { ActionView, doneBody, dropBody } from './schemas/action.ts';
import type { auditView } from './schemas/audit.ts';
import type { checkView } from './schemas/check.ts';
import type { approvalBody, noteBody, refusalBody, textBody } from './schemas/finding.ts';
import type {
  changeSetDetail,
  changeSetView,
  exportQuery,
  exportView,
  importBody,
  importView,
} from './schemas/imports.ts';
import type { classifyBody, classifyView, entryView, suggestBody, suggestView } from './schemas/library.ts';
import type { PreferencesView, preferencesBody } from './schemas/preferences.ts';
import type { commentBody, Preview, QuarterSheet, Receipt, submissionBody } from './schemas/quarter.ts';
import type {
  copyBody,
  extensionBody,
  handOverBody,
  mergeBody,
  moveBody,
  renameBody,
  reorganisationView,
  restParams,
  restView,
  retireBody,
  retireParams,
  splitBody,
  targetsBody,
} from './schemas/reorganise.ts';
import type { CommentaryView, commentaryBody, reopenBody, SealView } from './schemas/seal.ts';
import type { memberView, meView, statutoryBody, targetBody } from './schemas/set-up.ts';
import type { AlignmentTrace } from './schemas/trace.ts';

/** A page of a list; `cursor` asks for the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}
type Paging = { readonly cursor?: string | undefined; readonly limit?: number | undefined };
type Id = { readonly id: string };
type AuditSpan = {
  readonly kind?: string;
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
};
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

export type CheckView = z.output<typeof checkView>;
export type AuditView = z.output<typeof auditView>;
export type ImportView = z.output<typeof importView>;
export type ChangeSetView = z.output<typeof changeSetView>;
export type ChangeSetDetail = z.output<typeof changeSetDetail>;
export type Me = z.output<typeof meView>;

/** What a change of the organisation changes, and what rests on an entity. */
export type Reorganised = z.output<typeof reorganisationView>;
export type Rests = z.output<typeof restView>;

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
  listLibrary: {
    query: Paging & { function?: BusinessFunction; perspective?: Perspective };
    response: Page<z.output<typeof entryView>>;
  };
  getLibraryEntry: { params: Id; response: z.output<typeof entryView> };
  classifyKpis: { body: z.input<typeof classifyBody>; response: z.output<typeof classifyView> };
  suggestCounterparts: { body: z.input<typeof suggestBody>; response: z.output<typeof suggestView> };
  putStatutory: { params: Id; body: z.input<typeof statutoryBody>; response: z.output<typeof storedKpi> };
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
    query: Paging & {
      level?: Level;
      check?: string;
      department?: string;
      outcome?: string;
      state?: FindingState;
      unanswered?: 'true';
      age?: number;
    };
    response: Page<FindingItem>;
  };
  getFinding: { params: Fingerprint; response: FindingView };
  explainFinding: { params: Fingerprint; response: Explanation };
  acknowledgeFinding: { params: Fingerprint; body: z.input<typeof noteBody>; response: FindingView };
  commentFinding: { params: Fingerprint; body: z.input<typeof textBody>; response: FindingView };
  askWaiver: { params: Fingerprint; body: z.input<typeof waiverBody>; response: FindingView };
  approveWaiver: { params: Fingerprint; body: z.input<typeof approvalBody>; response: FindingView };
  refuseWaiver: { params: Fingerprint; body: z.input<typeof refusalBody>; response: FindingView };
  listActions: {
    query: Paging & { state?: ActionState; department?: string; finding?: string };
    response: Page<ActionView>;
  };
  getAction: { params: Id; response: ActionView };
  decideAction: { body: ActionBody; response: ActionView };
  finishAction: { params: Id; body: z.input<typeof doneBody>; response: ActionView };
  dropAction: { params: Id; body: z.input<typeof dropBody>; response: ActionView };
  getPreferences: { response: PreferencesView };
  putPreferences: { body: z.input<typeof preferencesBody>; response: PreferencesView };
  unsubscribe: { params: { token: string }; response: { unsubscribed: true } };
  listReports: {
    response: {
      items: {
        quarter: Quarter;
        asOf: string;
        sealed?: { revision: number; digest: string; at: string };
        reopened?: { revision: number; at: string };
      }[];
    };
  };
  getSeal: { params: { quarter: Quarter }; query: { revision?: number }; response: SealView };
  sealReport: { params: { quarter: Quarter }; body: Record<string, never>; response: SealView };
  reopenReport: { params: { quarter: Quarter }; body: z.input<typeof reopenBody>; response: SealView };
  getSince: { params: { quarter: Quarter }; response: SinceView };
  listCommentary: { params: { quarter: Quarter }; response: { items: CommentaryView[] } };
  putCommentary: {
    params: { quarter: Quarter; about: string };
    body: z.input<typeof commentaryBody>;
    response: CommentaryView;
  };
  getBoardReport: { params: { quarter: Quarter }; response: BoardReport };
  getDepartmentReport: { params: IdAndQuarter; response: DepartmentReport };
  getOutcomeReport: { params: IdAndQuarter; response: OutcomeReport };
  getJourneyReport: { params: IdAndQuarter; response: JourneyReport };
  getAlignmentTrace: {
    params: { quarter: Quarter };
    query: Paging & { department?: string; check?: string };
    response: AlignmentTrace;
  };
  getBoardPack: { params: { quarter: Quarter }; response: Blob };
  listAudit: { query: Paging & AuditSpan; response: Page<AuditView> };
  exportAudit: {
    query: { format: 'csv' | 'jsonl'; cursor?: string } & AuditSpan;
    response: { text: string; count: number; cursor?: string };
  };
  importTables: { body: z.input<typeof importBody>; response: ImportView };
  listImports: { query: Paging; response: Page<ChangeSetView> };
  getImport: { params: Id; response: ChangeSetDetail };
  exportTables: { query: z.input<typeof exportQuery>; response: z.output<typeof exportView> };
  listRests: { params: z.output<typeof restParams>; response: Rests };
  renameDepartment: { params: Id; body: z.input<typeof renameBody>; response: Reorganised };
  mergeDepartment: { params: Id; body: z.input<typeof mergeBody>; response: Reorganised };
  splitDepartment: { params: Id; body: z.input<typeof splitBody>; response: Reorganised };
  moveKpi: { params: Id; body: z.input<typeof moveBody>; response: Reorganised };
  handOver: { params: Id; body: z.input<typeof handOverBody>; response: Reorganised };
  retire: {
    params: z.output<typeof retireParams>;
    body: z.input<typeof retireBody>;
    response: Reorganised;
  };
  copyKpi: { params: Id; body: z.input<typeof copyBody>; response: Reorganised };
  setTargets: { params: IdAndQuarter; body: z.input<typeof targetsBody>; response: Reorganised };
  extendDueDate: { params: IdAndQuarter; body: z.input<typeof extensionBody>; response: Reorganised };
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
  listLibrary: ['GET', '/v1/library'],
  getLibraryEntry: ['GET', '/v1/library/{id}'],
  classifyKpis: ['POST', '/v1/classify'],
  suggestCounterparts: ['POST', '/v1/suggest'],
  putStatutory: ['PUT', '/v1/kpis/{id}/statutory', 'versioned'],
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
  explainFinding: ['GET', '/v1/findings/{fingerprint}/explanation'],
  acknowledgeFinding: ['POST', '/v1/findings/{fingerprint}/acknowledgement', 'versioned'],
  commentFinding: ['POST', '/v1/findings/{fingerprint}/comment', 'versioned'],
  askWaiver: ['POST', '/v1/findings/{fingerprint}/waiver', 'versioned'],
  approveWaiver: ['POST', '/v1/findings/{fingerprint}/waiver/approve', 'versioned'],
  refuseWaiver: ['POST', '/v1/findings/{fingerprint}/waiver/refuse', 'versioned'],
  listActions: ['GET', '/v1/actions'],
  getAction: ['GET', '/v1/actions/{id}'],
  decideAction: ['POST', '/v1/actions', 'versioned'],
  finishAction: ['POST', '/v1/actions/{id}/done', 'versioned'],
  dropAction: ['POST', '/v1/actions/{id}/drop', 'versioned'],
  getPreferences: ['GET', '/v1/me/preferences'],
  putPreferences: ['PUT', '/v1/me/preferences', 'versioned'],
  unsubscribe: ['POST', '/v1/unsubscribe/{token}'],
  listReports: ['GET', '/v1/reports'],
  getSeal: ['GET', '/v1/reports/{quarter}/seal'],
  sealReport: ['POST', '/v1/reports/{quarter}/seal', 'versioned'],
  reopenReport: ['POST', '/v1/reports/{quarter}/reopen', 'versioned'],
  getSince: ['GET', '/v1/reports/{quarter}/since'],
  listCommentary: ['GET', '/v1/reports/{quarter}/commentary'],
  putCommentary: ['PUT', '/v1/reports/{quarter}/commentary/{about}', 'versioned'],
  getBoardReport: ['GET', '/v1/reports/{quarter}/board'],
  getDepartmentReport: ['GET', '/v1/reports/{quarter}/departments/{id}'],
  getOutcomeReport: ['GET', '/v1/reports/{quarter}/outcomes/{id}'],
  getJourneyReport: ['GET', '/v1/reports/{quarter}/journeys/{id}'],
  getAlignmentTrace: ['GET', '/v1/reports/{quarter}/scores/alignment'],
  getBoardPack: ['GET', '/v1/reports/{quarter}/board.pdf'],
  listAudit: ['GET', '/v1/audit'],
  exportAudit: ['GET', '/v1/audit/export'],
  importTables: ['POST', '/v1/imports'],
  listImports: ['GET', '/v1/imports'],
  getImport: ['GET', '/v1/imports/{id}'],
  exportTables: ['GET', '/v1/export'],
  listRests: ['GET', '/v1/rests/{kind}/{id}'],
  renameDepartment: ['POST', '/v1/departments/{id}/name'],
  mergeDepartment: ['POST', '/v1/departments/{id}/merge'],
  splitDepartment: ['POST', '/v1/departments/{id}/split'],
  moveKpi: ['POST', '/v1/kpis/{id}/move'],
  handOver: ['POST', '/v1/members/{id}/handover'],
  retire: ['POST', '/v1/retirements/{kind}/{id}'],
  copyKpi: ['POST', '/v1/kpis/{id}/copy'],
  setTargets: ['POST', '/v1/departments/{id}/quarters/{quarter}/targets'],
  extendDueDate: ['POST', '/v1/departments/{id}/quarters/{quarter}/extension'],
};

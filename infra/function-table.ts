/**
 * Every function of the stack in one table: where its source is, and the memory and time that it may take. The
 * stack, the bundle benchmark and the local stack read this list; nothing else names the functions.
 */

/** What starts a function: an HTTP request, a change of the table, the clock, or an event of the mail service. */
export type Trigger = 'api' | 'stream' | 'schedule' | 'mail-event';

/** One function. */
export interface FunctionRow {
  /** Construct id; stable, because the logical id and so the deployed function hang on it. */
  readonly id: string;
  /** Entry point, a path from the root of the repository; it exports `handler`. */
  readonly source: `functions/${string}.ts`;
  readonly trigger: Trigger;
  /** Megabytes. Lambda gives processor time in proportion: 1769 MB are one full core. */
  readonly memory: number;
  /** Seconds. A request ends after 29 s at the latest, whatever stands here. */
  readonly timeout: number;
  readonly description: string;
  /** Where it carries a native module: the processor that this is made for. ARM otherwise. */
  readonly processor?: 'x86_64';
}

/** The functions, by trigger. */
export const functionTable = [
  {
    id: 'SetUp',
    source: 'functions/api/set-up.ts',
    trigger: 'api',
    memory: 1024,
    timeout: 28,
    description: 'Departments, journeys, outcomes, KPIs, members, policy',
  },
  {
    id: 'Submissions',
    source: 'functions/api/submissions.ts',
    trigger: 'api',
    memory: 1024,
    timeout: 28,
    description: 'Quarterly readings: draft, submit, return, accept',
  },
  {
    id: 'Findings',
    source: 'functions/api/findings.ts',
    trigger: 'api',
    memory: 1024,
    timeout: 28,
    description: 'Findings, waivers, actions',
  },
  {
    id: 'Reports',
    source: 'functions/api/reports.ts',
    trigger: 'api',
    memory: 1024,
    timeout: 28,
    description: 'Board, department, outcome and journey reports; the seal',
  },
  {
    id: 'Paper',
    source: 'functions/api/paper.ts',
    trigger: 'api',
    memory: 1769,
    timeout: 28,
    description: 'Board packs as PDF',
    processor: 'x86_64',
  },
  {
    id: 'Audit',
    source: 'functions/api/audit.ts',
    trigger: 'api',
    memory: 512,
    timeout: 15,
    description: 'The audit trail',
  },
  {
    id: 'Imports',
    source: 'functions/api/imports.ts',
    trigger: 'api',
    memory: 1769,
    timeout: 28,
    description: 'Imports: looked at, begun, followed; the export',
  },
  {
    id: 'Reorganise',
    source: 'functions/api/reorganise.ts',
    trigger: 'api',
    memory: 1769,
    timeout: 28,
    description: 'Merges, splits, moves, hand-overs, retirements, targets ahead, extensions',
  },
  {
    id: 'Library',
    source: 'functions/api/library.ts',
    trigger: 'api',
    memory: 1769,
    timeout: 15,
    description: 'The KPI library: entries, readings of wordings, proposals',
  },
  {
    id: 'Catalogue',
    source: 'functions/api/catalogue.ts',
    trigger: 'api',
    memory: 512,
    timeout: 10,
    description: 'Health, OpenAPI, checks: no table access',
  },
  {
    id: 'Evaluate',
    source: 'functions/stream/evaluate.ts',
    trigger: 'stream',
    memory: 1769,
    timeout: 120,
    description: 'Brings sheets, findings and reports up to date after a change',
  },
  {
    id: 'Apply',
    source: 'functions/stream/apply.ts',
    trigger: 'stream',
    memory: 1769,
    timeout: 120,
    description: 'Applies changes of many entities, chunk by chunk',
  },
  {
    id: 'ReadKpis',
    source: 'functions/stream/read-kpis.ts',
    trigger: 'stream',
    memory: 1024,
    timeout: 60,
    description: 'Reads the wordings of KPIs and keeps beside them what they say',
  },
  {
    id: 'Tick',
    source: 'functions/schedule/tick.ts',
    trigger: 'schedule',
    memory: 1769,
    timeout: 600,
    description: 'Runs the jobs that are due: digests, reminders, escalations, nightly check',
  },
  {
    id: 'Send',
    source: 'functions/mail/send.ts',
    trigger: 'stream',
    memory: 1769,
    timeout: 60,
    description: 'Sends the mails of the outbox, with what is drawn for them',
    processor: 'x86_64',
  },
  {
    id: 'MailEvents',
    source: 'functions/mail/events.ts',
    trigger: 'mail-event',
    memory: 512,
    timeout: 15,
    description: 'Notes what became of a mail: delivered, bounced, complained',
  },
] as const satisfies readonly FunctionRow[];

/** The source of a function of the table. */
export type FunctionSource = (typeof functionTable)[number]['source'];

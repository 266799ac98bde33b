// Every key of the table, and the question that it answers. The organisation stands first in every partition key
// but one: the list of organisations, which the clock walks through.

import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The kinds of definition that people write. */
export const definitionKinds = [
  'organisation',
  'department',
  'journey',
  'capability',
  'outcome',
  'objective',
  'kpi',
  'member',
  'action',
] as const;
export type DefinitionKind = (typeof definitionKinds)[number];

const padded = (version: number): string => String(version).padStart(6, '0');

export const keys = {
  /** What is this entity? All of a kind: `sk` begins with the kind. */
  definition: (org: OrgId, kind: DefinitionKind, id: string): Key => ({
    pk: `${org}|def`,
    sk: `${kind}|${id}`,
  }),
  /** What does this KPI's wording read as? */
  perspective: (org: OrgId, kpi: string): Key => ({ pk: `${org}|perspective`, sk: kpi }),
  /** What did a department hand in for a quarter, version by version? */
  submission: (org: OrgId, department: string, quarter: Quarter, version: number): Key => ({
    pk: `${org}|submission|${department}`,
    sk: `${quarter}|${padded(version)}`,
  }),
  /** Which KPIs did a department hold before they moved on? */
  formerKpi: (org: OrgId, department: string, kpi: string): Key => ({
    pk: partitions.formerKpis(org, department),
    sk: kpi,
  }),
  /** What is a department's head still writing? */
  draft: (org: OrgId, department: string, quarter: Quarter): Key => ({
    pk: `${org}|draft|${department}`,
    sk: quarter,
  }),
  /** Is the quarter sealed? The item exists only then. */
  gate: (org: OrgId, quarter: Quarter): Key => ({ pk: `${org}|gate`, sk: quarter }),
  /** Which member signs in with this subject? */
  login: (org: OrgId, subject: string): Key => ({ pk: `${org}|login`, sk: subject }),
  /** What did this request of this member answer? */
  idempotency: (org: OrgId, member: string, key: string): Key => ({
    pk: `${org}|idempotency`,
    sk: `${member}|${key}`,
  }),
  /** What happened, in the order of time? */
  audit: (org: OrgId, id: string): Key => ({ pk: `${org}|audit`, sk: id }),
  /** What has become of a finding? */
  finding: (org: OrgId, fingerprint: string): Key => ({ pk: `${org}|finding`, sk: fingerprint }),
  /** Which state has been evaluated? */
  head: (org: OrgId): Key => ({ pk: `${org}|head`, sk: 'head' }),
  /** Everything that checks read, in immutable pieces. */
  sheet: (org: OrgId, name: string, hash: string): Key => ({ pk: `${org}|sheet`, sk: `${name}|${hash}` }),
  /** What does the board see of a quarter? */
  boardReport: (org: OrgId, quarter: Quarter): Key => ({ pk: `${org}|report|${quarter}`, sk: 'board' }),
  /** What does a department see of a quarter? */
  departmentReport: (org: OrgId, quarter: Quarter, department: string): Key => ({
    pk: `${org}|report|${quarter}`,
    sk: `department|${department}`,
  }),
  /** Who does what for an outcome in a quarter? */
  outcomeReport: (org: OrgId, quarter: Quarter, outcome: string): Key => ({
    pk: `${org}|report|${quarter}`,
    sk: `outcome|${outcome}`,
  }),
  /** Where do customers wait on a journey in a quarter, and who watches? */
  journeyReport: (org: OrgId, quarter: Quarter, journey: string): Key => ({
    pk: `${org}|report|${quarter}`,
    sk: `journey|${journey}`,
  }),
  /** What became of findings since the board last met? */
  sinceReport: (org: OrgId, quarter: Quarter): Key => ({ pk: `${org}|report|${quarter}`, sk: 'since' }),
  /** Which mails are to be sent, were sent, or ended otherwise? */
  mail: (org: OrgId, id: string): Key => ({ pk: `${org}|outbox`, sk: id }),
  /** What did the last digest tell? */
  news: (org: OrgId): Key => ({ pk: `${org}|news`, sk: 'last' }),
  /** What did the last monthly digest tell, which findings have been escalated, which quarter's end was told? */
  toldNews: (org: OrgId, kind: 'monthly' | 'escalated' | 'board'): Key => ({ pk: `${org}|news`, sk: kind }),
  /** Which report do the mails tell that go out when a quarter has closed? */
  mailedReport: (org: OrgId, quarter: Quarter): Key => ({ pk: `${org}|news`, sk: `report|${quarter}` }),
  /** How are the organisation's unsubscribe links signed? */
  unsubscribeKey: (org: OrgId): Key => ({ pk: `${org}|key`, sk: 'unsubscribe' }),
  /** How does a quarter's seal stand: which revision, sealed or reopened? */
  seal: (org: OrgId, quarter: Quarter): Key => ({ pk: `${org}|seal`, sk: quarter }),
  /** What did the board see: a revision's sealed text, and the sealed texts of its departments. */
  sealedText: (org: OrgId, quarter: Quarter, revision: number, part: string): Key => ({
    pk: `${org}|sealed|${quarter}`,
    sk: `${padded(revision)}|${part}`,
  }),
  /** What do executives say about a quarter's report, outcomes and findings? */
  commentary: (org: OrgId, quarter: Quarter, about: string): Key => ({
    pk: `${org}|commentary|${quarter}`,
    sk: about,
  }),
  /** What did all chains of the audit end with, night by night? */
  anchor: (org: OrgId, day: string): Key => ({ pk: `${org}|anchor`, sk: day }),
  /** Which changes of many entities were there, and how far has each come? */
  changeSet: (org: OrgId, id: string): Key => ({ pk: `${org}|change`, sk: id }),
  /** What is the next piece of such a change? */
  changeChunk: (org: OrgId, id: string, number: number): Key => ({
    pk: `${org}|chunk`,
    sk: `${id}|${padded(number)}`,
  }),
  /** Which entities does such a change write, as people are shown them? */
  changeItems: (org: OrgId, id: string): Key => ({ pk: `${org}|chunk`, sk: `${id}|items` }),
  /** Is a change of many entities being applied, and how many have been so far? */
  bulkGate: (org: OrgId): Key => ({ pk: `${org}|bulk`, sk: 'gate' }),
  /** Which organisations does the clock serve, and up to when has each been served? */
  due: (org: OrgId): Key => ({ pk: 'due', sk: org }),
} as const;

/** The partition of a kind of item, where a whole one is asked for. */
export const partitions = {
  definitions: (org: OrgId): string => `${org}|def`,
  perspectives: (org: OrgId): string => `${org}|perspective`,
  submissions: (org: OrgId, department: string): string => `${org}|submission|${department}`,
  formerKpis: (org: OrgId, department: string): string => `${org}|former|${department}`,
  /** In the index by entity. */
  kpisOf: (org: OrgId, department: string): string => `${org}|kpis|${department}`,
  findings: (org: OrgId): string => `${org}|finding`,
  sheets: (org: OrgId): string => `${org}|sheet`,
  audit: (org: OrgId): string => `${org}|audit`,
  /** In the index by entity. */
  auditOf: (org: OrgId, kind: string, id: string): string => `${org}|audit|${kind}|${id}`,
  /** In the index of unresolved findings. */
  unresolved: (org: OrgId): string => `${org}|unresolved`,
  changeSets: (org: OrgId): string => `${org}|change`,
  gates: (org: OrgId): string => `${org}|gate`,
  outbox: (org: OrgId): string => `${org}|outbox`,
  seals: (org: OrgId): string => `${org}|seal`,
  sealedTexts: (org: OrgId, quarter: Quarter): string => `${org}|sealed|${quarter}`,
  commentary: (org: OrgId, quarter: Quarter): string => `${org}|commentary|${quarter}`,
  anchors: (org: OrgId): string => `${org}|anchor`,
  due: 'due',
} as const;

/** Which findings are unresolved, worst level first, then oldest, to the day? Sparse: resolved ones leave it. */
export const unresolvedIndex = 'unresolved';
const levelRank = { error: '1', warning: '2', note: '3' } as const;
/** How the index's sort keys of a level begin. */
export const unresolvedLevel = (level: keyof typeof levelRank): string => `${levelRank[level]}|`;
export const unresolvedKey = (
  org: OrgId,
  level: keyof typeof levelRank,
  since: string,
  fingerprint: string,
) => ({
  gsi1pk: partitions.unresolved(org),
  gsi1sk: `${unresolvedLevel(level)}${since.slice(0, 10)}|${fingerprint}`,
});

/** What happened to one entity, in the order of time? */
export const byEntityIndex = 'by-entity';
export const byEntityKey = (org: OrgId, kind: string, id: string, auditId: string) => ({
  gsi2pk: partitions.auditOf(org, kind, id),
  gsi2sk: auditId,
});

/** Which KPIs does a department hold now? The same index answers, as it does for audit: what belongs to an entity. */
export const kpiOfDepartmentKey = (org: OrgId, department: string, kpi: string) => ({
  gsi2pk: partitions.kpisOf(org, department),
  gsi2sk: kpi,
});

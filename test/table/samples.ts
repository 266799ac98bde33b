// The ordinary things that the tests of the table store: whole and valid, with what a test is about given by itself.
import { departmentSchema } from '../../shared/domain/department.ts';
import { type Finding, fingerprintOf, type Subject } from '../../shared/domain/finding.ts';
import type { Level } from '../../shared/domain/finding-levels.ts';
import { kpiSchema } from '../../shared/domain/kpi.ts';
import { memberSchema } from '../../shared/domain/member.ts';
import { organisationFields } from '../../shared/domain/organisation.ts';
import { outcomeSchema } from '../../shared/domain/outcome.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type OrgId, orgId } from '../../shared/domain/slug.ts';
import { type Submission, submissionSchema } from '../../shared/domain/submission.ts';
import type { Writing } from '../../shared/domain/writing.ts';
import { putDefinition, readDefinition, type StoredOf } from '../../shared/table/definitions.ts';
import type { DefinitionKind } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.ts';

export const acme: OrgId = orgId.parse('acme');
export const globex: OrgId = orgId.parse('globex');
export const now = '2026-07-20T09:00:00.000Z';
export const q2: Quarter = '2026-Q2';
const life = { firstQuarter: '2024-Q1' };

/** The answer that a request gets where a test does not look at it. */
export const answer = { status: 200, body: { done: true } };

let writings = 0;
/** A writing of Ann's at `now`; each has a nonce of its own. */
export const writingOf = (org: OrgId, over: Partial<Writing> = {}): Writing => ({
  org,
  by: 'ann',
  at: now,
  machineNow: Date.parse(now),
  nonce: `n${++writings}`,
  ...over,
});

export const department = (id: string, over: object = {}) =>
  departmentSchema.parse({ id, name: `Department ${id}`, function: 'other', ...life, ...over });
export const outcome = (id: string, over: object = {}) =>
  outcomeSchema.parse({ id, statement: `It is as I was told (${id}).`, ...life, ...over });
export const kpi = (id: string, over: object = {}) =>
  kpiSchema.parse({
    id,
    name: `KPI ${id}`,
    department: 'service',
    unit: { kind: 'share', symbol: '%' },
    direction: 'higher',
    perspective: 'internal-efficiency',
    ...life,
    ...over,
  });
export const member = (id: string, over: object = {}) =>
  memberSchema.parse({ id, name: `Member ${id}`, email: `${id}@example.com`, roles: ['analyst'], ...over });
export const organisation = (id: string) => ({
  ...organisationFields.parse({ name: `Company ${id}`, timeZone: 'Europe/Berlin', currency: 'EUR' }),
  id,
});

export const submission = (over: Partial<Submission> = {}): Submission =>
  submissionSchema.parse({
    department: 'service',
    quarter: q2,
    version: 1,
    state: 'submitted',
    readings: [{ kpi: 'k1', actual: '0.5' }],
    submittedAt: now,
    submittedBy: 'ann',
    ...over,
  });

/** The same submission after a decision. */
export const decided = (one: Submission, state: 'accepted' | 'returned'): Submission => ({
  ...one,
  state,
  decidedAt: now,
  decidedBy: 'eve',
  ...(state === 'returned' ? { comment: 'Please look again.' } : {}),
});

/** A finding about a KPI, open since `at`. */
export const finding = (
  id: string,
  over: { readonly level?: Level; readonly check?: string; readonly at?: string } = {},
): Finding => {
  const { level = 'error', check = 'missing-counterpart', at = now } = over;
  const subject: Subject = { kind: 'kpi', ids: [id] };
  return {
    fingerprint: fingerprintOf(check, subject, q2),
    condition: {
      check,
      subject,
      quarter: q2,
      level,
      message: 'none-linked',
      data: { kpi: `KPI ${id}` },
      reasons: ['none-linked'],
      evidence: { columns: ['kpi', 'reason'], rows: [[id, 'none-linked']] },
      related: [{ kind: 'kpi', id }],
      rulesVersion: '1',
    },
    life: {
      firstSeen: { at, quarter: q2 },
      since: { at, quarter: q2 },
      state: 'open',
      events: [{ at, quarter: q2, event: 'found' }],
    },
  };
};

/** The finding once somebody has acknowledged it, or once it is over. */
export const acknowledged = (one: Finding, by = 'eve'): Finding => ({
  ...one,
  life: {
    ...one.life,
    state: 'acknowledged',
    acknowledged: { by, at: now, quarter: q2 },
    events: [...one.life.events, { at: now, quarter: q2, event: 'acknowledged', by }],
  },
});
export const resolved = (one: Finding): Finding => ({
  ...one,
  life: {
    ...one.life,
    state: 'resolved',
    resolution: 'cleared',
    events: [...one.life.events, { at: now, quarter: q2, event: 'resolved' }],
  },
});

/** Stores an entity over whatever is there, as the API does after its own checks. */
export const define = async <K extends DefinitionKind>(
  table: Table,
  writing: Writing,
  kind: K,
  entity: Omit<StoredOf<K>, 'version' | 'updatedAt' | 'updatedBy'>,
): Promise<StoredOf<K>> => {
  const before = await readDefinition(table, writing.org, kind, entity.id, true);
  return putDefinition(table, writing, { kind, action: `${kind}.put`, entity, before }, () => answer);
};

/** The refusal that a promise ends with. Throws where it ends with anything else. */
export const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const end = await work.then(
    () => 'an answer',
    (error: unknown) => error,
  );
  if (end instanceof Refusal) return end;
  throw new Error('expected a refusal', { cause: end });
};

// What an audit entry is about, in words: the kind, and the name that the entity had in that version.
import type { AuditView } from '../../shared/api/operations.ts';
import type { Names } from '../data/names.ts';
import type { Words } from '../session/session.tsx';

/** Kinds of entities that have a history, in the order in which they are offered. */
export const auditKinds = [
  'finding',
  'action',
  'report',
  'submission',
  'commentary',
  'kpi',
  'outcome',
  'objective',
  'department',
  'journey',
  'capability',
  'member',
  'organisation',
  'change-set',
  'login',
] as const;

const nameFields = ['name', 'statement', 'title', 'text'] as const;

const namedIn = (payload: unknown): string | undefined => {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const fields = payload as Readonly<Record<string, unknown>>;
  return nameFields.map((name) => fields[name]).find((value) => typeof value === 'string');
};

const submissionId = /^(.+)\/(\d{4}-Q[1-4])\/(\d+)$/;

/** The name of an entry's entity; undefined where only its id is known. */
export const entityName = (
  { entity: { kind, id }, payload }: AuditView,
  { m, f }: Words,
  names: Names,
): string | undefined => {
  if (kind === 'report' && /^\d{4}-Q[1-4]$/.test(id)) return f.quarter(id as Parameters<typeof f.quarter>[0]);
  const [, department, quarter, version] = submissionId.exec(id) ?? [];
  if (department !== undefined && quarter !== undefined)
    return f.say(m.audit.submission, {
      department: names.department(department),
      quarter: f.quarter(quarter as Parameters<typeof f.quarter>[0]),
      n: version ?? '',
    });
  return namedIn(payload);
};

/** The word of a kind. */
export const kindWord = (kind: string, { m }: Words): string =>
  m.audit.kinds[kind as keyof typeof m.audit.kinds] ?? kind;

/** What was done, in words; the code where there are none. */
export const actionWord = (
  { action, version }: Pick<AuditView, 'action' | 'version'>,
  { m }: Words,
): string => {
  const words: Readonly<Record<string, string>> = m.audit.actions;
  const verb = action.slice(action.indexOf('.') + 1);
  const known = words[action] ?? (verb === 'put' && version === 1 ? words['create'] : words[verb]);
  return known ?? action;
};

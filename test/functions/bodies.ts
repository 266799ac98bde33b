/** Bodies of requests and refusals, and the records behind them, with their most ordinary fields. */
import type { ProblemDocument } from '../../shared/api/schemas/problem.ts';
import type { Member, Role } from '../../shared/domain/member.ts';

/** A member's record with its most ordinary fields. */
export const memberNamed = (id: string, roles: readonly Role[]): Member => ({
  id,
  name: id,
  email: `${id}@example.org`,
  roles: [...roles],
  heads: [],
  deputyOf: [],
  locale: 'en-GB',
  mail: { digest: 'weekly', reminders: true },
  status: 'active',
});

/** The fields of a member, as the API takes them. */
export const memberBody = (id: string, roles: readonly Role[], more: object = {}) => {
  const { id: _id, ...fields } = memberNamed(id, roles);
  return { ...fields, ...more };
};

/** The fields of a KPI of a department: a share, better when higher, unless said otherwise. */
export const kpiBody = (department: string, more: object = {}) => ({
  department,
  name: 'Solved at first contact',
  unit: { kind: 'share', symbol: '%' },
  direction: 'higher',
  perspective: 'customer-facing',
  firstQuarter: '2025-Q1',
  ...more,
});

/** The problem document that a refusal must be, whole. */
export const problem = (
  kind: string,
  status: number,
  title: string,
  detail: string,
  errors: ProblemDocument['errors'] = [],
): ProblemDocument => ({
  type: `urn:counterpart:problem:${kind}`,
  title,
  status,
  detail,
  instance: 'urn:counterpart:request:request-1',
  errors,
});

// Which screens a member has a use for. The service decides what is allowed; this only spares people dead ends.
import { type Member, type Role, writesFor } from '../../shared/domain/member.ts';

type Roles = Pick<Member, 'roles'>;
const any = ({ roles }: Roles, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

/** The departments that a member heads or stands in for on a local day (ISO). */
export const departmentsOf = (
  member: Pick<Member, 'roles' | 'heads' | 'deputyOf'>,
  today: string,
): string[] =>
  [...new Set([...member.heads, ...member.deputyOf.map(({ department }) => department)])].filter(
    (department) => writesFor(member, department, today),
  );

export const seesAudit = (member: Roles): boolean => any(member, 'executive', 'auditor');
export const decidesSubmissions = (member: Roles): boolean => any(member, 'executive', 'analyst');
export const acknowledges = (member: Roles): boolean => any(member, 'executive', 'department-head');

/** Whether the member's home is the own department's quarter: a head who is nothing else. */
export const livesInOwnQuarter = (member: Roles): boolean => !any(member, 'executive', 'analyst', 'auditor');

// Which screens a member has a use for. The service decides what is allowed; this only spares people dead ends.
import type { Member, Role } from '../../shared/domain/member.ts';

type Roles = Pick<Member, 'roles'>;
const any = ({ roles }: Roles, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

export const seesAudit = (member: Roles): boolean => any(member, 'executive', 'auditor');
export const decidesSubmissions = (member: Roles): boolean => any(member, 'executive', 'analyst');

/** Whether the member's home is the own department's quarter: a head who is nothing else. */
export const livesInOwnQuarter = (member: Roles): boolean => !any(member, 'executive', 'analyst', 'auditor');

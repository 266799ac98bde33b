// Which departments a member writes for: apart from the member's schema, so that a page can ask without what checks data.
import type { Member } from './member.ts';

/** Whether a member writes for a department on a local day: its head, or a deputy whose time still runs. */
export const writesFor = (
  member: Pick<Member, 'heads' | 'deputyOf' | 'roles'>,
  department: string,
  today: string,
): boolean =>
  member.roles.includes('department-head') &&
  (member.heads.includes(department) ||
    member.deputyOf.some((deputy) => deputy.department === department && today <= deputy.until));

/** The departments that a member writes for on a local day, as head or as a deputy, each once. */
export const departmentsLed = (
  member: Pick<Member, 'heads' | 'deputyOf' | 'roles'>,
  today: string,
): string[] =>
  [...new Set([...member.heads, ...member.deputyOf.map(({ department }) => department)])].filter((id) =>
    writesFor(member, id, today),
  );

// An organisation without an analyst could never be set up again, so the last one stays.
import type { Member } from '../domain/member.ts';
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import { allOf } from './definitions.ts';
import { keys } from './keys.ts';
import type { Guarded, Table } from './table.ts';

const isAnalyst = (member: Pick<Member, 'roles' | 'status'> | undefined): boolean =>
  member?.status === 'active' && member.roles.includes('analyst');

/**
 * The steps that hold another analyst in place while one ceases to be: two who remove each other at once can't both
 * succeed. Refuses (`conflict`) where there is no other.
 */
export const analystRemains = async (
  table: Table,
  org: OrgId,
  before: Member | undefined,
  after: Member,
): Promise<Guarded[]> => {
  if (!isAnalyst(before) || isAnalyst(after)) return [];
  const members = await allOf(table, org, 'member', true);
  const other = members.find((member) => member.id !== after.id && isAnalyst(member));
  if (other === undefined)
    throw new Refusal('conflict', 'This is the last analyst; make somebody else an analyst first.');
  return [
    {
      step: {
        ConditionCheck: {
          TableName: table.name,
          Key: keys.definition(org, 'member', other.id),
          ConditionExpression: 'version = :seen',
          ExpressionAttributeValues: { ':seen': other.version },
        },
      },
      otherwise: () => new Refusal('conflict', 'The analysts have changed meanwhile; try again.', [], 1),
    },
  ];
};

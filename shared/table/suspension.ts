// An organisation can be stopped without losing anything: nobody signs in, no schedule serves it, everything stays.

import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Writing } from '../domain/writing.ts';
import { auditStep } from './commit.ts';
import { definitionWrite, readDefinition, unstamped } from './definitions.ts';
import { keys } from './keys.ts';
import { type Table, transact } from './table.ts';

const noSuch = (org: OrgId) => new Refusal('not-found', `There is no organisation “${org}”.`);

/**
 * Suspends an organisation for a reason that its people are told, or, without one, resumes it: its record and its place
 * in the due list together, with an audit entry. What is so already stays as it is. Refuses (`not-found`) the unknown.
 */
export const setSuspension = async (
  table: Table,
  writing: Writing,
  reason: string | undefined,
): Promise<'changed' | 'as before'> => {
  const { org, at } = writing;
  const kept = await readDefinition(table, org, 'organisation', org, true);
  if (kept === undefined) throw noSuch(org);
  const { suspended, ...entity } = unstamped(kept.value);
  if (suspended?.reason === reason) return 'as before';
  const { put, audit } = definitionWrite(table, writing, {
    kind: 'organisation',
    action: reason === undefined ? 'organisation.resume' : 'organisation.suspend',
    entity: { ...entity, ...(reason === undefined ? {} : { suspended: { since: at, reason } }) },
    before: kept,
  });
  await transact(table, [
    put,
    {
      step: {
        Update: {
          TableName: table.name,
          Key: keys.due(org),
          ConditionExpression: 'attribute_exists(pk)',
          ...(reason === undefined
            ? { UpdateExpression: 'REMOVE suspended' }
            : { UpdateExpression: 'SET suspended = :yes', ExpressionAttributeValues: { ':yes': true } }),
        },
      },
      otherwise: () => noSuch(org),
    },
    auditStep(table, org, audit),
  ]);
  return 'changed';
};

// An organisation can be stopped without losing anything: nobody signs in, no schedule serves it, everything stays.

import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import { auditEntryOf, auditStep, type Writing } from './commit.ts';
import { definitionItem, readDefinition, staleVersion, unstamped } from './definitions.ts';
import { keys } from './keys.ts';
import { keepingAside } from './known-fields.ts';
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
  const { org, at, by } = writing;
  const kept = await readDefinition(table, org, 'organisation', org, true);
  if (kept === undefined) throw noSuch(org);
  const { suspended, ...entity } = unstamped(kept.value);
  if (suspended?.reason === reason) return 'as before';
  const stored = keepingAside(kept.value, {
    ...entity,
    ...(reason === undefined ? {} : { suspended: { since: at, reason } }),
    version: kept.value.version + 1,
    updatedAt: at,
    updatedBy: by,
  });
  const audit = auditEntryOf(writing, {
    action: reason === undefined ? 'organisation.resume' : 'organisation.suspend',
    entity: { kind: 'organisation', id: org },
    version: stored.version,
    payload: JSON.parse(JSON.stringify(stored)),
    previous: kept.auditHash,
  });
  await transact(table, [
    {
      step: {
        Put: {
          TableName: table.name,
          Item: definitionItem(org, 'organisation', stored, audit.hash),
          ConditionExpression: 'version = :expected',
          ExpressionAttributeValues: { ':expected': kept.value.version },
        },
      },
      otherwise: staleVersion('organisation', org, kept.value.version),
    },
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

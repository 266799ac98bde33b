// An organisation and its first analyst are made by an operator, by no route. Logins tie a token's subject to a
// member; the due list is what the clock walks through.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canonicalJson } from '../domain/canonical.ts';
import { type Watermarks, watermarksSchema } from '../domain/due-jobs.ts';
import type { Member } from '../domain/member.ts';
import type { Organisation } from '../domain/organisation.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Writing } from '../domain/writing.ts';
import { auditEntryOf, auditStep } from './commit.ts';
import { definitionWrite } from './definitions.ts';
import { attributeOf, jsonOf } from './item.ts';
import { keys, partitions } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { getItem, queryAll, type Table, transact } from './table.ts';
import { putNew, wentThrough } from './writes.ts';

/** Makes an organisation, its first analyst, the analyst's login and its place in the due list, all or nothing. */
export const createOrganisation = async (
  table: Table,
  writing: Writing,
  organisation: Omit<Organisation, 'policy'>,
  analyst: Member,
  subject: string,
): Promise<void> => {
  const { org, at } = writing;
  const exists = () => new Refusal('conflict', `There is an organisation “${org}” already.`);
  const made = definitionWrite(
    table,
    { ...writing, nonce: `${writing.nonce}a` },
    {
      kind: 'organisation',
      action: 'organisation.create',
      entity: { ...organisation, policy: defaultPolicy },
      before: undefined,
    },
    exists,
  );
  const joined = definitionWrite(
    table,
    { ...writing, nonce: `${writing.nonce}b` },
    { kind: 'member', action: 'member.create', entity: analyst, before: undefined },
    exists,
  );
  const watermarks: Watermarks = { nightly: at, reminder: at, digest: at };
  await transact(table, [
    made.put,
    joined.put,
    putNew(table, { ...keys.login(org, subject), type: 'login', member: analyst.id }, exists),
    putNew(table, { ...keys.due(org), type: 'due', body: canonicalJson(watermarks) }, exists),
    auditStep(table, org, made.audit),
    auditStep(table, org, joined.audit),
  ]);
};

/**
 * Ties a token's subject to a member, with an audit entry. Linking the same again changes nothing; another member is
 * refused (`conflict`).
 */
export const linkLogin = async (
  table: Table,
  writing: Writing,
  subject: string,
  member: string,
): Promise<void> => {
  const { org } = writing;
  const present = await memberOfLogin(table, org, subject);
  if (present === member) return;
  const taken = (by: string | undefined) =>
    new Refusal('conflict', `The login “${subject}” belongs to the member “${by}” already.`);
  if (present !== undefined) throw taken(present);
  const audit = auditEntryOf(writing, {
    action: 'login.link',
    entity: { kind: 'login', id: subject },
    version: 1,
    payload: { member },
    previous: '',
  });
  const raced = taken('');
  try {
    await transact(table, [
      putNew(
        table,
        { ...keys.login(org, subject), type: 'login', member, auditHash: audit.hash },
        () => raced,
      ),
      auditStep(table, org, audit),
    ]);
  } catch (error) {
    if (error !== raced) throw error;
    const now = await memberOfLogin(table, org, subject);
    if (now !== member) throw taken(now);
  }
};

/** The member who signs in with this subject, or undefined. */
export const memberOfLogin = async (
  table: Table,
  org: OrgId,
  subject: string,
): Promise<string | undefined> => {
  const item = await getItem(table, keys.login(org, subject), true);
  return item === undefined ? undefined : attributeOf(z.string(), item, 'member');
};

/** An organisation that the clock serves. */
export interface Due {
  readonly org: OrgId;
  readonly watermarks: Watermarks;
  /** Nothing is done for it while it stands. */
  readonly suspended?: true;
}

/** Every organisation that the clock serves. The ids come from the operator's own writes. */
export const organisationsDue = async (table: Table): Promise<Due[]> =>
  (await queryAll(table, { pk: partitions.due, strong: true })).map((item) => ({
    org: item.sk as OrgId,
    watermarks: jsonOf(watermarksSchema, item, 'body'),
    ...(item['suspended'] === true ? { suspended: true } : {}),
  }));

/** Moves an organisation's watermarks, unless another tick was faster. */
export const moveWatermarks = async (
  table: Table,
  org: OrgId,
  before: Watermarks,
  after: Watermarks,
): Promise<boolean> => {
  const move = new UpdateCommand({
    TableName: table.name,
    Key: keys.due(org),
    UpdateExpression: 'SET body = :after',
    ConditionExpression: 'body = :before',
    ExpressionAttributeValues: {
      ':before': canonicalJson(keepingAside(before, before)),
      ':after': canonicalJson(keepingAside(before, after)),
    },
  });
  return wentThrough(table.client.send(move));
};

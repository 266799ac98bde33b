// A department's quarter: every submitted version is an item of its own that holds all of its readings, so that a
// submission is one small transaction whatever their number.
import * as z from 'zod';
import { contentHash } from '../domain/canonical.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { type Draft, draftSchema, type Submission, submissionSchema } from '../domain/submission.ts';
import type { StoredAnswer, Writing } from '../domain/writing.ts';
import { auditEntryOf, commit } from './commit.ts';
import type { Kept } from './definitions.ts';
import { whileOpen } from './gate.ts';
import { content, contentOf, type Item } from './item.ts';
import { keys, partitions } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { type Guarded, getItem, queryAll, type Table } from './table.ts';
import { auditHashOf, staleRead } from './versioned.ts';
import { absent, putItem, putNew } from './writes.ts';

const read = (item: Item): Kept<Submission> => ({
  value: contentOf(submissionSchema, item),
  auditHash: auditHashOf(item),
});

/** All versions of a department's quarter, newest first. */
export const versionsOf = async (
  table: Table,
  org: OrgId,
  department: string,
  quarter: Quarter,
  strong = false,
): Promise<Kept<Submission>[]> =>
  (
    await queryAll(table, {
      pk: partitions.submissions(org, department),
      begins: `${quarter}|`,
      newestFirst: true,
      strong,
    })
  ).map(read);

/** All versions that a department has submitted for the quarters from one to another, oldest first. */
export const submissionsBetween = async (
  table: Table,
  org: OrgId,
  department: string,
  from: Quarter,
  to: Quarter,
): Promise<Submission[]> =>
  (
    await queryAll(table, { pk: partitions.submissions(org, department), from: `${from}|`, to: `${to}|~` })
  ).map((item) => read(item).value);

/** All versions that a department has submitted from a quarter on, oldest first, read strongly. */
export const submissionsFrom = async (
  table: Table,
  org: OrgId,
  department: string,
  from: Quarter,
): Promise<Submission[]> =>
  (await queryAll(table, { pk: partitions.submissions(org, department), from, strong: true })).map(
    (item) => read(item).value,
  );

/** The entity that the audit names: one version. */
export const submissionEntity = ({ department, quarter, version }: Submission) => ({
  kind: 'submission',
  id: `${department}/${quarter}/${version}`,
});

/** The stored item of a version. */
export const submissionItem = (org: OrgId, submission: Submission, auditHash: string): Item => ({
  ...keys.submission(org, submission.department, submission.quarter, submission.version),
  type: submission.history ? 'history' : 'submission',
  schema: 1,
  auditHash,
  ...content(submission),
});

const taken = (version: number) =>
  staleRead('Another version of this quarter has been submitted meanwhile.', 'quarter', version - 1);

const notSealed = (table: Table, org: OrgId, quarter: Quarter): Guarded =>
  whileOpen(table, org, quarter, () => new Refusal('quarter-closed', `The quarter ${quarter} is sealed.`));

const notEvaluated = (table: Table, org: OrgId): Guarded =>
  absent(
    table,
    keys.head(org),
    () =>
      new Refusal('conflict', 'History can be handed in only before the organisation’s first evaluation.'),
  );

/**
 * Stores a new version. Four steps: the answer's record, the version, the gate, the audit entry. History checks,
 * instead of the gate, that nothing has been evaluated yet.
 */
export const putSubmission = async (
  table: Table,
  writing: Writing,
  submission: Submission,
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => {
  const audit = auditEntryOf(writing, {
    action: submission.history ? 'submission.history' : 'submission.submit',
    entity: submissionEntity(submission),
    version: submission.version,
    payload: { content: contentHash(submission), readings: submission.readings.length },
    previous: '',
  });
  const { org } = writing;
  const steps = [
    putNew(table, submissionItem(org, submission, audit.hash), taken(submission.version)),
    submission.history ? notEvaluated(table, org) : notSealed(table, org, submission.quarter),
  ];
  await commit(table, writing, steps, audit, answer);
};

/**
 * Stores a decision about the current version: accepted or returned. A newer version makes it void, and a sealed
 * quarter takes none: its report rests on what was decided by then.
 */
export const decideSubmission = async (
  table: Table,
  writing: Writing,
  before: Kept<Submission>,
  after: Submission,
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => {
  const { org } = writing;
  const audit = auditEntryOf(writing, {
    action: after.state === 'accepted' ? 'submission.accept' : 'submission.return',
    entity: submissionEntity(after),
    version: after.version,
    payload: { state: after.state, ...(after.comment === undefined ? {} : { comment: after.comment }) },
    previous: before.auditHash,
  });
  const steps: Guarded[] = [
    {
      step: {
        Put: {
          TableName: table.name,
          Item: submissionItem(org, keepingAside(before.value, after), audit.hash),
          ConditionExpression: 'auditHash = :before',
          ExpressionAttributeValues: { ':before': before.auditHash },
        },
      },
      otherwise: () => new Refusal('conflict', 'Somebody else has decided on this submission meanwhile.'),
    },
    absent(
      table,
      keys.submission(org, after.department, after.quarter, after.version + 1),
      taken(after.version + 1),
    ),
    notSealed(table, org, after.quarter),
  ];
  await commit(table, writing, steps, audit, answer);
};

const keptDraft = z.strictObject({ ...draftSchema.shape, savedAt: z.string(), basedOn: z.int() });
export type KeptDraft = z.infer<typeof keptDraft>;

/** The draft of a department's quarter, or undefined. */
export const readDraft = async (
  table: Table,
  org: OrgId,
  department: string,
  quarter: Quarter,
): Promise<KeptDraft | undefined> => {
  const item = await getItem(table, keys.draft(org, department, quarter), true);
  return item === undefined ? undefined : contentOf(keptDraft, item);
};

/** Seconds after which a draft that nobody touched is forgotten. */
const draftLives = 400 * 24 * 3600;

/** Saves a draft over the last one. It says which submitted version it starts from. */
export const putDraft = async (
  table: Table,
  org: OrgId,
  where: { readonly department: string; readonly quarter: Quarter },
  draft: Draft & { readonly savedAt: string; readonly basedOn: number },
  machineNow: number,
): Promise<void> => {
  await putItem(table, {
    ...keys.draft(org, where.department, where.quarter),
    type: 'draft',
    ttl: Math.floor(machineNow / 1000) + draftLives,
    ...content(draft),
  });
};

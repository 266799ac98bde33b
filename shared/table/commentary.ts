// What executives say about a quarter's report, its outcomes and findings: one item each; a sealed quarter takes none.
import * as z from 'zod';
import { type Commentary, commentarySchema } from '../domain/commentary.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { auditEntryOf, commit, type StoredAnswer, type Writing } from './commit.ts';
import { attributeOf, content, contentOf, type Item } from './item.ts';
import { keys, partitions } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { type Guarded, getItem, queryAll, type Table } from './table.ts';

/** A text with the version that guards it and the hash of its last audit entry. */
export interface KeptCommentary {
  readonly commentary: Commentary;
  readonly version: number;
  readonly auditHash: string;
}

const read = (item: Item): KeptCommentary => ({
  commentary: contentOf(commentarySchema, item),
  version: attributeOf(z.int().min(1), item, 'version'),
  auditHash: String(item['auditHash'] ?? ''),
});

/** What was said about one thing, or undefined. */
export const readCommentary = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  about: string,
): Promise<KeptCommentary | undefined> => {
  const item = await getItem(table, keys.commentary(org, quarter, about), true);
  return item === undefined ? undefined : read(item);
};

/** Everything that was said about a quarter's report, sorted by what it is about. */
export const allCommentary = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  strong = false,
): Promise<KeptCommentary[]> =>
  (await queryAll(table, { pk: partitions.commentary(org, quarter), strong })).map(read);

/** Stores a text over the version that was read, unless the quarter is sealed. */
export const putCommentary = async (
  table: Table,
  writing: Writing,
  before: KeptCommentary | undefined,
  commentary: Commentary,
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => {
  const { org } = writing;
  const { quarter, about } = commentary;
  const expected = before?.version ?? 0;
  const audit = auditEntryOf(writing, {
    action: 'report.comment',
    entity: { kind: 'commentary', id: `${quarter}/${about}` },
    version: expected + 1,
    payload: { text: commentary.text },
    previous: before?.auditHash ?? '',
  });
  const put: Guarded = {
    step: {
      Put: {
        TableName: table.name,
        Item: {
          ...keys.commentary(org, quarter, about),
          type: 'commentary',
          schema: 1,
          version: expected + 1,
          auditHash: audit.hash,
          ...content(keepingAside(before?.commentary, commentary)),
        },
        ...(expected === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': expected } }),
      },
    },
    otherwise: () =>
      new Refusal('stale-version', 'The text has changed since it was read.', [
        {
          path: 'If-Match',
          found: `"${expected}"`,
          expected: 'the present version of the text; read it again',
        },
      ]),
  };
  const gate: Guarded = {
    step: {
      ConditionCheck: {
        TableName: table.name,
        Key: keys.gate(org, quarter),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    otherwise: () => new Refusal('quarter-closed', `The report of ${quarter} is sealed; reopen it first.`),
  };
  await commit(table, writing, [put, gate], audit, answer);
};

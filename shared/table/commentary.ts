// What executives say about a quarter's report, its outcomes and findings: one item each; a sealed quarter takes none.
import { type Commentary, commentarySchema } from '../domain/commentary.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import type { StoredAnswer, Writing } from '../domain/writing.ts';
import { auditEntryOf, commit } from './commit.ts';
import { whileOpen } from './gate.ts';
import { content, contentOf, type Item } from './item.ts';
import { keys, partitions } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { getItem, queryAll, type Table } from './table.ts';
import { type Guards, guardsOf, staleRead } from './versioned.ts';
import { putOver } from './writes.ts';

/** A text as it was read. */
export interface KeptCommentary extends Guards {
  readonly commentary: Commentary;
}

const read = (item: Item): KeptCommentary => ({
  commentary: contentOf(commentarySchema, item),
  ...guardsOf(item),
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
  const item = {
    ...keys.commentary(org, quarter, about),
    type: 'commentary',
    schema: 1,
    version: expected + 1,
    auditHash: audit.hash,
    ...content(keepingAside(before?.commentary, commentary)),
  };
  const steps = [
    putOver(table, item, expected, staleRead('The text has changed since it was read.', 'text', expected)),
    whileOpen(
      table,
      org,
      quarter,
      () => new Refusal('quarter-closed', `The report of ${quarter} is sealed; reopen it first.`),
    ),
  ];
  await commit(table, writing, steps, audit, answer);
};

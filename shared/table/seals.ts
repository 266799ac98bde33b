// Seals: how each quarter's stands, and the sealed texts, which are written once under the name of their content.
import { sha256Hex } from '../domain/canonical.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type Seal, sealSchema } from '../domain/seal.ts';
import type { OrgId } from '../domain/slug.ts';
import type { StoredAnswer, Writing } from '../domain/writing.ts';
import { auditEntryOf, commit } from './commit.ts';
import { openingStep, whileShut } from './gate.ts';
import { content, contentOf, type Item, packed, unpacked } from './item.ts';
import { keys, partitions } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { getItem, queryAll, type Table } from './table.ts';
import { type Guards, guardsOf, staleRead } from './versioned.ts';
import { putItem, putOver } from './writes.ts';

/** How a quarter's seal stands, as it was read. */
export interface KeptSeal extends Guards {
  readonly seal: Seal;
}

const read = (item: Item): KeptSeal => ({ seal: contentOf(sealSchema, item), ...guardsOf(item) });

/** A quarter's seal, or undefined where it was never sealed. */
export const readSeal = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  strong = false,
): Promise<KeptSeal | undefined> => {
  const item = await getItem(table, keys.seal(org, quarter), strong);
  return item === undefined ? undefined : read(item);
};

/** Every quarter's seal, oldest first. */
export const allSeals = async (table: Table, org: OrgId, strong = false): Promise<KeptSeal[]> =>
  (await queryAll(table, { pk: partitions.seals(org), strong })).map(read);

/** The sort-key part of a sealed text: what it is, and its digest, so that another text is another item. */
const partName = (part: string, digest: string): string => `${part}|${digest}`;

/** Writes a sealed text ahead of the seal that names it. Doing it twice does no harm. Returns its digest. */
export const writeSealedText = async (
  table: Table,
  org: OrgId,
  where: { readonly quarter: Quarter; readonly revision: number; readonly part: string },
  text: string,
): Promise<string> => {
  const digest = sha256Hex(text);
  const key = keys.sealedText(org, where.quarter, where.revision, partName(where.part, digest));
  await putItem(table, { ...key, type: 'sealed', schema: 1, ...packed(text) });
  return digest;
};

/** A sealed text to the byte, or undefined. */
export const readSealedText = async (
  table: Table,
  org: OrgId,
  where: { readonly quarter: Quarter; readonly revision: number; readonly part: string },
  digest: string,
): Promise<string | undefined> => {
  const item = await getItem(
    table,
    keys.sealedText(org, where.quarter, where.revision, partName(where.part, digest)),
    true,
  );
  return item === undefined ? undefined : unpacked(item);
};

/** Stores how a quarter's seal stands: sealed, which the shut gate must witness, or reopened, which opens it. */
export const putSeal = async (
  table: Table,
  writing: Writing,
  before: KeptSeal | undefined,
  seal: Seal,
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => {
  const { org } = writing;
  const { quarter, revision, digest, state } = seal;
  const expected = before?.version ?? 0;
  const audit = auditEntryOf(writing, {
    action: state === 'sealed' ? 'report.seal' : 'report.reopen',
    entity: { kind: 'report', id: quarter },
    version: expected + 1,
    payload: { revision, digest, ...(seal.reopened === undefined ? {} : { reason: seal.reopened.reason }) },
    previous: before?.auditHash ?? '',
  });
  const item = {
    ...keys.seal(org, quarter),
    type: 'seal',
    schema: 1,
    version: expected + 1,
    auditHash: audit.hash,
    ...content(keepingAside(before?.seal, seal)),
  };
  const stale = staleRead(`The seal of ${quarter} has changed since it was read.`, 'seal', expected);
  const opened = () => new Refusal('conflict', 'The quarter was opened meanwhile; seal it again.', [], 1);
  const steps = [
    putOver(table, item, expected, stale),
    state === 'sealed' ? whileShut(table, org, quarter, opened) : openingStep(table, org, quarter),
  ];
  await commit(table, writing, steps, audit, answer);
};

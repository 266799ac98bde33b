// A quarter's seal as it is read: how it stands, the text of each revision, and what differs from the report as it
// stands now.
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Seal } from '../domain/seal.ts';
import type { OrgId } from '../domain/slug.ts';
import { type BoardReport, boardReportSchema } from '../report/board-report.ts';
import { laterThan, type SealedReport } from '../report/sealed-report.ts';
import { keys } from '../table/keys.ts';
import { readReport } from '../table/reports.ts';
import { type KeptSeal, readSeal, readSealedText } from '../table/seals.ts';
import type { Table } from '../table/table.ts';

/** What a seal is shown with. */
export interface SealShown {
  readonly kept: Pick<KeptSeal, 'seal' | 'version'>;
  readonly canonical: string;
}

/** A sealed text by its revision, as it was written. Throws where it is gone, which no one here can do. */
export const sealedTextOf = async (
  table: Table,
  org: OrgId,
  { quarter }: Seal,
  revision: number,
  digest: string,
): Promise<string> => {
  const text = await readSealedText(table, org, { quarter, revision, part: 'board' }, digest);
  if (text === undefined) throw new Error(`the sealed text of ${quarter}, revision ${revision}, is gone`);
  return text;
};

/** How a quarter's seal stands. Refuses (`not-found`) where it was never sealed. */
export const sealOf = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  strong = false,
): Promise<KeptSeal> => {
  const kept = await readSeal(table, org, quarter, strong);
  if (kept === undefined) throw new Refusal('not-found', `The report of ${quarter} was never sealed.`);
  return kept;
};

/** A quarter's seal with the text of a revision, the last one where none is named. */
export const readSealed = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  revision?: number,
): Promise<SealShown> => {
  const kept = await sealOf(table, org, quarter);
  const wanted = revision ?? kept.seal.revision;
  const entry = kept.seal.revisions.find((one) => one.revision === wanted);
  if (entry === undefined)
    throw new Refusal('not-found', `The report of ${quarter} has no revision ${wanted}.`);
  return { kept, canonical: await sealedTextOf(table, org, kept.seal, wanted, entry.digest) };
};

/** How a quarter's seal stands, in the list of reports. */
export const sealStands = ({ state, revision, digest, sealed, reopened }: Seal) =>
  state === 'sealed'
    ? { sealed: { revision, digest, at: sealed.at } }
    : { reopened: { revision, at: reopened?.at ?? sealed.at } };

/** A seal as it is shown; `now` is the quarter's report as it stands. */
export const sealViewOf = (
  { kept: { seal, version }, canonical }: SealShown,
  now: BoardReport | undefined,
) => {
  const { board, revision } = JSON.parse(canonical) as Pick<SealedReport, 'board' | 'revision'>;
  const entry = seal.revisions.find((one) => one.revision === revision);
  return {
    ...seal,
    revision,
    digest: entry?.digest ?? seal.digest,
    sealed: entry?.sealed ?? seal.sealed,
    version,
    later: now === undefined ? [] : laterThan(board, now),
  };
};

/** The quarter's report as it stands, which the stream keeps writing after the seal; undefined where there is none. */
export const presentReport = (table: Table, org: OrgId, quarter: Quarter): Promise<BoardReport | undefined> =>
  readReport(table, keys.boardReport(org, quarter), boardReportSchema);

// Sealing a quarter: its gate is shut, all sources are read again and judged, and what comes out is written down for
// good. What changes later is shown beside it, never in it. What is written is made in sealed-text.ts, and read in
// read-seal.ts.
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { reopenedSeal, sealedAgain } from '../domain/seal.ts';
import type { OrgId } from '../domain/slug.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import { requireNoBulk } from '../table/bulk-gate.ts';
import { type Head, readHead } from '../table/evaluation.ts';
import { openGate, shutGate } from '../table/gate.ts';
import { putSeal, readSeal, writeSealedText } from '../table/seals.ts';
import type { Table } from '../table/table.ts';
import { type SealShown, sealedTextOf, sealOf } from './read-seal.ts';
import { sealedText, sealLater } from './sealed-text.ts';

/** Who seals or reopens. */
export interface Sealing {
  readonly org: OrgId;
  readonly now: string;
  readonly writing: () => Promise<Writing>;
  readonly expectVersion: (present: number | undefined) => void;
}

/** HEAD, where the quarter can be sealed on it: it has ended, was evaluated, and nothing is pending. */
const readyHead = async (table: Table, org: OrgId, quarter: Quarter): Promise<Head> => {
  await requireNoBulk(table, org);
  const head = await readHead(table, org, true);
  if (head === undefined)
    throw new Refusal('conflict', 'Nothing has been evaluated yet; there is nothing to seal.');
  if (quarter > head.calendar.reportingQuarter)
    throw new Refusal(
      'conflict',
      `${quarter} is not reported yet; the report that can be sealed is that of ${head.calendar.reportingQuarter}.`,
    );
  const known =
    quarter === head.calendar.reportingQuarter || head.reported.some((one) => one.quarter === quarter);
  if (!known) throw new Refusal('not-found', `There is no board report of ${quarter}.`);
  if (head.pending.length > 0 || head.reportBehind)
    throw sealLater('The last changes are still being evaluated; seal in a few seconds.');
  return head;
};

/** Seals a quarter. Refuses (`conflict`) one that is sealed, that has not ended, or while something is pending. */
export const sealQuarter = async (
  table: Table,
  call: Sealing,
  quarter: Quarter,
  reply: (shown: SealShown) => GivenAnswer,
): Promise<GivenAnswer> => {
  const { org, now } = call;
  const before = await readSeal(table, org, quarter, true);
  call.expectVersion(before?.version);
  const writing = await call.writing();
  const { by } = writing;
  if (before?.seal.state === 'sealed')
    throw new Refusal('conflict', `${quarter} is sealed; reopen it with a reason first.`);
  const head = await readyHead(table, org, quarter);
  const wasOpen = await shutGate(table, org, quarter, { by, at: now });
  try {
    const revision = (before?.seal.revision ?? 0) + 1;
    const canonical = await sealedText(table, call, { quarter, revision, head, before, by });
    const digest = await writeSealedText(table, org, { quarter, revision, part: 'board' }, canonical);
    const seal = sealedAgain(before?.seal, { quarter, digest, by, at: now });
    const answer = reply({ kept: { seal, version: (before?.version ?? 0) + 1 }, canonical });
    await putSeal(table, writing, before, seal, answer);
    return answer;
  } catch (error) {
    // Whoever shut the gate opens it again, unless the seal came about after all and only its answer was lost.
    const now = await readSeal(table, org, quarter, true);
    if (wasOpen && now?.seal.state !== 'sealed') await openGate(table, org, quarter, now);
    throw error;
  }
};

/** Reopens a sealed quarter for a reason; the sealed text stays. */
export const reopenQuarter = async (
  table: Table,
  call: Sealing,
  quarter: Quarter,
  reason: string,
  reply: (shown: SealShown) => GivenAnswer,
): Promise<GivenAnswer> => {
  const { org, now } = call;
  const before = await sealOf(table, org, quarter, true);
  call.expectVersion(before.version);
  const writing = await call.writing();
  const seal = reopenedSeal(before.seal, { by: writing.by, at: now, reason });
  const canonical = await sealedTextOf(table, org, seal, seal.revision, seal.digest);
  const answer = reply({ kept: { seal, version: before.version + 1 }, canonical });
  await putSeal(table, writing, before, seal, answer);
  return answer;
};

// What a board pack tells beside a report: the seal's own words where it is sealed, else what is known now; and the
// names of people, which are looked up each time, so that a leaver's name is on no paper that is made after its erasure.
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { type BoardReport, boardReportSchema } from '../report/board-report.ts';
import type { CommentaryLine } from '../report/commentary-line.ts';
import type { SealedReport, SealedText } from '../report/sealed-report.ts';
import type { SinceView } from '../report/since.ts';
import { allOf } from '../table/definitions.ts';
import { readKnown } from '../table/known-fields.ts';
import { readSeal } from '../table/seals.ts';
import type { Table } from '../table/table.ts';
import { commentaryLines } from './commentary.ts';
import { presentReport, readSealed } from './read-seal.ts';
import { presentSince } from './since.ts';

/** What a board sees of a quarter. */
export interface SeenByBoard {
  readonly report: BoardReport;
  readonly commentary: readonly CommentaryLine[];
  readonly since: SinceView;
  /** Of a sealed quarter: its digest, and the sentences of findings as they were said. */
  readonly sealed?: { readonly digest: string; readonly texts: Readonly<Record<string, SealedText>> };
  readonly memberName: (id: string) => string;
}

const sealedQuarter = async (table: Table, org: OrgId, quarter: Quarter) => {
  const { kept, canonical } = await readSealed(table, org, quarter);
  const { board, commentary, since, texts } = JSON.parse(canonical) as SealedReport;
  return {
    report: readKnown(boardReportSchema, board),
    commentary,
    since,
    sealed: { digest: kept.seal.digest, texts: texts.findings },
  };
};

const openQuarter = async (table: Table, org: OrgId, quarter: Quarter) => {
  const report = await presentReport(table, org, quarter);
  if (report === undefined)
    throw new Refusal('not-found', `There is no board report of ${quarter}, so there is no pack of it.`);
  const [commentary, since] = await Promise.all([
    commentaryLines(table, org, quarter),
    presentSince(table, org, quarter),
  ]);
  return { report, commentary, since };
};

/** What the board sees of a quarter: the sealed state where it is sealed. Refuses (`not-found`) where there is no report. */
export const seenByBoard = async (table: Table, org: OrgId, quarter: Quarter): Promise<SeenByBoard> => {
  const [kept, members] = await Promise.all([readSeal(table, org, quarter), allOf(table, org, 'member')]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const seen =
    kept?.seal.state === 'sealed'
      ? await sealedQuarter(table, org, quarter)
      : await openQuarter(table, org, quarter);
  return { ...seen, memberName: (id) => names.get(id) ?? id };
};

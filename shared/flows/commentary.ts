// What executives say about a report. The first text of a thing is new, the next ones replace it; each is audited.
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import type { CommentaryLine } from '../report/commentary-line.ts';
import { subjectOf } from '../report/commentary-subject.ts';
import { allCommentary, type KeptCommentary, putCommentary, readCommentary } from '../table/commentary.ts';
import { readDefinition } from '../table/definitions.ts';
import { readFinding, readFindings } from '../table/findings.ts';
import type { Table } from '../table/table.ts';

/** Who comments. */
export interface Commenting {
  readonly org: OrgId;
  readonly now: string;
  readonly writing: () => Promise<Writing>;
  readonly expectVersion: (present: number | undefined) => void;
}

/** A text as it is shown. */
export const commentaryViewOf = ({
  commentary,
  version,
}: Pick<KeptCommentary, 'commentary' | 'version'>) => ({
  ...commentary,
  version,
});

/** Everything that was said about a quarter's report, each with its version; findings with what they say now. */
export const commentaryLines = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
): Promise<(CommentaryLine & { readonly version: number })[]> => {
  const kept = await allCommentary(table, org, quarter);
  const fingerprints = kept.flatMap(({ commentary }) => {
    const { kind, id } = subjectOf(commentary);
    return kind === 'finding' ? [id] : [];
  });
  const findings = new Map(
    (await readFindings(table, org, fingerprints)).map(({ finding }) => [finding.fingerprint, finding]),
  );
  return kept.map((one) => {
    const condition = findings.get(subjectOf(one.commentary).id)?.condition;
    if (condition === undefined) return commentaryViewOf(one);
    const { check, message, data } = condition;
    return { ...commentaryViewOf(one), finding: { check, message, data } };
  });
};

const isKnown = async (table: Table, org: OrgId, about: string): Promise<boolean> => {
  const [kind, id = ''] = about.split('.');
  if (kind === 'outcome') return (await readDefinition(table, org, 'outcome', id, true)) !== undefined;
  return kind === 'report' || (await readFinding(table, org, id, true)) !== undefined;
};

/** Stores what an executive says. Refuses (`not-found`) what is about nothing, and a sealed quarter. */
export const comment = async (
  table: Table,
  call: Commenting,
  { quarter, about, text }: { readonly quarter: Quarter; readonly about: string; readonly text: string },
  reply: (after: Pick<KeptCommentary, 'commentary' | 'version'>) => GivenAnswer,
): Promise<GivenAnswer> => {
  if (!(await isKnown(table, call.org, about)))
    throw new Refusal('not-found', `There is nothing called “${about}” to comment on.`);
  const before = await readCommentary(table, call.org, quarter, about);
  call.expectVersion(before?.version);
  const writing = await call.writing();
  const commentary = { quarter, about, text, by: writing.by, at: writing.at };
  const answer = reply({ commentary, version: (before?.version ?? 0) + 1 });
  await putCommentary(table, writing, before, commentary, answer);
  return answer;
};

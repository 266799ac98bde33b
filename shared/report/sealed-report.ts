// What the board saw, whole: figures, sentences as they were rendered, what executives said, and which versions of
// which sources they rest on. It is written once as canonical JSON; nothing in it is looked up later.
import { checkOf } from '../checks/catalogue.ts';
import { messageOf, remedyOf } from '../checks/message.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Commentary } from '../domain/commentary.ts';
import type { Policy } from '../domain/policy.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { BoardReport } from './board-report.ts';
import type { FindingLine } from './finding-line.ts';
import { headlineText } from './headline.ts';
import type { SinceView } from './since.ts';

/** A finding's sentence, its check's title, and what clears it, as they were said. */
export interface SealedText {
  readonly text: string;
  readonly title: string;
  readonly remedy: string;
}

/** The sealed board report. Departments and outcomes are sealed beside it; their digests stand here. */
export interface SealedReport {
  readonly schema: 1;
  readonly quarter: Quarter;
  readonly revision: number;
  readonly sealed: { readonly by: string; readonly at: string };
  /** The revision before and why it was reopened. */
  readonly previous?: { readonly revision: number; readonly digest: string; readonly reason: string };
  readonly rulesVersion: string;
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** The version of every source that was read: `<kind>|<id>`, `submission|<department>|<quarter>`. */
  readonly sources: Readonly<Record<string, number>>;
  readonly board: BoardReport;
  readonly texts: { readonly headline: string; readonly findings: Readonly<Record<string, SealedText>> };
  readonly commentary: readonly Commentary[];
  readonly since: SinceView;
  /** The digests of the sealed departments and outcomes. */
  readonly departments: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
}

/** The sentences of findings, by fingerprint. */
export const sealedTexts = (
  lines: readonly Pick<FindingLine, 'fingerprint' | 'check' | 'message' | 'data'>[],
): Record<string, SealedText> =>
  Object.fromEntries(
    lines.map((line) => [
      line.fingerprint,
      {
        text: messageOf(line),
        title: checkOf(line.check)?.meta.title ?? line.check,
        remedy: remedyOf(line.check),
      },
    ]),
  );

/** The texts of a board report: its headline, every finding that it names, and those that executives spoke about. */
export const boardTexts = (
  board: BoardReport,
  spokenOf: Parameters<typeof sealedTexts>[0] = [],
): SealedReport['texts'] => ({
  headline: headlineText(board),
  findings: sealedTexts([...spokenOf, ...(board.waivers?.lines ?? []), ...board.decisions]),
});

/** Something that differs between what was sealed and what the quarter's report says now. */
export interface Difference {
  readonly what:
    | 'coverage'
    | 'alignment'
    | 'findings'
    | 'finding-new'
    | 'finding-gone'
    | 'submission'
    | 'rules';
  readonly id: string;
  readonly was: string;
  readonly is: string;
}

const percent = (share: number | undefined): string =>
  share === undefined ? '—' : `${(share * 100).toFixed(1)}%`;

/** What a report says now that the sealed one did not say, and the other way round; in a fixed order. */
export const laterThan = (sealed: BoardReport, now: BoardReport): Difference[] => {
  const found: Difference[] = [];
  const compare = (what: Difference['what'], id: string, was: string, is: string) => {
    if (was !== is) found.push({ what, id, was, is });
  };
  compare('rules', 'rules', sealed.rulesVersion, now.rulesVersion);
  compare(
    'coverage',
    'board',
    `${sealed.coverage.covered} of ${sealed.coverage.internal}`,
    `${now.coverage.covered} of ${now.coverage.internal}`,
  );
  compare('alignment', 'board', percent(sealed.alignment.share), percent(now.alignment.share));
  compare('findings', 'board', String(sealed.unresolved), String(now.unresolved));
  const [before, after] = [sealed, now].map(
    ({ decisions }) => new Map(decisions.map((line) => [line.fingerprint, line])),
  ) as [Map<string, FindingLine>, Map<string, FindingLine>];
  for (const [id, line] of after) if (!before.has(id)) compare('finding-new', id, '', messageOf(line));
  for (const [id, line] of before) if (!after.has(id)) compare('finding-gone', id, messageOf(line), '');
  const versions = ({ departments }: BoardReport) =>
    new Map(departments.map((one) => [one.id, `${one.submission} ${one.version ?? ''}`.trim()]));
  const was = versions(sealed);
  for (const [id, is] of versions(now)) compare('submission', id, was.get(id) ?? '', is);
  return found;
};

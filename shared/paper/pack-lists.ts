// The lists of the board pack: what was decided before and is not done, what is asked of the board, what is waived, what
// happened since the board last met, what was redefined, and what executives say about it. People stand by their names.
import { messageOf } from '../checks/message.ts';
import { type ChangeSaying, changedField, changedValue } from '../format/changed.ts';
import { readableData } from '../format/formats.ts';
import type { BoardReport } from '../report/board-report.ts';
import type { CommentaryLine } from '../report/commentary-line.ts';
import { subjectOf } from '../report/commentary-subject.ts';
import type { FindingLine } from '../report/finding-line.ts';
import type { Decided } from '../report/since.ts';
import type { Beside } from './beside.ts';
import type { Row } from './pack-figures.ts';
import type { Pen } from './pen.ts';

/** A report with what is told beside it, and what writes it. */
export interface Telling {
  readonly report: BoardReport;
  readonly beside: Beside;
  readonly f: Pen;
}

type Told = Pick<FindingLine, 'check' | 'message' | 'data'>;

const memberName = ({ beside }: Telling, id: string): string => beside.memberName?.(id) ?? id;
const departmentName = ({ report, f }: Telling, id: string | undefined): string =>
  report.departments.find((one) => one.id === id)?.name ?? id ?? f.w.noDepartment;

/**
 * The sentence of a finding, with numbers and quarters as the reader writes them. Where a seal holds another sentence
 * than the rules say today, the sealed one stands.
 */
const sentenceOf = ({ beside, f }: Telling, fingerprint: string, line: Told | undefined): string => {
  const sealed = beside.sealed?.texts[fingerprint]?.text;
  if (line === undefined || (sealed !== undefined && sealed !== messageOf(line)))
    return sealed ?? fingerprint;
  return f.say(f.sentences.findings[line.check]?.[line.message] ?? line.check, readableData(line.data, f));
};

/** How many letters of a text stand where it concerns; the appendix has the whole. */
const excerptLength = 180;
const excerpt = (text: string): string =>
  text.length <= excerptLength ? text : `${text.slice(0, excerptLength).trimEnd()} …`;

const saidAbout = ({ beside }: Telling, about: string): string => {
  const said = beside.commentary?.find((one) => one.about === about);
  return said === undefined ? '' : excerpt(said.text);
};

/** What executives say about the report itself: as much as stands on the first page, and who said it. */
export const saidOf = (telling: Telling) => {
  const { beside, f } = telling;
  const said = beside.commentary?.find(({ about }) => about === 'report');
  if (said === undefined) return { text: '', by: '', whole: '' };
  const longest = 3 * excerptLength;
  const short = said.text.length <= longest ? said.text : `${said.text.slice(0, longest).trimEnd()} …`;
  return {
    text: short,
    by: f.say(f.w.saidBy, { by: memberName(telling, said.by), at: f.instant(said.at) }),
    whole: short === said.text ? '' : f.w.saidWhole,
  };
};

const aboutText = (telling: Telling, line: CommentaryLine): string => {
  const { kind, id } = subjectOf(line);
  if (kind === 'report') return telling.f.w.theReport;
  if (kind === 'finding') return sentenceOf(telling, id, line.finding);
  return telling.report.outcomes.find((one) => one.id === id)?.statement ?? id;
};

/** Everything that executives said, whole: about what, the text, by whom and when. */
export const allSaid = (telling: Telling): Row[] =>
  (telling.beside.commentary ?? []).map((line) => [
    aboutText(telling, line),
    line.text,
    telling.f.say(telling.f.w.saidBy, { by: memberName(telling, line.by), at: telling.f.instant(line.at) }),
  ]);

/** What is said about each outcome, by id. */
export const saidOfOutcome = (telling: Telling, id: string): string => saidAbout(telling, `outcome.${id}`);

/** What was decided before and is not done, oldest first: action, owner, department, when decided, when due. */
export const actionsOf = (telling: Telling): Row[] => {
  const { report, f } = telling;
  return (report.actions ?? []).map(({ text, owner, department, decidedIn, dueQuarter, age, stalled }) => [
    text,
    memberName(telling, owner),
    departmentName(telling, department),
    f.say(age === 0 ? f.w.ageNone : f.w.age, { n: age, quarter: f.quarter(decidedIn) }),
    `${f.quarter(dueQuarter)}${stalled ? ` · ${f.w.stalled}` : ''}`,
  ]);
};

/** A finding on paper. */
export interface PaperFinding {
  readonly level: FindingLine['level'];
  readonly cells: Row;
  /** What an executive says about it; empty where nobody does. */
  readonly said: string;
}

const findingOf = (telling: Telling, line: FindingLine, last: string): PaperFinding => {
  const { f } = telling;
  const owner = line.owner === undefined ? '' : ` · ${memberName(telling, line.owner)}`;
  return {
    level: line.level,
    cells: [
      f.words.level[line.level] ?? line.level,
      sentenceOf(telling, line.fingerprint, line),
      `${departmentName(telling, line.department)}${owner}`,
      f.quarter(line.since),
      last,
    ],
    said: saidAbout(telling, `finding.${line.fingerprint}`),
  };
};

/** What is asked of the board: level, finding, department and owner, since when, state. */
export const decisionsOf = (telling: Telling): PaperFinding[] =>
  telling.report.decisions.map((line) => {
    const { f } = telling;
    const state = f.words.state[line.state] ?? line.state;
    const asked =
      line.waiver?.state === 'asked'
        ? ` · ${f.say(f.w.waiverAsked, { until: f.day(line.waiver.until) })}`
        : '';
    return findingOf(telling, line, `${state}${asked}`);
  });

/** What is waived, and to which day. */
export const waiversOf = (telling: Telling): PaperFinding[] =>
  (telling.report.waivers?.lines ?? [])
    .filter(({ state }) => state === 'waived')
    .map((line) => {
      const until = telling.f.day(line.waiver?.until ?? line.since);
      return findingOf(telling, line, telling.f.say(telling.f.w.waiverUntil, { until }));
    });

/** How many findings are waived, by a renewal, and how many wait for it; empty where none is. */
export const waivedSentence = ({ report: { waivers }, f }: Telling): string =>
  [
    [waivers?.standing ?? 0, f.w.waived] as const,
    [waivers?.renewed ?? 0, f.w.renewed] as const,
    [waivers?.asked ?? 0, f.w.asked] as const,
  ]
    .flatMap(([n, text]) => (n === 0 ? [] : [f.say(text, { n })]))
    .join(' ');

/** How much of each list of what happened stands on paper. */
const happened = 3;

const decidedText = (telling: Telling, { kind, text, by, note }: Decided): string => {
  const words = `${telling.f.words.decided[kind] ?? kind}: ${text}`;
  return [words, memberName(telling, by), ...(note === undefined ? [] : [note])].join(' · ');
};

/** What happened since the board last met; null where nobody has worked it out. */
export const sinceOf = (telling: Telling) => {
  const { beside, f } = telling;
  const { since } = beside;
  if (since === undefined) return null;
  const { counts, last } = since;
  const isSealed = last.sealedAt !== undefined;
  const told = (lines: readonly FindingLine[]) =>
    lines.map((line) => sentenceOf(telling, line.fingerprint, line));
  const group = (title: string, texts: readonly string[], n: number) => ({
    title,
    lines: texts.slice(0, happened),
    more: n > happened ? f.say(f.w.sinceMore, { n: n - happened }) : '',
  });
  return {
    title: f.say(isSealed ? f.w.sinceBoard : f.w.sinceUnsealed, { quarter: f.quarter(last.quarter) }),
    sentence: [f.say(f.w.sinceSentence, { ...counts }), ...(isSealed ? [] : [f.w.noSealBefore])].join(' '),
    groups: [
      group(f.w.sinceNew, told(since.new), counts.new),
      group(f.w.sinceReopened, told(since.reopened), counts.reopened),
      group(f.w.sinceResolved, told(since.resolved), counts.resolved),
      group(
        f.w.sinceDecided,
        since.decided.map((one) => decidedText(telling, one)),
        counts.decided,
      ),
    ].filter(({ lines }) => lines.length > 0),
  };
};

/** What was redefined in the quarter: what, the change, by whom and when, and the reason. */
export const changesOf = (telling: Telling): Row[] => {
  const { report, f } = telling;
  const saying: ChangeSaying = {
    f,
    words: f.words.change,
    names: {
      department: (id) => departmentName(telling, id),
      outcome: (id) => report.outcomes.find((one) => one.id === id)?.statement ?? id,
    },
  };
  return report.changes.map(({ name, field, was, is, unit, by, at, reason }) => [
    name,
    `${changedField(field, saying)}: ${changedValue(field, was, unit, saying)} → ${changedValue(field, is, unit, saying)}`,
    f.say(f.w.saidBy, { by: memberName(telling, by), at: f.instant(at) }),
    reason ?? f.w.noReason,
  ]);
};

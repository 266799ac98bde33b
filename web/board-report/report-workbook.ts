// The board report as a spreadsheet: the page's tables with real numbers, shares formatted as per cent, so that whoever
// wants to reckon on can. Written in the browser from the report that the page shows.
import type { TargetValue } from '../../shared/domain/kpi.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { writeSheets } from '../../shared/exchange/workbook.ts';
import type { SheetColumn, WorkbookSheet } from '../../shared/exchange/workbook-sheet.ts';
import { changedField, changedValue } from '../../shared/format/changed.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { CommentaryLine } from '../../shared/report/commentary-line.ts';
import { subjectOf } from '../../shared/report/commentary-subject.ts';
import type { SinceView } from '../../shared/report/since.ts';
import { type Formats, readableData } from '../format/formats.ts';
import type { Messages } from '../messages/messages.ts';
import { findingText } from '../parts/finding-text.ts';
import { changeSaying } from './changed-value.ts';

/** What the spreadsheet tells beside the report's figures. */
export interface BesideSheets {
  readonly memberName: (id: string) => string;
  readonly departmentName: (id: string) => string;
  readonly commentary: readonly CommentaryLine[];
  readonly since?: SinceView | undefined;
}

/** What every sheet is written with. */
interface Writing extends BesideSheets {
  readonly report: BoardReport;
  readonly m: Messages;
  readonly f: Formats;
}

const percent = '0%';
const finePercent = '0.##%';
const text = (name: string, width = 24): SheetColumn => ({ name, kind: 'text', width });
const number = (name: string, width = 14): SheetColumn => ({ name, kind: 'number', width });
const figure = (value: number | string | undefined): string => (value === undefined ? '' : String(value));
const over = (part: number, whole: number): string => (whole === 0 ? '' : figure(part / whole));

/** The same number format for some columns of so many rows. */
const inColumns = (rows: number, format: string, ...columns: readonly number[]): Map<string, string> =>
  new Map(
    Array.from({ length: rows }, (_, row) =>
      columns.map((column) => [`${row},${column}`, format] as const),
    ).flat(),
  );

const history = (report: BoardReport, m: Messages, f: Formats): WorkbookSheet => {
  const views = new Map((report.views?.history ?? []).map((one) => [one.quarter, one]));
  const rows = report.coverageHistory.map(({ quarter, covered, internal }) => {
    const one = views.get(quarter);
    return [
      f.quarter(quarter),
      figure(covered),
      figure(internal),
      over(covered, internal),
      one === undefined ? '' : over(one.weight - one.cost, one.weight),
      figure(one?.clocked.share),
      figure(one?.assumedGreen.resting),
      figure(one?.assumedGreen.green),
      figure(one?.siloed.siloed),
    ];
  });
  return {
    name: m.board.workbook.history,
    columns: [
      text(m.report.quarter, 14),
      number(m.board.workbook.covered),
      number(m.board.workbook.internal),
      number(m.report.coverage),
      number(m.report.alignment),
      number(m.board.clocked),
      number(m.board.resting),
      number(m.board.workbook.green),
      number(m.board.siloed),
    ],
    rows,
    formats: inColumns(rows.length, percent, 3, 4, 5),
  };
};

const bound = (target: TargetValue | undefined, side: 'low' | 'high'): string =>
  target === undefined ? '' : typeof target === 'string' ? target : target[side];

const unitText = ({ kind, symbol }: Unit): string => (symbol === '' ? kind : symbol);

const outcomes = (report: BoardReport, m: Messages): WorkbookSheet => {
  const rows = report.outcomes.map(({ statement, weight, assumed, contributors, standing }) => [
    statement,
    figure(weight),
    assumed ? m.board.outcome.yes : m.board.outcome.no,
    figure(contributors),
    standing?.name ?? '',
    standing === undefined ? m.report.unheard : m.status[standing.status],
    figure(standing?.series.at(-1) ?? undefined),
    bound(standing?.target, 'low'),
    bound(standing?.target, 'high'),
    figure(standing?.series.at(-2) ?? undefined),
    standing === undefined ? '' : unitText(standing.unit),
  ]);
  const shares = report.outcomes.flatMap(({ standing }, row) =>
    standing?.unit.kind === 'share'
      ? [6, 7, 8, 9].map((column) => [`${row},${column}`, finePercent] as const)
      : [],
  );
  return {
    name: m.board.workbook.outcomes,
    columns: [
      text(m.report.outcome, 44),
      number(m.board.outcome.importance),
      text(m.report.assumed, 18),
      number(m.report.kpis),
      text(m.report.kpi, 36),
      text(m.department.status, 16),
      number(m.department.value),
      number(m.board.workbook.targetLow),
      number(m.board.workbook.targetHigh),
      number(m.board.workbook.before),
      text(m.board.workbook.unit, 12),
    ],
    rows,
    formats: new Map(shares),
  };
};

const departments = (report: BoardReport, m: Messages): WorkbookSheet => {
  const impact = new Map((report.views?.impact.departments ?? []).map((one) => [one.department, one.impact]));
  const rows = report.departments.map(({ id, name, submission, kpis, coverage, alignment, findings }) => [
    name,
    m.submission[submission],
    figure(kpis),
    figure(coverage.covered),
    figure(coverage.internal),
    figure(alignment?.share),
    figure(findings.error),
    figure(findings.warning),
    figure(findings.note),
    figure(impact.get(id)),
  ]);
  return {
    name: m.report.departments,
    columns: [
      text(m.report.department, 28),
      text(m.report.submission, 16),
      number(m.report.kpis),
      number(m.board.workbook.covered),
      number(m.board.workbook.internal),
      number(m.report.alignment),
      number(m.level.error),
      number(m.level.warning),
      number(m.level.note),
      number(m.board.impactValue),
    ],
    rows,
    formats: inColumns(rows.length, percent, 5),
  };
};

const matrix = (report: BoardReport, m: Messages): WorkbookSheet => {
  const departmentOf = new Map(report.departments.map(({ id, name }) => [id, name]));
  const statementOf = new Map(report.outcomes.map(({ id, statement }) => [id, statement]));
  return {
    name: m.board.workbook.matrix,
    columns: [
      text(m.report.department, 28),
      text(m.report.outcome, 44),
      number(m.board.workbook.helps),
      number(m.board.workbook.harms),
      number(m.report.matrixHeard),
      text(m.report.matrixGap, 10),
    ],
    rows: report.matrix.map(({ department, outcome, helps, harms, heard, gap }) => [
      departmentOf.get(department) ?? department,
      statementOf.get(outcome) ?? outcome,
      figure(helps),
      figure(harms),
      figure(heard),
      gap ? m.board.outcome.yes : '',
    ]),
  };
};

const departmentName = ({ departmentName }: BesideSheets, id: string | undefined): string =>
  id === undefined ? '' : departmentName(id);
const named = ({ memberName }: BesideSheets, id: string | undefined): string =>
  id === undefined ? '' : memberName(id);

const actions = (writing: Writing): WorkbookSheet => {
  const { report, m, f } = writing;
  const words = m.board.workbook;
  return {
    name: words.actions,
    columns: [
      text(words.action, 70),
      text(words.owner, 22),
      text(m.report.department, 28),
      text(words.decidedIn, 14),
      text(words.due, 14),
      number(words.age),
      text(words.stalled, 12),
      number(words.stillOpen),
    ],
    rows: (report.actions ?? []).map((line) => [
      line.text,
      named(writing, line.owner),
      departmentName(writing, line.department),
      f.quarter(line.decidedIn),
      f.quarter(line.dueQuarter),
      figure(line.age),
      line.stalled ? m.board.outcome.yes : '',
      figure(line.open),
    ]),
  };
};

const findingColumns = (m: Messages): SheetColumn[] => [
  text(m.findings.level, 10),
  text(m.findings.finding, 80),
  text(m.report.department, 28),
  text(m.board.workbook.owner, 22),
  text(m.findings.since, 14),
  text(m.findings.state, 14),
];

const findingRow = (writing: Writing, line: BoardReport['decisions'][number]): string[] => {
  const { m, f } = writing;
  return [
    m.level[line.level],
    findingText(line, f),
    departmentName(writing, line.department),
    named(writing, line.owner),
    f.quarter(line.since),
    m.state[line.state],
  ];
};

const decisions = (writing: Writing): WorkbookSheet => ({
  name: writing.m.board.workbook.decisions,
  columns: findingColumns(writing.m),
  rows: writing.report.decisions.map((line) => findingRow(writing, line)),
});

const waivers = (writing: Writing): WorkbookSheet => {
  const { report, m, f } = writing;
  const words = m.board.workbook;
  return {
    name: words.waivers,
    columns: [
      ...findingColumns(m),
      text(words.until, 16),
      text(m.report.reason, 44),
      text(words.askedBy, 22),
      text(words.approvedBy, 22),
      number(words.renewals),
    ],
    rows: (report.waivers?.lines ?? []).map((line) => [
      ...findingRow(writing, line),
      line.waiver === undefined ? '' : f.day(line.waiver.until),
      line.waiver?.reason ?? '',
      named(writing, line.waiver?.by),
      named(writing, line.waiver?.approvedBy),
      figure(line.waiver?.renewal),
    ]),
  };
};

const since = (writing: Writing): WorkbookSheet => {
  const { since: view, m, f } = writing;
  const words = m.board.since;
  const told = (what: string, lines: SinceView['new'] = []) =>
    lines.map((line) => [what, findingText(line, f), departmentName(writing, line.department), '', '', '']);
  return {
    name: m.board.workbook.since,
    columns: [
      text(m.board.workbook.happened, 20),
      text(m.findings.finding, 80),
      text(m.report.department, 28),
      text(m.board.workbook.by, 22),
      text(m.board.workbook.at, 22),
      text(m.report.reason, 44),
    ],
    rows: [
      ...told(words.new, view?.new),
      ...told(words.reopened, view?.reopened),
      ...told(words.resolved, view?.resolved),
      ...(view?.decided ?? []).map((one) => [
        words.kinds[one.kind],
        one.text,
        '',
        named(writing, one.by),
        f.instant(one.at),
        one.note ?? '',
      ]),
    ],
  };
};

const commentary = (writing: Writing): WorkbookSheet => {
  const { report, m, f } = writing;
  const aboutText = (line: CommentaryLine): string => {
    const { kind, id } = subjectOf(line);
    if (kind === 'report') return m.board.workbook.wholeReport;
    if (kind === 'outcome') return report.outcomes.find((one) => one.id === id)?.statement ?? id;
    return line.finding === undefined ? id : findingText(line.finding, f);
  };
  return {
    name: m.board.workbook.commentary,
    columns: [
      text(m.board.workbook.about, 44),
      text(m.board.workbook.said, 90),
      text(m.board.workbook.by, 22),
      text(m.board.workbook.at, 22),
    ],
    rows: writing.commentary.map((line) => [
      aboutText(line),
      line.text,
      named(writing, line.by),
      f.instant(line.at),
    ]),
  };
};

const changes = (writing: Writing): WorkbookSheet => {
  const { report, m, f } = writing;
  const saying = changeSaying(report, writing.departmentName, m, f);
  return {
    name: m.board.workbook.changes,
    columns: [
      text(m.report.changedWhat, 36),
      text(m.report.change, 48),
      text(m.board.workbook.by, 22),
      text(m.board.workbook.at, 22),
      text(m.report.reason, 44),
    ],
    rows: report.changes.map(({ name, field, was, is, unit, by, at, reason }) => [
      name,
      f.say(m.report.changed, {
        field: changedField(field, saying),
        was: changedValue(field, was, unit, saying),
        is: changedValue(field, is, unit, saying),
      }),
      named(writing, by),
      f.instant(at),
      reason ?? '',
    ]),
  };
};

const questions = (report: BoardReport, m: Messages, f: Formats): WorkbookSheet => ({
  name: m.board.questions,
  columns: [
    text(m.board.workbook.question, 60),
    text(m.board.workbook.answer, 14),
    text(m.board.workbook.why, 70),
  ],
  rows: (report.views?.questions ?? []).map(({ question, answer, why, data }) => [
    f.sentences.questions[question] ?? question,
    m.board.answer[answer],
    f.say(f.sentences.questionReasons[question]?.[why] ?? why, readableData(data, f)),
  ]),
});

/** The sheets of a report's workbook; one that would be empty is left out. */
export const reportSheets = (
  report: BoardReport,
  m: Messages,
  f: Formats,
  beside: BesideSheets,
): WorkbookSheet[] => {
  const writing = { ...beside, report, m, f };
  return [
    history(report, m, f),
    outcomes(report, m),
    departments(report, m),
    matrix(report, m),
    actions(writing),
    decisions(writing),
    waivers(writing),
    since(writing),
    commentary(writing),
    changes(writing),
    questions(report, m, f),
  ].filter(({ rows }) => rows.length > 0);
};

/** The report as an .xlsx file. */
export const reportWorkbook = async (...of: Parameters<typeof reportSheets>): Promise<Blob> =>
  new Blob([(await writeSheets(reportSheets(...of))) as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });

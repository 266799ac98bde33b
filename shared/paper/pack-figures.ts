// The figures of the board pack as texts: the same report and the same formats as the page, so that no digit differs.
import type { Figures } from '../domain/figures.ts';
import type { Quarter } from '../domain/quarter.ts';
import { readableData } from '../format/formats.ts';
import type { BoardReport } from '../report/board-report.ts';
import { headlineText } from '../report/headline.ts';
import type { Standing } from '../report/views/drawn.ts';
import { worstStatuses } from '../report/views/standing.ts';
import type { Pen } from './pen.ts';

/** A row of a table on paper. */
export type Row = readonly string[];

const over = (part: number, whole: number, f: Pen): string =>
  whole === 0 ? f.w.none : f.share(part / whole);

/** The report's first sentence. */
export const headlineOf = (report: BoardReport, f: Pen): string => {
  const sentence = f.sentences.headlines[report.headline.message];
  return sentence === undefined
    ? headlineText(report)
    : f.say(sentence, readableData(report.headline.data, f));
};

/** The change of a share since the quarter before, in whole points, as a list of one sentence or none. */
const changeOf = (
  { quarter, views }: BoardReport,
  now: number | undefined,
  of: (figures: Figures) => readonly [part: number, whole: number],
  f: Pen,
): readonly string[] => {
  const before = views?.history.filter((past) => past.quarter < quarter).at(-1);
  if (now === undefined || before === undefined) return [];
  const [part, whole] = of(before);
  if (whole === 0) return [];
  const points = Math.round(now * 100) - Math.round((part / whole) * 100);
  const sentence = points === 0 ? f.w.asBefore : points > 0 ? f.w.up : f.w.down;
  return [f.say(sentence, { n: Math.abs(points), quarter: f.quarter(before.quarter) })];
};

/** Counterpart coverage: its figure, its share, and what is to be known with it. */
export const coverageOf = (report: BoardReport, f: Pen) => {
  const { coverage } = report;
  const { covered, internal, concentrated, statutory } = coverage;
  const share = internal === 0 ? undefined : covered / internal;
  const change = changeOf(report, share, (past) => [past.covered, past.internal], f);
  return {
    value: internal === 0 ? f.w.noInternal : f.say(f.w.coverageOf, { ...coverage }),
    share: over(covered, internal, f),
    note: [...change, f.say(f.w.concentrated, { n: concentrated, statutory })].join(' '),
  };
};

/** Alignment with its plain counts. */
export const alignmentOf = (report: BoardReport, f: Pen) => {
  const { share, hold, fail, waived, cannotTell } = report.alignment;
  const change = changeOf(report, share, (past) => [past.weight - past.cost, past.weight], f);
  return {
    value: share === undefined ? f.w.nothingToJudge : f.share(share),
    note: [...change, f.say(f.w.counts, { hold, fail, waived, cannotTell })].join(' '),
  };
};

/** The three figures that are watched beside the first two; none in reports from before there were views. */
export const watchedOf = ({ views }: BoardReport, f: Pen): Row[] =>
  views === undefined
    ? []
    : [
        [f.w.clocked, views.clocked.share === undefined ? f.w.clockedNone : f.share(views.clocked.share)],
        [
          f.w.resting,
          f.say(f.w.partOf, { part: views.assumedGreen.resting, whole: views.assumedGreen.green }),
        ],
        [f.w.siloed, f.say(f.w.partOf, { part: views.siloed.siloed, whole: views.siloed.judged })],
      ];

/** An outcome's line: statement, reached, target, quarter before, status; its series is drawn beside it. */
export interface PaperStanding {
  readonly id: string;
  readonly cells: Row;
  /** False where nobody hears the customer: the second cell says so, the others are empty. */
  readonly heard: boolean;
}

const figureOf = (value: string | null | undefined, { unit }: Standing, f: Pen): string =>
  value === null || value === undefined ? f.w.notMeasured : f.value(value, unit);

const rankOf = ({ standing }: BoardReport['outcomes'][number]): number =>
  standing === undefined ? 0.5 : worstStatuses.indexOf(standing.status);

/** The outcomes in the order in which a board reads them: what misses, what nobody hears, then the rest. */
export const outcomesWorstFirst = (report: BoardReport): BoardReport['outcomes'] =>
  [...report.outcomes].sort((a, b) => rankOf(a) - rankOf(b) || b.weight - a.weight || (a.id < b.id ? -1 : 1));

/** Every outcome against its target, worst first. */
export const standingsOf = (report: BoardReport, f: Pen): PaperStanding[] =>
  outcomesWorstFirst(report).map(({ id, statement, assumed, standing }) => {
    const name = assumed ? `${statement} (${f.w.assumed})` : statement;
    return standing === undefined
      ? { id, heard: false, cells: [name, f.w.unheard, '', '', ''] }
      : {
          id,
          heard: true,
          cells: [
            name,
            figureOf(standing.series.at(-1), standing, f),
            standing.target === undefined ? f.w.none : f.target(standing.target, standing.unit),
            figureOf(standing.series.at(-2), standing, f),
            `${f.words.status[standing.status] ?? standing.status} · ${standing.name}`,
          ],
        };
  });

/** The seven questions with their answers and why. */
export const questionsOf = ({ views }: BoardReport, f: Pen): Row[] =>
  (views?.questions ?? []).map(({ question, answer, why, data }) => [
    f.sentences.questions[question] ?? question,
    f.words.answer[answer] ?? answer,
    f.say(f.sentences.questionReasons[question]?.[why] ?? why, readableData(data, f)),
  ]);

/** Which department moves customers most: the sentence, and every department with its impact. */
export const impactOf = (report: BoardReport, f: Pen) => {
  const names = new Map(report.departments.map(({ id, name }) => [id, name]));
  const impact = report.views?.impact;
  return {
    sentence:
      impact?.winner === undefined
        ? f.w.impactOpen
        : f.say(f.w.impactWinner, { department: names.get(impact.winner) ?? impact.winner }),
    rows: (impact?.departments ?? []).map(
      ({ department, impact: value, told, cannotTell }): Row => [
        names.get(department) ?? department,
        value === undefined ? (f.words.answer['cannot-tell'] ?? '') : f.number(value),
        f.say(f.w.partOf, { part: told, whole: told + cannotTell }),
      ],
    ),
  };
};

/** Every department: its submission, KPIs, coverage and findings by level. */
export const departmentsOf = (report: BoardReport, f: Pen): Row[] =>
  report.departments.map(({ name, submission, kpis, coverage, alignment, findings }) => [
    name,
    f.words.submission[submission] ?? submission,
    f.number(kpis),
    coverage.internal === 0 ? f.w.noInternal : f.say(f.w.coverageOf, { ...coverage }),
    alignment?.share === undefined ? f.w.nothingToJudge : f.share(alignment.share),
    `${f.number(findings.error)}, ${f.number(findings.warning)}, ${f.number(findings.note)}`,
  ]);

/** The figures of up to eight quarters, oldest first; a star marks those that were computed afterwards. */
export const historyOf = (report: BoardReport, f: Pen): Row[] => {
  const views = new Map((report.views?.history ?? []).map((one) => [one.quarter as Quarter, one]));
  return report.coverageHistory.map(({ quarter, covered, internal, before }) => {
    const one = views.get(quarter);
    return [
      before ? `${f.quarter(quarter)} *` : f.quarter(quarter),
      f.say(f.w.coverageOf, { covered, internal }),
      one === undefined ? f.w.none : over(one.weight - one.cost, one.weight, f),
      one?.clocked.share === undefined ? f.w.clockedNone : f.share(one.clocked.share),
      one === undefined
        ? f.w.none
        : f.say(f.w.partOf, { part: one.assumedGreen.resting, whole: one.assumedGreen.green }),
      one === undefined ? f.w.none : f.say(f.w.partOf, { part: one.siloed.siloed, whole: one.siloed.judged }),
    ];
  });
};

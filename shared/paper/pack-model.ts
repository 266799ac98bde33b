// The board pack before it is set: every text and every figure as it will stand on paper. Pure; page and paper take the
// same report, the same formats and the same sentences, so that a figure can't differ.
import { catalogue } from '../checks/catalogue.ts';
import type { TargetValue } from '../domain/kpi.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Unit } from '../domain/unit.ts';
import { type Formats, readableData } from '../format/formats.ts';
import type { BoardReport } from '../report/board-report.ts';
import { headlines, headlineText } from '../report/headline.ts';
import { questionReasons, questionTexts } from '../report/view-sentences.ts';
import type { Standing } from '../report/views/drawn.ts';
import { worstStatuses } from '../report/views/standing.ts';
import { answerWords, levelWords, stateWords, statusWords, submissionWords, words as w } from './words.ts';

/** How much of each list stands on the first pages; the rest is in the appendix or on the page. */
const shown = { standings: 9, actions: 4, decisions: 11, changes: 8, impacts: 14 } as const;

const sentences = new Map(catalogue.map(({ meta }) => [meta.id, meta.messages]));

type Row = readonly string[];

/** A table with its heading row. */
export interface PaperTable {
  readonly head: Row;
  readonly rows: readonly Row[];
}

const over = (part: number, whole: number, f: Formats): string =>
  whole === 0 ? w.none : f.share(part / whole);

const headlineOf = (report: BoardReport, f: Formats): string => {
  const sentence = headlines[report.headline.message];
  return sentence === undefined
    ? headlineText(report)
    : f.say(sentence, readableData(report.headline.data, f));
};

const coverageOf = ({ coverage }: BoardReport, f: Formats) => ({
  value: coverage.internal === 0 ? w.noInternal : f.say(w.coverageOf, { ...coverage }),
  share: over(coverage.covered, coverage.internal, f),
  note: f.say(w.concentrated, { n: coverage.concentrated, statutory: coverage.statutory }),
});

const alignmentOf = ({ alignment }: BoardReport, f: Formats) => ({
  value: alignment.share === undefined ? w.nothingToJudge : f.share(alignment.share),
  note: f.say(w.counts, {
    hold: alignment.hold,
    fail: alignment.fail,
    waived: alignment.waived,
    cannotTell: alignment.cannotTell,
  }),
});

const watchedOf = ({ views }: BoardReport, f: Formats): Row[] =>
  views === undefined
    ? []
    : [
        [w.clocked, views.clocked.share === undefined ? w.clockedNone : f.share(views.clocked.share)],
        [w.resting, f.say(w.partOf, { part: views.assumedGreen.resting, whole: views.assumedGreen.green })],
        [w.siloed, f.say(w.partOf, { part: views.siloed.siloed, whole: views.siloed.judged })],
      ];

/** An outcome's line; `series` is drawn beside it. */
export interface PaperStanding {
  readonly id: string;
  readonly cells: Row;
}

const figureOf = (value: string | null | undefined, { unit }: Standing, f: Formats): string =>
  value === null || value === undefined ? w.notMeasured : f.value(value, unit);

const rankOf = ({ standing }: BoardReport['outcomes'][number]): number =>
  standing === undefined ? 0.5 : worstStatuses.indexOf(standing.status);

/** The outcomes in the order in which a board reads them: what misses, what nobody hears, then the rest. */
export const outcomesWorstFirst = (report: BoardReport): BoardReport['outcomes'] =>
  [...report.outcomes].sort((a, b) => rankOf(a) - rankOf(b) || b.weight - a.weight || (a.id < b.id ? -1 : 1));

const standingsOf = (report: BoardReport, f: Formats): PaperStanding[] =>
  outcomesWorstFirst(report).map(({ id, statement, assumed, standing }) => {
    const name = assumed ? `${statement} (${w.assumed})` : statement;
    return standing === undefined
      ? { id, cells: [name, w.unheard, '', '', ''] }
      : {
          id,
          cells: [
            name,
            figureOf(standing.series.at(-1), standing, f),
            standing.target === undefined ? w.none : f.target(standing.target, standing.unit),
            figureOf(standing.series.at(-2), standing, f),
            `${statusWords[standing.status] ?? standing.status} · ${standing.name}`,
          ],
        };
  });

const decisionsOf = (report: BoardReport, f: Formats): Row[] => {
  const names = new Map(report.departments.map(({ id, name }) => [id, name]));
  return report.decisions
    .slice(0, shown.decisions)
    .map((line) => [
      levelWords[line.level],
      f.say(sentences.get(line.check)?.[line.message] ?? line.check, readableData(line.data, f)),
      names.get(line.department ?? '') ?? line.department ?? w.noDepartment,
      f.quarter(line.since),
      stateWords[line.state] ?? line.state,
    ]);
};

/** What was decided before and is not done: it comes first in every report. */
const actionsOf = (report: BoardReport, f: Formats): Row[] => {
  const names = new Map(report.departments.map(({ id, name }) => [id, name]));
  return (report.actions ?? [])
    .slice(0, shown.actions)
    .map(({ text, owner, department = '', decidedIn, dueQuarter, stalled }) => [
      text,
      owner,
      names.get(department) ?? (department || w.noDepartment),
      f.quarter(decidedIn),
      `${f.quarter(dueQuarter)}${stalled ? ` · ${w.stalled}` : ''}`,
    ]);
};

const waivedOf = ({ waivers }: BoardReport, f: Formats): string =>
  waivers === undefined || waivers.standing + waivers.asked === 0
    ? ''
    : f.say(w.waived, { n: waivers.standing, asked: waivers.asked });

const targetText = (text: string, unit: Unit, f: Formats): string => {
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'low' in value)
    ? f.target(value as TargetValue, unit)
    : text;
};

const changedText = ({ field, was, is, unit }: BoardReport['changes'][number], f: Formats): string =>
  field === 'target' && unit !== undefined
    ? `${w.target}: ${targetText(was, unit, f)} → ${targetText(is, unit, f)}`
    : `${field}: ${was} → ${is}`;

const changesOf = (report: BoardReport, f: Formats): Row[] =>
  report.changes
    .slice(0, shown.changes)
    .map((change) => [
      change.name,
      changedText(change, f),
      `${change.by}, ${f.instant(change.at)}`,
      change.reason ?? w.noReason,
    ]);

const questionsOf = ({ views }: BoardReport, f: Formats): Row[] =>
  (views?.questions ?? []).map(({ question, answer, why, data }) => [
    questionTexts[question],
    answerWords[answer] ?? answer,
    f.say(questionReasons[question]?.[why] ?? why, readableData(data, f)),
  ]);

const impactOf = (report: BoardReport, f: Formats) => {
  const names = new Map(report.departments.map(({ id, name }) => [id, name]));
  const impact = report.views?.impact;
  return {
    sentence:
      impact?.winner === undefined
        ? w.impactOpen
        : f.say(w.impactWinner, { department: names.get(impact.winner) ?? impact.winner }),
    rows: (impact?.departments ?? [])
      .slice(0, shown.impacts)
      .map(
        ({ department, impact: value, told, cannotTell }): Row => [
          names.get(department) ?? department,
          value === undefined ? (answerWords['cannot-tell'] ?? '') : f.number(value),
          f.say(w.partOf, { part: told, whole: told + cannotTell }),
        ],
      ),
  };
};

const departmentsOf = (report: BoardReport, f: Formats): Row[] =>
  report.departments.map(({ name, submission, kpis, coverage, findings }) => [
    name,
    submissionWords[submission] ?? submission,
    f.number(kpis),
    coverage.internal === 0 ? w.noInternal : f.say(w.coverageOf, { ...coverage }),
    `${f.number(findings.error)}, ${f.number(findings.warning)}, ${f.number(findings.note)}`,
  ]);

const historyOf = (report: BoardReport, f: Formats): Row[] => {
  const views = new Map((report.views?.history ?? []).map((one) => [one.quarter as Quarter, one]));
  return report.coverageHistory.map(({ quarter, covered, internal, before }) => {
    const one = views.get(quarter);
    return [
      before ? `${f.quarter(quarter)} (${w.computed})` : f.quarter(quarter),
      f.say(w.coverageOf, { covered, internal }),
      one === undefined ? w.none : over(one.weight - one.cost, one.weight, f),
      one?.clocked.share === undefined ? w.clockedNone : f.share(one.clocked.share),
      one === undefined
        ? w.none
        : f.say(w.partOf, { part: one.assumedGreen.resting, whole: one.assumedGreen.green }),
      one === undefined ? w.none : f.say(w.partOf, { part: one.siloed.siloed, whole: one.siloed.judged }),
    ];
  });
};

/** Everything that stands on the pack's pages. `digest` names the state of the figures. */
export const packModel = (report: BoardReport, f: Formats, digest: string) => {
  const quarter = f.quarter(report.quarter);
  const { organisation, completeness, matrix, views, unresolved } = report;
  const standings = standingsOf(report, f);
  const on = report.outcomes.filter(({ standing }) => standing?.status === 'on-target').length;
  const yes = (views?.questions ?? []).filter(({ answer }) => answer === 'yes').length;
  const more = (list: { readonly length: number }, most: number, text: string): string =>
    list.length > most ? f.say(text, { n: list.length - most }) : '';
  return {
    language: 'en',
    title: f.say(w.kicker, { organisation: organisation.name, quarter }),
    organisation: organisation.name,
    headline: headlineOf(report, f),
    completeness: f.say(w.completeness, {
      n: completeness.submitted,
      expected: completeness.expected,
      at: f.instant(report.asOf),
    }),
    incomplete: completeness.complete ? '' : w.incomplete,
    footer: f.say(w.footer, { quarter, rules: report.rulesVersion, digest }),
    words: w,
    coverage: coverageOf(report, f),
    alignment: alignmentOf(report, f),
    watched: watchedOf(report, f),
    standings: standings.slice(0, shown.standings),
    standingsSentence: f.say(w.standingsOn, { on, n: report.outcomes.length }),
    moreStandings: more(standings, shown.standings, w.moreOutcomes),
    actions: actionsOf(report, f),
    moreActions: more(report.actions ?? [], shown.actions, w.actionsMore),
    waived: waivedOf(report, f),
    decisions: decisionsOf(report, f),
    moreDecisions: more(
      { length: unresolved },
      Math.min(shown.decisions, report.decisions.length),
      w.decisionsMore,
    ),
    heatSentence: f.say(w.heatSentence, { n: matrix.filter(({ gap }) => gap).length }),
    changes: changesOf(report, f),
    moreChanges: more(
      { length: report.changesTotal ?? report.changes.length },
      Math.min(shown.changes, report.changes.length),
      w.changesMore,
    ),
    questions: questionsOf(report, f),
    questionsSentence: f.say(w.questionsSentence, { yes, n: views?.questions.length ?? 0 }),
    impact: impactOf(report, f),
    appendix: {
      standings: standings.map(({ cells }) => cells),
      departments: departmentsOf(report, f),
      history: historyOf(report, f),
    },
  };
};
export type PackModel = ReturnType<typeof packModel>;

// The board pack before it is set: every text and every figure as it will stand on paper. Pure; page and paper take the
// same report, the same formats and the same sentences, so that a figure can't differ.
import type { Text } from '../format/say.ts';
import type { BoardReport } from '../report/board-report.ts';
import type { Beside } from './beside.ts';
import {
  alignmentOf,
  coverageOf,
  departmentsOf,
  headlineOf,
  historyOf,
  impactOf,
  questionsOf,
  standingsOf,
  watchedOf,
} from './pack-figures.ts';
import {
  actionsOf,
  allSaid,
  changesOf,
  decisionsOf,
  saidOf,
  saidOfOutcome,
  sinceOf,
  waivedSentence,
  waiversOf,
} from './pack-lists.ts';
import type { Pen } from './pen.ts';

/** How much of each list stands on the first pages; the rest is in the appendix or on the page. */
const shown = { standings: 12, actions: 4, decisions: 10, waivers: 3, changes: 8, impacts: 10 } as const;

/** Everything that stands on the pack's pages. `digest` names the state of the figures. */
export const packModel = (report: BoardReport, f: Pen, digest: string, beside: Beside = {}) => {
  const { w } = f;
  const telling = { report, beside, f };
  const quarter = f.quarter(report.quarter);
  const { organisation, completeness, matrix, views } = report;
  const standings = standingsOf(report, f).map((one) => ({ ...one, said: saidOfOutcome(telling, one.id) }));
  const actions = actionsOf(telling);
  const decisions = decisionsOf(telling).slice(0, shown.decisions);
  const waivers = waiversOf(telling).slice(0, shown.waivers);
  const changes = changesOf(telling).slice(0, shown.changes);
  const impact = impactOf(report, f);
  const on = report.outcomes.filter(({ standing }) => standing?.status === 'on-target').length;
  const yes = (views?.questions ?? []).filter(({ answer }) => answer === 'yes').length;
  const more = (all: number, most: number, text: Text): string =>
    all > most ? f.say(text, { n: all - most }) : '';
  return {
    language: f.tag,
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
    said: saidOf(telling),
    actions: actions.slice(0, shown.actions),
    moreActions: more(actions.length, shown.actions, w.actionsMore),
    decisions,
    moreDecisions: more(
      report.unresolved - (report.waivers?.standing ?? 0),
      decisions.length,
      w.decisionsMore,
    ),
    waived: waivedSentence(telling),
    waivers,
    moreWaivers: more(report.waivers?.standing ?? 0, waivers.length, w.waiversMore),
    since: sinceOf(telling),
    standings: standings.slice(0, shown.standings),
    standingsSentence: f.say(w.standingsOn, { on, n: report.outcomes.length }),
    moreStandings: more(standings.length, shown.standings, w.moreOutcomes),
    heatSentence: f.say(w.heatSentence, { n: matrix.filter(({ gap }) => gap).length }),
    changes,
    moreChanges: more(report.changesTotal ?? report.changes.length, changes.length, w.changesMore),
    questions: questionsOf(report, f),
    questionsSentence: f.say(w.questionsSentence, { yes, n: views?.questions.length ?? 0 }),
    impact: {
      ...impact,
      rows: impact.rows.slice(0, shown.impacts),
      more: more(impact.rows.length, shown.impacts, w.impactMore),
    },
    appendix: {
      said: allSaid(telling),
      standings,
      departments: departmentsOf(report, f),
      history: historyOf(report, f),
      computed: report.coverageHistory.some(({ before }) => before) ? w.computedNote : '',
    },
  };
};

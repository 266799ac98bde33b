// The sentence that opens an outcome's report: the customer's words, and whether what they hear of it is on target.
import type { OutcomeReport } from '../../shared/report/outcome-report.ts';
import type { Words } from '../session/session.tsx';

/** The KPI that stands for the outcome: of the live customer-facing ones the worst, which the report lists first. */
export const judgedBy = ({ kpis }: Pick<OutcomeReport, 'kpis'>): OutcomeReport['kpis'][number] | undefined =>
  kpis.find(({ perspective, live }) => perspective === 'customer-facing' && live);

const standingIn = (report: OutcomeReport, { m, f }: Words): string => {
  const words = m.board.outcome.headings;
  const kpi = judgedBy(report);
  if (report.contributors === 0) return words.unserved;
  if (kpi === undefined) return f.say(words.unheard, { n: report.contributors });
  const { status, target, unit, readings } = kpi;
  const actual = readings.find(({ quarter }) => quarter === report.quarter)?.actual;
  const value = actual === undefined ? m.chart.gap : f.value(actual, unit);
  if (status === 'no-reading') return f.say(words['no-reading'], { quarter: f.quarter(report.quarter) });
  if (status === 'no-target' || target === undefined) return f.say(words['no-target'], { value });
  return f.say(words.read, {
    status: m.board.outcome.status[status],
    value,
    target: f.target(target, unit),
  });
};

/** The headline of an outcome's report. */
export const headingOf = (report: OutcomeReport, words: Words): string => {
  const { m, f } = words;
  const { findings, outcome } = report;
  return f.say(m.board.outcome.heading, {
    statement: outcome.statement,
    what: standingIn(report, words),
    findings:
      findings.length === 0
        ? m.department.headingNoFindings
        : f.say(m.department.headingFindings, { n: findings.length }),
  });
};

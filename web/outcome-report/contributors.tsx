// What contributes to an outcome: small multiples of all its KPIs over the same eight quarters, customer-facing first,
// each with its effect, its target and the part that its department plays.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import { onPage } from '../../shared/charts/look.ts';
import { Trend, type TrendPoint } from '../../shared/charts/trend.tsx';
import { spokenSeries } from '../../shared/charts/words.ts';
import { quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import type { OutcomeReport } from '../../shared/report/outcome-report.ts';
import { useNames } from '../data/names.ts';
import { drawn, drawnTarget } from '../department-report/eight-quarters.ts';
import { StatusMark } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';
import { Variation } from './variation.tsx';

type Contributor = OutcomeReport['kpis'][number];

const Multiple = ({ kpi, report }: { kpi: Contributor; report: OutcomeReport }) => {
  const { m, f } = useWords();
  const names = useNames();
  const points = quartersUpTo(report.quarter, 8).map((quarter): TrendPoint => {
    const actual = kpi.readings.find((one) => one.quarter === quarter)?.actual;
    return {
      quarter: f.quarter(quarter),
      value: drawn(actual),
      text: actual === undefined ? undefined : f.value(actual, kpi.unit),
      target: drawnTarget(kpi.target),
    };
  });
  const label = spokenSeries(
    kpi.name,
    points.map(({ quarter, text }) => ({ quarter, value: text })),
    m.board.chart,
    f.say,
  );
  const part = report.impact.find(({ department }) => department === kpi.department);
  return (
    <Paper component="li" className="panel multiple">
      <h3>
        <Link to={`/report/${report.quarter}/departments/${kpi.department}#${kpi.id}`}>{kpi.name}</Link>
      </h3>
      <p className="quiet">
        <span aria-hidden="true">{kpi.effect === '+' ? '▲ ' : '▼ '}</span>
        {m.effect[kpi.effect]} · {m.perspective[kpi.perspective]} · {names.department(kpi.department)}
      </p>
      <Trend points={points} label={label} look={onPage} width={250} height={96} />
      <p>
        <StatusMark status={kpi.status} />{' '}
        <span className="quiet">
          · {m.department.target}: {kpi.target === undefined ? m.chart.none : f.target(kpi.target, kpi.unit)}
          {part?.impact !== undefined && ` · ${m.board.impactValue}: ${f.number(part.impact)}`}
        </span>
      </p>
      <Variation name={kpi.name} points={points} unit={kpi.unit} />
    </Paper>
  );
};

/** The contributing KPIs as small multiples. */
export const Contributors = ({ report }: { report: OutcomeReport }) => {
  const { m, f } = useWords();
  const on = report.kpis.filter(({ status }) => status === 'on-target').length;
  const customerFirst = [...report.kpis].sort(
    (a, b) => Number(b.perspective === 'customer-facing') - Number(a.perspective === 'customer-facing'),
  );
  return (
    <section aria-labelledby="contributors" className="contributors">
      <h2 id="contributors">{m.board.outcome.kpis}</h2>
      <p className="chart-sentence">
        {report.kpis.length === 0
          ? m.board.outcome.kpisNone
          : f.say(m.board.outcome.kpisSentence, { on, n: report.kpis.length })}
      </p>
      <ul className="multiples">
        {customerFirst.map((kpi) => (
          <Multiple key={kpi.id} kpi={kpi} report={report} />
        ))}
      </ul>
    </section>
  );
};

// Customer outcomes against target, worst first: the statement in the customer's words, what the worst customer-facing
// KPI reached, against its target and the quarter before. An outcome that nobody hears has a line too.
import { Link } from 'react-router';
import { Bullet } from '../../shared/charts/bullet.tsx';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import { spokenSeries } from '../../shared/charts/words.ts';
import { quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { Standing } from '../../shared/report/views/drawn.ts';
import { drawn, drawnTarget } from '../department-report/eight-quarters.ts';
import { useAddressSwitch } from '../parts/address-state.ts';
import { Switch } from '../parts/chart.tsx';
import { Mark, StatusMark } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';
import { byStanding } from './by-standing.ts';

type OutcomeLine = BoardReport['outcomes'][number];

const Drawn = ({ standing, report }: { standing: Standing; report: BoardReport }) => {
  const { m, f } = useWords();
  const { series, unit, name } = standing;
  const shown = (value: string | null | undefined) =>
    value === null || value === undefined ? m.chart.gap : f.value(value, unit);
  const target = standing.target === undefined ? m.chart.none : f.target(standing.target, unit);
  const now = series.at(-1);
  const before = series.at(-2);
  const quarters = quartersUpTo(report.quarter, series.length);
  const spoken = spokenSeries(
    name,
    quarters.map((quarter, i) => ({ quarter: f.quarter(quarter), value: shown(series[i]) })),
    m.board.chart,
    f.say,
  );
  return (
    <>
      <Sparkline
        points={series.map((value) => drawn(value ?? undefined))}
        target={drawnTarget(standing.target)}
        label={spoken}
        width={70}
        height={26}
      />
      <Bullet
        value={drawn(now ?? undefined)}
        previous={drawn(before ?? undefined)}
        target={drawnTarget(standing.target)}
        label={f.say(m.chart.bullet, { name, value: shown(now), target, previous: shown(before) })}
        width={96}
        height={20}
      />
      <p className="standing-value">
        <strong>{shown(now)}</strong>
        <span className="quiet"> / {target}</span>
      </p>
    </>
  );
};

const Line = ({ outcome, report }: { outcome: OutcomeLine; report: BoardReport }) => {
  const { m, f } = useWords();
  const { standing } = outcome;
  return (
    <li className="standing">
      <div>
        <Link to={`/report/${report.quarter}/outcomes/${outcome.id}`}>{outcome.statement}</Link>
        <p className="quiet">
          {standing === undefined ? (
            <Mark tone="fault" drawing="cross">
              {outcome.contributors === 0 ? m.report.unserved : m.report.unheard}
            </Mark>
          ) : (
            <>
              <StatusMark status={standing.status} /> · {f.say(m.board.kpiOf, { kpi: standing.name })}
            </>
          )}
          {outcome.assumed && <span className="care"> · {m.report.assumed}</span>}
        </p>
      </div>
      {standing !== undefined && <Drawn standing={standing} report={report} />}
    </li>
  );
};

/** How many outcomes stand here until somebody asks for all. */
const shownFirst = 10;

/** The outcomes of a report, those that need attention first. */
export const Standings = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const [all, showAll] = useAddressSwitch('outcomes', 'all');
  const sorted = byStanding(report.outcomes);
  const on = report.outcomes.filter(({ standing }) => standing?.status === 'on-target').length;
  return (
    <section className="panel" aria-labelledby="standings">
      <header className="chart-head">
        <h2 id="standings">{m.board.standings}</h2>
        <p className="chart-sentence">
          {report.outcomes.length === 0
            ? m.board.standingsNone
            : f.say(m.board.standingsOn, { on, n: report.outcomes.length })}
        </p>
      </header>
      <ul className="standings">
        {(all ? sorted : sorted.slice(0, shownFirst)).map((outcome) => (
          <Line key={outcome.id} outcome={outcome} report={report} />
        ))}
      </ul>
      {!all && sorted.length > shownFirst && (
        <Switch on={all} onPress={showAll}>
          {f.say(m.board.moreStandings, { n: sorted.length - shownFirst })}
        </Switch>
      )}
    </section>
  );
};

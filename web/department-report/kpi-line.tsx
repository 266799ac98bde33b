// One KPI of a report: never a number alone, but with its target, the quarter before, eight quarters, its source,
// and what it is tied to.
import { Bullet } from '../../shared/charts/bullet.tsx';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import type { Outcome } from '../../shared/domain/outcome.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { gain } from '../board-report/direction.ts';
import { StatusMark } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';
import { drawn, drawnTarget, eightQuarters, type KpiLineData, nowAndBefore } from './eight-quarters.ts';
import { FigureSource } from './figure-source.tsx';
import { Counterparts, Outcomes } from './kpi-links.tsx';

const Trend = ({ kpi, quarter }: { kpi: KpiLineData; quarter: Quarter }) => {
  const { m, f } = useWords();
  const eight = eightQuarters(kpi.readings, quarter);
  const points = eight.map(({ quarter: one, reading }) =>
    f.say(m.chart.point, {
      quarter: f.quarter(one),
      value: reading?.actual === undefined ? m.chart.gap : f.value(reading.actual, kpi.unit),
    }),
  );
  return (
    <Sparkline
      points={eight.map(({ reading }) => drawn(reading?.actual))}
      target={drawnTarget(kpi.target)}
      label={f.say(m.chart.trend, { name: kpi.name, n: eight.length, points: `${points.join('; ')}.` })}
    />
  );
};

const Value = ({ kpi, quarter }: { kpi: KpiLineData; quarter: Quarter }) => {
  const { m, f } = useWords();
  const { now, before } = nowAndBefore(kpi.readings, quarter);
  const previous = before?.actual;
  const { better, worse, same, change } = m.department;
  const move =
    previous === undefined || now?.actual === undefined
      ? undefined
      : gain({ series: [previous, now.actual], direction: kpi.direction, target: kpi.target });
  const isSame = previous !== undefined && Number(previous) === Number(now?.actual);
  const compared =
    move === undefined ? change : isSame ? same : move > 0 ? better : move < 0 ? worse : change;
  return (
    <>
      <span className="kpi-value">
        {now?.actual === undefined ? m.status['no-reading'] : f.value(now.actual, kpi.unit)}
        {now?.source !== undefined && <FigureSource name={kpi.name} quarter={quarter} source={now.source} />}
      </span>
      {now?.notMeasured !== undefined && (
        <span>{f.say(m.department.notMeasured, { why: now.notMeasured })}</span>
      )}
      <span className="quiet">
        {previous === undefined
          ? m.department.noPrevious
          : f.say(compared, {
              value: f.value(previous, kpi.unit),
              quarter: f.quarter(before?.quarter ?? quarter),
            })}
      </span>
    </>
  );
};

/** A KPI of a department's report. */
export const KpiLine = (props: { kpi: KpiLineData; quarter: Quarter; outcomes: readonly Outcome[] }) => {
  const { kpi, quarter, outcomes } = props;
  const { m, f } = useWords();
  const { now, before } = nowAndBefore(kpi.readings, quarter);
  const target = kpi.target === undefined ? m.chart.none : f.target(kpi.target, kpi.unit);
  const shown = (value: string | undefined) => (value === undefined ? m.chart.gap : f.value(value, kpi.unit));
  return (
    <section className="kpi-line" id={kpi.id} aria-labelledby={`${kpi.id}-name`}>
      <div className="kpi-name">
        <h3 id={`${kpi.id}-name`}>{kpi.name}</h3>
        <p className="quiet">
          {m.perspective[kpi.perspective]} ·{' '}
          {m.direction[kpi.direction as keyof typeof m.direction] ?? kpi.direction}
        </p>
      </div>
      <dl className="kpi-facts">
        <div className="fact-value">
          <dt>{m.department.value}</dt>
          <dd>
            <Value kpi={kpi} quarter={quarter} />
          </dd>
        </div>
        <div>
          <dt>{m.department.status}</dt>
          <dd>
            <StatusMark status={kpi.status} />
          </dd>
        </div>
        <div>
          <dt>
            {m.department.target}: {target}
          </dt>
          <dd>
            <Bullet
              value={drawn(now?.actual)}
              previous={drawn(before?.actual)}
              target={drawnTarget(kpi.target)}
              label={f.say(m.chart.bullet, {
                name: kpi.name,
                value: shown(now?.actual),
                target,
                previous: shown(before?.actual),
              })}
            />
          </dd>
        </div>
        <div>
          <dt>{m.department.trend}</dt>
          <dd>
            <Trend kpi={kpi} quarter={quarter} />
          </dd>
        </div>
        <div className="fact-links">
          <dt>{m.department.outcomes}</dt>
          <dd>
            <Outcomes kpi={kpi} outcomes={outcomes} />
          </dd>
        </div>
        <div className="fact-links">
          <dt>{m.department.counterparts}</dt>
          <dd>
            <Counterparts kpi={kpi} />
          </dd>
        </div>
      </dl>
    </section>
  );
};

// What we do inside above what the customer feels of it: each internal KPI paired with its counterpart over the same
// eight quarters, so that a line that rises while the other falls is seen. A counterpart of another department stands in
// that department's report, which is read for it.
import { Paper } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { onPage } from '../../shared/charts/look.ts';
import { Pair } from '../../shared/charts/pair.tsx';
import type { TrendPoint } from '../../shared/charts/trend.tsx';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { DepartmentReport } from '../../shared/report/board-report.ts';
import { useCall, useWords } from '../session/session.tsx';
import { drawn, drawnTarget, eightQuarters, type KpiLineData } from './eight-quarters.ts';

interface PairOf {
  readonly inside: KpiLineData;
  readonly outside: KpiLineData;
}

/** The internal KPIs of a report with each of their counterparts that counts, as far as the KPIs are known. */
export const pairsOf = (
  { kpis }: Pick<DepartmentReport, 'kpis'>,
  known: readonly KpiLineData[] = kpis,
): PairOf[] =>
  kpis.flatMap((inside) =>
    inside.perspective !== 'internal-efficiency'
      ? []
      : inside.counterparts.flatMap(({ id, fault }) => {
          const outside = fault === undefined ? known.find((kpi) => kpi.id === id) : undefined;
          return outside === undefined ? [] : [{ inside, outside }];
        }),
  );

/** The counterparts of a report's internal KPIs that count and belong to other departments. */
export const elsewhere = ({ kpis }: Pick<DepartmentReport, 'kpis'>): string[] => [
  ...new Set(
    kpis
      .filter(({ perspective }) => perspective === 'internal-efficiency')
      .flatMap(({ counterparts }) => counterparts)
      .filter(({ id, fault }) => fault === undefined && !kpis.some((kpi) => kpi.id === id))
      .map(({ id }) => id),
  ),
];

/** How many counterparts and departments are looked up for one page. */
const mostLookedUp = { kpis: 12, departments: 6 } as const;

const useOthers = (report: DepartmentReport): readonly KpiLineData[] => {
  const call = useCall();
  const { quarter } = report;
  const definitions = useQueries({
    queries: elsewhere(report)
      .slice(0, mostLookedUp.kpis)
      .map((id) => ({
        queryKey: ['getKpi', { params: { id } }],
        queryFn: ({ signal }: { signal: AbortSignal }) => call('getKpi', { params: { id }, signal }),
      })),
  });
  const departments = [...new Set(definitions.flatMap(({ data }) => data?.department ?? []))];
  const reports = useQueries({
    queries: departments.slice(0, mostLookedUp.departments).map((id) => ({
      queryKey: ['getDepartmentReport', { params: { id, quarter } }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call('getDepartmentReport', { params: { id, quarter }, signal }),
    })),
  });
  return reports.flatMap(({ data }) => data?.kpis ?? []);
};

const usePoints = (kpi: KpiLineData, quarter: Quarter): TrendPoint[] => {
  const { f } = useWords();
  return eightQuarters(kpi.readings, quarter).map(({ quarter: one, reading }) => ({
    quarter: f.quarter(one),
    value: drawn(reading?.actual),
    text: reading?.actual === undefined ? undefined : f.value(reading.actual, kpi.unit),
    target: drawnTarget(kpi.target),
  }));
};

const One = ({ pair: { inside, outside }, quarter }: { pair: PairOf; quarter: Quarter }) => {
  const { m, f } = useWords();
  const [within, felt] = [usePoints(inside, quarter), usePoints(outside, quarter)];
  const ends = (points: readonly TrendPoint[]) => {
    const told = points.flatMap(({ text }) => (text === undefined ? [] : [text]));
    return [told[0] ?? m.board.chart.gap, told.at(-1) ?? m.board.chart.gap] as const;
  };
  const [first, last] = ends(within);
  const [outsideFirst, outsideLast] = ends(felt);
  return (
    <li>
      <Pair
        inside={{ name: inside.name, points: within }}
        outside={{ name: outside.name, points: felt }}
        label={f.say(m.board.chart.pair, {
          inside: inside.name,
          outside: outside.name,
          n: within.length,
          first,
          last,
          outsideFirst,
          outsideLast,
        })}
        look={onPage}
        width={340}
      />
    </li>
  );
};

/** The pairs of a department; nothing where it has none. */
export const Pairs = ({ report }: { report: DepartmentReport }) => {
  const { m } = useWords();
  const others = useOthers(report);
  const pairs = pairsOf(report, [...report.kpis, ...others]);
  if (pairs.length === 0) return null;
  return (
    <Paper component="section" className="panel" aria-labelledby="pairs">
      <h2 id="pairs">{m.board.department.pairs}</h2>
      <p className="quiet">{m.board.department.pairsWhat}</p>
      <ul className="pairs">
        {pairs.map((pair) => (
          <One key={`${pair.inside.id}|${pair.outside.id}`} pair={pair} quarter={report.quarter} />
        ))}
      </ul>
    </Paper>
  );
};

// The drawings of the board pack: the page's charts in the colours of paper, as SVG texts with what each says in words.
import { createElement } from 'react';
import type { Flow } from '../charts/alignment-layout.ts';
import { AlignmentMap } from '../charts/alignment-map.tsx';
import { Bullet } from '../charts/bullet.tsx';
import { HeatMap } from '../charts/heat-map.tsx';
import { onPaper as look } from '../charts/look.ts';
import { markupOf } from '../charts/markup.ts';
import type { ChartTarget } from '../charts/scale.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { Trend, type TrendPoint } from '../charts/trend.tsx';
import { spokenSeries } from '../charts/words.ts';
import type { TargetValue } from '../domain/kpi.ts';
import { quartersUpTo } from '../domain/quarter-steps.ts';
import type { BoardReport } from '../report/board-report.ts';
import type { Standing } from '../report/views/drawn.ts';
import { flowsOf } from '../report/views/flows.ts';
import { outcomesWorstFirst } from './pack-figures.ts';
import type { Pen } from './pen.ts';

/** A drawing: its SVG and what it says. */
export interface PaperDrawing {
  readonly svg: string;
  readonly alt: string;
}

/** Pixels of the width of the paper between its margins. */
const paperWidth = 1010;
/** How many links are told apart on paper, where nothing can be enlarged. */
const ribbonsOnPaper = 26;

const numeric = (value: string | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value);
const targetOf = (target: TargetValue | undefined): ChartTarget | undefined =>
  target === undefined
    ? undefined
    : typeof target === 'string'
      ? Number(target)
      : { low: Number(target.low), high: Number(target.high) };

const line = (name: string, points: readonly TrendPoint[], f: Pen): PaperDrawing => {
  const alt = spokenSeries(
    name,
    points.map(({ quarter, text }) => ({ quarter, value: text })),
    f.words.chart,
    f.say,
  );
  return {
    alt,
    svg: markupOf(
      createElement(Trend, { points, domain: [0, 1], label: alt, look, width: 300, height: 110 }),
    ),
  };
};

const shares = (
  list: readonly {
    readonly quarter: BoardReport['quarter'];
    readonly before: boolean;
    readonly part: number;
    readonly whole: number;
  }[],
  f: Pen,
): TrendPoint[] =>
  list.map(({ quarter, before, part, whole }) => {
    const value = whole === 0 ? undefined : part / whole;
    return {
      quarter: f.quarter(quarter),
      value,
      text: value === undefined ? undefined : f.share(value),
      computed: before,
    };
  });

const heat = (report: BoardReport, f: Pen): PaperDrawing => {
  const gapsIn = ({ coverage }: BoardReport['departments'][number]): number =>
    coverage.internal - coverage.covered;
  const departments = [...report.departments].sort((a, b) => gapsIn(b) - gapsIn(a));
  const rows = outcomesWorstFirst(report);
  const alt = f.say(f.words.chart.heatMap, {
    departments: departments.length,
    outcomes: rows.length,
    gaps: report.matrix.filter(({ gap }) => gap).length,
    empty: departments.length * rows.length - report.matrix.length,
  });
  const drawing = createElement(HeatMap, {
    rows: rows.map(({ id, statement }) => ({ id, name: statement })),
    columns: departments.map(({ id, name }) => ({ id, name })),
    cells: report.matrix.map(({ department, outcome, helps, harms, heard, gap }) => ({
      row: outcome,
      column: department,
      helps,
      harms,
      heard: heard > 0,
      gap,
      name: '',
    })),
    label: alt,
    gap: f.w.gap,
    look,
    width: paperWidth,
  });
  return { alt, svg: markupOf(drawing) };
};

const map = (
  report: BoardReport,
  f: Pen,
): PaperDrawing & { readonly shown: number; readonly faulty: number } => {
  const ribbons = (report.map?.ribbons ?? []).slice(0, ribbonsOnPaper);
  const told = { matrix: report.matrix, map: { ribbons, lost: report.map?.lost ?? [] } };
  const flows = flowsOf(told).map(
    (flow): Flow => ({
      department: flow.department,
      kpi: flow.ribbon && { id: flow.ribbon.kpi, name: flow.ribbon.name },
      outcome: flow.outcome,
      count: flow.count,
      faulty: flow.faulty,
      name: flow.ribbon?.name ?? '',
    }),
  );
  const faulty = ribbons.filter(({ fault, outcome }) => fault !== undefined || outcome === undefined).length;
  const alt = f.say(f.words.chart.alignmentMap, {
    kpis: new Set(ribbons.map(({ kpi }) => kpi)).size,
    departments: report.departments.length,
    outcomes: report.outcomes.length,
    faulty,
    lost: flows.filter(({ outcome }) => outcome === undefined).length,
  });
  const drawing = createElement(AlignmentMap, {
    departments: report.departments.map(({ id, name }) => ({ id, name })),
    outcomes: report.outcomes.map(({ id, statement }) => ({ id, name: statement })),
    flows,
    label: alt,
    noOutcome: f.words.chart.noOutcome,
    others: (n: number) => f.say(f.words.chart.otherLinks, { n }),
    look,
    width: paperWidth,
  });
  return { alt, svg: markupOf(drawing), shown: ribbons.length, faulty };
};

const standing = (
  one: Standing,
  report: BoardReport,
  f: Pen,
): { line: PaperDrawing; bullet: PaperDrawing } => {
  const { name, unit, series } = one;
  const shown = (value: string | null | undefined) =>
    value === null || value === undefined ? f.w.notMeasured : f.value(value, unit);
  const quarters = quartersUpTo(report.quarter, series.length);
  const spoken = spokenSeries(
    name,
    quarters.map((quarter, i) => ({ quarter: f.quarter(quarter), value: shown(series[i]) })),
    f.words.chart,
    f.say,
  );
  const said = f.say(f.words.chart.bullet, {
    name,
    value: shown(series.at(-1)),
    target: one.target === undefined ? f.w.none : f.target(one.target, unit),
    previous: shown(series.at(-2)),
  });
  const target = targetOf(one.target);
  return {
    line: {
      alt: spoken,
      svg: markupOf(
        createElement(Sparkline, {
          points: series.map((value) => numeric(value)),
          target,
          label: spoken,
          width: 100,
          height: 28,
        }),
      ),
    },
    bullet: {
      alt: said,
      svg: markupOf(
        createElement(Bullet, {
          value: numeric(series.at(-1)),
          previous: numeric(series.at(-2)),
          target,
          label: said,
          width: 130,
          height: 22,
        }),
      ),
    },
  };
};

/** All drawings of a pack. */
export const packDrawings = (report: BoardReport, f: Pen) => ({
  coverage: line(
    f.w.coverage,
    shares(
      report.coverageHistory.map(({ quarter, before, covered, internal }) => ({
        quarter,
        before,
        part: covered,
        whole: internal,
      })),
      f,
    ),
    f,
  ),
  alignment: line(
    f.w.alignment,
    shares(
      (report.views?.history ?? []).map(({ quarter, before, weight, cost }) => ({
        quarter,
        before,
        part: weight - cost,
        whole: weight,
      })),
      f,
    ),
    f,
  ),
  heat: heat(report, f),
  map: map(report, f),
  standings: new Map(
    report.outcomes.flatMap((outcome) =>
      outcome.standing === undefined ? [] : [[outcome.id, standing(outcome.standing, report, f)] as const],
    ),
  ),
});

// A KPI's last eight quarters as the charts want them: gaps stay gaps, numbers are only for drawing.

import type { ChartTarget } from '../../shared/charts/scale.ts';
import type { TargetValue } from '../../shared/domain/kpi.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters, quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import type { DepartmentReport } from '../../shared/report/board-report.ts';

export type KpiLineData = DepartmentReport['kpis'][number];
export type KpiReading = KpiLineData['readings'][number];

/** The readings of the eight quarters up to one, oldest first; undefined where there is none. */
export const eightQuarters = (
  readings: readonly KpiReading[],
  last: Quarter,
): { readonly quarter: Quarter; readonly reading: KpiReading | undefined }[] =>
  quartersUpTo(last, 8).map((quarter) => ({
    quarter,
    reading: readings.find((one) => one.quarter === quarter),
  }));

/** The reading of a quarter and of the one before. */
export const nowAndBefore = (readings: readonly KpiReading[], quarter: Quarter) => ({
  now: readings.find((one) => one.quarter === quarter),
  before: readings.find((one) => one.quarter === addQuarters(quarter, -1)),
});

/** A decimal string as a number to draw; undefined where there is none. */
export const drawn = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : Number(value);

/** A target as the charts draw it. */
export const drawnTarget = (target: TargetValue | undefined): ChartTarget | undefined =>
  target === undefined
    ? undefined
    : typeof target === 'string'
      ? Number(target)
      : { low: Number(target.low), high: Number(target.high) };

// Builds a department's report: its submission and scores, its findings, and each KPI with its figures. Pure, from the
// same facts as the board's.
import { heldKpis } from '../domain/contribution.ts';
import { counterpartFault } from '../domain/counterpart.ts';
import { targetIn } from '../domain/kpi-in-quarter.ts';
import { statusIn } from '../domain/status.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import type { DepartmentReport } from './board-report.ts';
import { actionLines } from './decision-lines.ts';
import { departmentStanding } from './department-standing.ts';
import { quartersRead } from './quarters-read.ts';
import type { Groundwork, ReportInput } from './report-input.ts';
import { partOf } from './views/impact.ts';

type KpiLine = DepartmentReport['kpis'][number];

const readingsOf = (
  { readings }: NonNullable<MapNode<'kpi'>['data']>,
  { context }: ReportInput,
): KpiLine['readings'] =>
  quartersRead(readings, context.quarter).map((quarter) => {
    const { actual, notMeasured, source } = readings[quarter] ?? {};
    return {
      quarter,
      ...(actual === undefined ? {} : { actual }),
      ...(notMeasured === undefined ? {} : { notMeasured }),
      ...(source === undefined ? {} : { source }),
    };
  });

const counterpartsOf = (kpi: MapNode<'kpi'>, { context }: ReportInput): KpiLine['counterparts'] =>
  kpi.links.counterparts.map((counterpart) => {
    const fault = counterpartFault(kpi, counterpart, context);
    return {
      id: counterpart.id,
      ...(counterpart.data === undefined ? {} : { name: counterpart.data.name }),
      ...(fault === undefined ? {} : { fault }),
    };
  });

const kpiLines = (kpi: MapNode<'kpi'>, input: ReportInput): KpiLine[] => {
  const { data } = kpi;
  if (data === undefined) return [];
  const { quarter } = input.context;
  const target = targetIn(data, quarter)?.value;
  return [
    {
      id: kpi.id,
      name: data.name,
      perspective: data.perspective,
      unit: data.unit,
      direction: data.direction,
      ...(data.owner === undefined ? {} : { owner: data.owner }),
      status: statusIn(data, quarter, input.organisation.policy),
      ...(target === undefined ? {} : { target }),
      readings: readingsOf(data, input),
      outcomes: data.contributions.map(({ outcome, effect }) => ({ id: outcome, effect })),
      counterparts: counterpartsOf(kpi, input),
    },
  ];
};

/** The report of an active department. */
export const departmentReport = (
  department: MapNode<'department'>,
  input: ReportInput,
  groundwork: Groundwork,
): DepartmentReport => {
  const { map, context, asOf } = input;
  const { id, data } = department;
  const lines = groundwork.lines.filter((line) => line.department === id);
  return {
    schema: 1,
    department: {
      id,
      name: data?.name ?? id,
      ...(data?.charter === undefined ? {} : { charter: data.charter }),
    },
    quarter: context.quarter,
    asOf,
    ...departmentStanding(department, input, groundwork),
    actions: actionLines(map, context.quarter, lines).filter((action) => action.department === id),
    findings: lines,
    parts: groundwork.impacts.filter((one) => one.department === id).map(partOf),
    kpis: heldKpis(department, context.quarter).flatMap((kpi) => kpiLines(kpi, input)),
  };
};

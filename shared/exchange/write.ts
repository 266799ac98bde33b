// From an organisation to tables, in the one format that reads back to the same.
import { defaultPolicy } from '../domain/policy.ts';
import type { Dataset } from './dataset.ts';
import { cellOf } from './form.ts';
import { type Table, tables } from './tables.ts';

/** A table's header and rows, as text. */
export interface WrittenTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Record_ = Readonly<Record<string, unknown>>;

const at = (record: Record_, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, step) => (value !== null && typeof value === 'object' ? (value as Record_)[step] : undefined),
      record,
    );

const withId = ({ id, fields }: { id: string; fields: object }): Record_ => ({ id, ...fields });

const policyRows = ({ policy }: Dataset): Record_[] => [
  ...Object.entries(policy).flatMap(([setting, value]) =>
    setting === 'checks' ||
    JSON.stringify(value) === JSON.stringify(defaultPolicy[setting as keyof typeof defaultPolicy])
      ? []
      : [{ setting, value: cellOf(value) }],
  ),
  ...Object.entries(policy.checks).map(([check, on]) => ({ setting: `checks.${check}`, value: cellOf(on) })),
];

const recordsOf: Readonly<Record<string, (dataset: Dataset) => readonly Record_[]>> = {
  organisation: ({ organisation, asOf }) => (organisation === undefined ? [] : [{ ...organisation, asOf }]),
  policy: policyRows,
  members: ({ members }) => members.map(withId),
  departments: ({ departments }) => departments.map(withId),
  journeys: ({ journeys }) => journeys.map(withId),
  events: ({ journeys }) =>
    journeys.flatMap(({ id, fields }) => fields.events.map((event) => ({ journey: id, ...event }))),
  touchpoints: ({ journeys }) =>
    journeys.flatMap(({ id, fields }) =>
      fields.touchpoints.map((touchpoint) => ({ journey: id, ...touchpoint })),
    ),
  segments: ({ journeys }) =>
    journeys.flatMap(({ id, fields }) =>
      fields.segments.map((segment) => ({ journey: id, ...segment, unit: segment.unit.symbol })),
    ),
  capabilities: ({ capabilities }) => capabilities.map(withId),
  outcomes: ({ outcomes }) => outcomes.map(withId),
  objectives: ({ objectives }) => objectives.map(withId),
  kpis: ({ kpis }) =>
    kpis.map(({ id, fields }) => ({
      ...withId({ id, fields }),
      ...(fields.clock === 'on-no-journey' ? { clock: undefined, onNoJourney: true } : {}),
    })),
  counterparts: ({ kpis }) =>
    kpis.flatMap(({ id, fields }) =>
      fields.counterparts.map(({ kpi, lag }) => ({ kpi: id, counterpart: kpi, lag })),
    ),
  contributions: ({ kpis }) =>
    kpis.flatMap(({ id, fields }) =>
      fields.contributions.map((contribution) => ({ kpi: id, ...contribution })),
    ),
  targets: ({ targets }) =>
    targets.map(({ value, ...target }) => ({
      ...target,
      ...(typeof value === 'string' ? { value } : value),
    })),
  readings: ({ submissions }) =>
    submissions.flatMap(({ quarter, readings }) => readings.map((reading) => ({ ...reading, quarter }))),
  reasons: ({ submissions }) =>
    submissions.flatMap(({ quarter, readings }) =>
      readings.flatMap(({ kpi, reasons }) => (reasons ?? []).map((reason) => ({ kpi, quarter, ...reason }))),
    ),
};

const writeTable = (table: Table, dataset: Dataset): WrittenTable => ({
  name: table.name,
  header: table.columns.map(({ name }) => name),
  rows: (recordsOf[table.name]?.(dataset) ?? []).map((record) =>
    table.columns.map(({ path }) => cellOf(at(record, path))),
  ),
});

/** The tables of an organisation, in the format's order; a table without rows has its header alone. */
export const writeDataset = (dataset: Dataset): WrittenTable[] =>
  tables.map((table) => writeTable(table, dataset));

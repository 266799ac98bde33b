// From an organisation to tables, in the one format that reads back to the same.
import type { Dataset } from './dataset.ts';
import { cellOf, type Value } from './form.ts';
import { policyRows } from './read-policy.ts';
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

const recordsOf: Readonly<Record<string, (dataset: Dataset) => readonly Record_[]>> = {
  organisation: ({ organisation, asOf }) => (organisation === undefined ? [] : [{ ...organisation, asOf }]),
  policy: ({ policy }) => policyRows(policy),
  members: ({ members }) => members.map(withId),
  deputies: ({ members }) =>
    members.flatMap(({ id, fields }) => fields.deputyOf.map((deputy) => ({ member: id, ...deputy }))),
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

/** The values of a table's rows by the path of their columns, as its forms read them; what is empty is left out. */
export const valuesIn = (table: Table, dataset: Dataset): Map<string, Value>[] =>
  (recordsOf[table.name]?.(dataset) ?? []).map(
    (record) =>
      new Map(
        table.columns.flatMap(({ path }): [string, Value][] => {
          const value = at(record, path);
          return cellOf(value) === '' ? [] : [[path, value as Value]];
        }),
      ),
  );

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

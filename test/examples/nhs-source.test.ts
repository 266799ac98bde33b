// The published figures of the example stay the published figures: the file is unchanged, and every reading is the
// figure of the cell that it names.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nhs } from '../../examples/nhs/organisation.ts';
import { compareDecimal } from '../../shared/domain/exact.ts';

const licenceNotice = 'Contains public sector information licensed under the Open Government Licence v3.0.';
/** The column of the source for each measure, which is the end of a KPI's id. */
const columnOf: Readonly<Record<string, string>> = {
  'bed-occupancy': 'internal_ga_bed_occupancy_rate',
  'cancelled-operations': 'context_last_minute_cancelled_ops',
  'four-hour': 'customer_ae_type1_within_4h_rate',
  'twelve-hour': 'customer_ae_waits_over_12h_decision_to_admit',
  'twenty-eight-day': 'customer_cancelled_ops_not_treated_within_28d_rate',
};
const bytes = readFileSync('examples/nhs/trusts_quarterly.csv');
const lines = bytes.toString('utf8').trimEnd().split('\r\n');
const header = (lines[0] ?? '').split(',');
const cellAt = (row: number, column: string): string | undefined =>
  (lines[row - 1] ?? '').split(',')[header.indexOf(column)];

describe('the source file', () => {
  test('is the published one, byte for byte', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '423b05ffe63ea1d23e8205fc1e655fe68812540a339705ade0e693a21c22d2d8',
    );
  });

  test('quotes nothing, so that a line split at commas is its cells', () => {
    expect(bytes.includes('"')).toBe(false);
    expect(lines.every((line) => line.split(',').length === header.length)).toBe(true);
  });

  test('comes with its licence notice, in the README and in every KPI', () => {
    expect(readFileSync('examples/nhs/README.md', 'utf8')).toContain(licenceNotice);
    for (const { id, fields } of nhs.kpis) expect(fields.definition, id).toContain(licenceNotice);
  });
});

describe('the readings', () => {
  const readings = nhs.submissions.flatMap(({ department, quarter, readings: all }) =>
    all.map((reading) => ({ ...reading, department, quarter })),
  );

  test('are one for each trust, quarter and measure', () => {
    expect(readings).toHaveLength(6 * 21 * 5);
    expect(new Set(readings.map(({ kpi, quarter }) => `${kpi} ${quarter}`)).size).toBe(readings.length);
  });

  test('each equal the cell that they name, of their own trust and quarter', () => {
    for (const { kpi, department, quarter, source, actual, notMeasured } of readings) {
      if (source === undefined) continue;
      const column = columnOf[kpi.replace(`${department}-`, '')];
      expect(column).toBeDefined();
      expect(source).toMatchObject({ file: 'trusts_quarterly.csv', column });
      expect(cellAt(source.row, 'org_code')?.toLowerCase()).toBe(department);
      expect(cellAt(source.row, 'period')).toMatch(
        new RegExp(`^${quarter.slice(0, 4)}-\\d\\d-${quarter.slice(5)}$`),
      );
      const cell = cellAt(source.row, source.column) ?? '';
      if (actual === undefined) expect([cell, notMeasured]).toEqual(['', 'not published']);
      else expect(compareDecimal(actual, cell), `${kpi} ${quarter}`).toBe(0);
    }
  });

  test('together use every figure of the five columns once, from January 2020 on', () => {
    const used = readings.flatMap(({ source }) => (source ? [`${source.row} ${source.column}`] : []));
    const published = lines.flatMap((line, i) =>
      i > 0 && line >= '2019-20-Q4' ? Object.values(columnOf).map((column) => `${i + 1} ${column}`) : [],
    );
    expect(used.toSorted()).toEqual(published.toSorted());
  });

  test('all name their cell', () => {
    expect(readings.filter(({ source }) => source === undefined)).toEqual([]);
  });
});

describe('the trusts', () => {
  test('bear the names of the source', () => {
    for (const {
      id,
      fields: { name },
    } of nhs.departments) {
      const line = lines.find((one) => one.includes(`,${id.toUpperCase()},`)) ?? '';
      expect(line.split(',')[2]).toBe(name.toUpperCase());
    }
    expect(nhs.departments).toHaveLength(new Set(lines.slice(1).map((line) => line.split(',')[1])).size);
  });

  test('aim at nine tenths of the cancelled operations of 2018-19', () => {
    for (const { id } of nhs.departments) {
      const year = lines
        .map((line) => line.split(','))
        .filter((cells) => cells[0]?.startsWith('2018-19-') && cells[1] === id.toUpperCase())
        .map((cells) => Number(cells[header.indexOf('context_last_minute_cancelled_ops')]));
      expect(year).toHaveLength(4);
      const mean = year.reduce((sum, count) => sum + count, 0) / 4;
      const target = nhs.targets.find(({ kpi }) => kpi === `${id}-cancelled-operations`);
      expect(target?.value).toBe(String(Math.round(mean * 0.9)));
    }
  });
});

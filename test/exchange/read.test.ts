// Files as a door: what fits becomes an organisation, what does not is told with file, row, column, found, expected.
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../shared/exchange/read.ts';
import type { Grid } from '../../shared/exchange/rows.ts';
import { strategyOfDataset } from '../../shared/exchange/strategy.ts';
import { tableNamed } from '../../shared/exchange/tables.ts';
import { writeDataset } from '../../shared/exchange/write.ts';
import { grid, sample } from './samples.ts';

const read = (grids: readonly Grid[], locale: 'en' | 'de' = 'en') => readDataset(grids, locale);
const faults = (...instead: readonly Grid[]) => read(sample(...instead)).errors;

describe('reading', () => {
  it('brings rows together into entities', () => {
    const { dataset, errors } = read(sample());
    expect(errors).toEqual([]);
    expect(dataset?.organisation).toMatchObject({ id: 'acme', fiscalStart: 1 });
    expect(dataset?.kpis[0]?.fields).toMatchObject({
      unit: { kind: 'duration', symbol: 'h' },
      clock: { journey: 'buying', from: 'order-placed', to: 'dispatched' },
      counterparts: [{ kpi: 'promise', lag: 1 }],
      contributions: [{ outcome: 'on-time', effect: '+', rationale: 'What leaves late comes late' }],
    });
    expect(dataset?.outcomes[0]?.fields).toMatchObject({
      tolerance: { value: '3', unit: { symbol: 'day' } },
      weight: 2,
    });
    expect(dataset?.submissions).toMatchObject([
      { department: 'service', readings: [{ kpi: 'promise', notMeasured: 'Scanner broken' }] },
      {
        department: 'warehouse',
        readings: [{ actual: '26.5', source: { file: 'figures.csv', row: 27, column: 'hours' } }],
      },
    ]);
  });

  it('writes what it has read, and reads that back to the same', () => {
    const { dataset } = read(sample());
    if (dataset === undefined) throw new Error('the sample does not read');
    const again = read(
      writeDataset(dataset).map(({ name, header, rows }) => ({
        file: `${name}.csv`,
        table: tableNamed(name) as NonNullable<ReturnType<typeof tableNamed>>,
        header,
        rows,
      })),
    );
    expect(again).toEqual({ dataset, errors: [] });
  });

  it('gives checks the facts that they need', () => {
    const { dataset } = read(sample());
    const strategy = dataset && strategyOfDataset(dataset, '2026-Q2', 1);
    expect(strategy?.kpis.map(({ id, readings }) => [id, Object.keys(readings)])).toEqual([
      ['dispatch', ['2026-Q2']],
      ['promise', ['2026-Q2']],
    ]);
    expect(strategy?.departments.map(({ counted }) => counted)).toEqual([['2026-Q2'], ['2026-Q2']]);
  });

  it('understands a decimal comma and a German date where the locale says so', () => {
    const targets = (value: string): Grid => ({
      ...grid('targets', 'kpi,from,value'),
      rows: [['dispatch', '2025-Q1', value]],
    });
    const german = sample(
      targets('26,5'),
      grid('segments', 'journey,from,to,duration,unit'),
      grid('readings', 'kpi,quarter,actual'),
    );
    expect(read(german, 'de').dataset?.targets).toMatchObject([{ value: '26.5' }]);
    expect(read(german, 'en').errors).toEqual([
      {
        file: 'targets.csv',
        row: 2,
        column: 'value',
        found: '26,5',
        expected: 'a number with a decimal point; for one written as here give --locale de',
      },
    ]);
  });
});

describe('faults', () => {
  it.each([
    [
      'an unknown column',
      grid('counterparts', 'kpi,counterpart,delay', 'dispatch,promise,1'),
      { row: 1, column: 'delay', found: 'delay' },
    ],
    [
      'a missing column',
      grid('counterparts', 'kpi,lag', 'dispatch,1'),
      { row: 1, column: 'counterpart', found: 'nothing' },
    ],
    [
      'an empty required cell',
      grid('counterparts', 'kpi,counterpart', 'dispatch,'),
      { row: 2, column: 'counterpart', found: 'nothing' },
    ],
    [
      'text in a number',
      grid('targets', 'kpi,from,value', 'dispatch,2025-Q1,many'),
      { row: 2, column: 'value', found: 'many' },
    ],
    [
      'a range for a KPI that has none',
      grid('targets', 'kpi,from,low,high', 'dispatch,2025-Q1,1,2'),
      { row: 2, column: 'value', expected: 'one number, as its KPI is better lower' },
    ],
    [
      'a negative duration',
      grid('readings', 'kpi,quarter,actual', 'dispatch,2026-Q2,-3'),
      { row: 2, column: 'actual', found: '-3', expected: 'a duration of 0 or more' },
    ],
    [
      'a share over 1',
      grid('readings', 'kpi,quarter,actual', 'promise,2026-Q2,91'),
      { row: 2, column: 'actual', found: '91' },
    ],
    [
      'an actual and a reason not to have one',
      grid('readings', 'kpi,quarter,actual,not_measured', 'promise,2026-Q2,0.9,broken'),
      { row: 2, column: 'actual' },
    ],
    [
      'a KPI twice in a quarter',
      grid('readings', 'kpi,quarter,actual', 'promise,2026-Q2,0.9', 'promise,2026-Q2,0.8'),
      { row: 3, column: 'kpi', found: 'promise 2026-Q2' },
    ],
    [
      'an unknown department',
      grid('objectives', 'id,department,title', 'quick,wharehouse,Quick'),
      {
        row: 2,
        column: 'department',
        found: 'wharehouse',
        expected: 'the id of a department (did you mean warehouse?)',
      },
    ],
    [
      'a reading of nobody’s KPI',
      grid('readings', 'kpi,quarter,actual', 'promize,2026-Q2,0.9'),
      { row: 2, column: 'kpi', found: 'promize', expected: 'the id of a KPI (did you mean promise?)' },
    ],
    [
      'a wrong quarter',
      grid('readings', 'kpi,quarter,actual', 'promise,Q2 2026,0.9'),
      { row: 2, column: 'quarter', found: 'Q2 2026' },
    ],
    [
      'a date that can be read in two ways',
      grid(
        'outcomes',
        'id,statement,validation_method,validation_sample_size,validation_date,validation_source',
        'on-time,It comes.,interviews,40,3/4/2026,Panel',
      ),
      { row: 2, column: 'validation_date', found: '3/4/2026' },
    ],
  ])('tells %s with its place', (_what, instead, expected) => {
    expect(faults(instead)).toMatchObject([{ file: `${instead.table.name}.csv`, ...expected }]);
  });

  it('tells all of them at once, at most a thousand', () => {
    const many = grid(
      'readings',
      'kpi,quarter,actual',
      ...Array.from({ length: 1500 }, (_, i) => `none-${i},2026-Q2,x`),
    );
    expect(faults(many)).toHaveLength(1000);
  });

  it('accepts a counterpart that does not exist yet', () => {
    expect(faults(grid('counterparts', 'kpi,counterpart', 'dispatch,to-come'))).toEqual([]);
  });
});

// The way back of what was refused: a file of those rows alone, and, repaired, in their places again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileTable, gridsOf } from '../../shared/exchange/grids.ts';
import { readDataset } from '../../shared/exchange/read.ts';
import { repairTables, withRepairs } from '../../shared/exchange/repair.ts';
import { errorColumn, type Grid } from '../../shared/exchange/rows.ts';
import { readWorkbook, writeWorkbook } from '../../shared/exchange/workbook.ts';
import { grid, sample } from './samples.ts';

const tablesOf = (...instead: readonly Grid[]): FileTable[] =>
  sample(...instead).map(({ file, table, header, rows }) => ({ file, name: table.name, header, rows }));
const read = (tables: readonly FileTable[]) => readDataset(gridsOf(tables).grids, 'en');

const wrong = tablesOf(
  grid('targets', 'kpi,from,value', 'dispatch,2025-Q1,many', 'promise,2025-Q1,0.95', 'promise,Q2,0.9'),
  grid('segments', 'journey,form,to,duration,unit', 'buying,order-placed,dispatched,2,day'),
);
const { errors } = read(wrong);
const repairs = repairTables(wrong, errors);

describe('a repair file', () => {
  it('holds the refused rows alone, each with what was wrong', () => {
    expect(repairs.map(({ name }) => name).sort()).toEqual(['segments', 'targets']);
    expect(repairs.find(({ name }) => name === 'targets')).toMatchObject({
      header: ['kpi', 'from', 'value', errorColumn],
      rows: [
        [
          'dispatch',
          '2025-Q1',
          'many',
          'value: found many, expected a number such as 12.5, without thousands marks',
        ],
        ['promise', 'Q2', '0.9', 'from: found Q2, expected a quarter such as 2026-Q3'],
      ],
    });
    expect(repairs.find(({ name }) => name === 'segments')?.rows[0]?.at(-1)).toMatch(
      /^form: found form, expected from \(did you mean that\?\)/,
    );
  });

  it('reads again as a workbook, its column of errors passed over', async () => {
    const back = await readWorkbook(await writeWorkbook(repairs));
    expect(back.map(({ name, header, rows }) => ({ name, header, rows }))).toEqual(
      repairs.map(({ name, header, rows }) => ({ name, header, rows })),
    );
    const tables = back.map((table) => ({ ...table, file: 'repair.xlsx' }));
    const again = repairTables(tables, read(tables).errors);
    for (const { header } of again) expect(header.filter((name) => name === errorColumn)).toHaveLength(1);
  });

  it('repaired, takes the places of the rows that were refused', () => {
    const right = (text: string) =>
      text.replace('many', '24').replace(/^Q2$/, '2026-Q2').replace('form', 'from');
    const repaired = repairs.map((table) => ({
      ...table,
      header: table.header.map(right),
      rows: table.rows.map((cells) => cells.map(right)),
    }));
    const whole = withRepairs(wrong, errors, repaired);
    expect(whole.find(({ name }) => name === 'targets')?.rows.map(([kpi, from]) => [kpi, from])).toEqual([
      ['dispatch', '2025-Q1'],
      ['promise', '2025-Q1'],
      ['promise', '2026-Q2'],
    ]);
    expect(read(whole).errors).toEqual([]);
  });

  it('keeps every row, whichever are refused', () => {
    const rows = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.nat({ max: 3 }), (refused, before) => {
        const firstRow = 2 + before;
        const table = {
          file: 'a',
          name: 'kpis',
          header: ['id'],
          rows: refused.map((_, i) => [`k${i}`]),
          firstRow,
        };
        const faults = refused.flatMap((bad, i) =>
          bad ? [{ file: 'a', row: i + firstRow, column: 'id', found: 'x', expected: 'y' }] : [],
        );
        const file = repairTables([table], faults);
        expect(file.flatMap((one) => one.rows)).toHaveLength(faults.length);
        const [merged] = withRepairs([table], faults, file);
        expect(merged?.rows.map(([id]) => id)).toEqual(table.rows.map(([id]) => id));
      }),
    );
  });
});

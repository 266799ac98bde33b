// CSV as a door: what spreadsheet programs write is read, what they could run is made harmless, and taken back.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLimits, readCsvTable, writeCsvTable } from '../../shared/exchange/csv.ts';
import { gridsOf } from '../../shared/exchange/grids.ts';
import { readDataset } from '../../shared/exchange/read.ts';
import { UnusableFile } from '../../shared/exchange/unusable-file.ts';
import { writeDataset } from '../../shared/exchange/write.ts';
import { anyDataset } from './random-dataset.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, limits = csvLimits) =>
  readCsvTable(typeof content === 'string' ? bytes(content) : content, 'kpis', 'kpis.csv', limits);
const refusal = (content: string | Uint8Array, limits = csvLimits): string => {
  try {
    read(content, limits);
  } catch (error) {
    if (error instanceof UnusableFile) return error.message;
    throw error;
  }
  return 'read';
};

describe('CSV', () => {
  it('reads back to the organisation that was written', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const tables = writeDataset(dataset).map((table) => {
          const file = `${table.name}.csv`;
          return { ...readCsvTable(bytes(writeCsvTable(table)), table.name, file), file };
        });
        const { grids, errors } = gridsOf(tables);
        expect(errors).toEqual([]);
        expect(readDataset(grids, 'en')).toEqual({ dataset, errors: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('T21 gives every text back, and begins none as a formula does', () => {
    const start = fc.constantFrom(
      '',
      '=',
      '+',
      '-',
      '@',
      "'",
      "'=",
      "''",
      '\t',
      '\r',
      '\n',
      '＝',
      '"',
      ',',
      ';',
    );
    const text = fc.tuple(start, fc.string({ maxLength: 8 })).map((parts) => `${parts.join('')}.`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const written = writeCsvTable({ header: cells.map((_, i) => `c${i}`), rows: [cells] });
        expect(read(written).rows).toEqual([cells]);
        for (const cell of Papa.parse<string[]>(written.trimEnd()).data[1] ?? [])
          expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves numbers and lone signs as they are', () => {
    expect(writeCsvTable({ header: ['a', 'b', 'c', 'd'], rows: [['-5', '+1.5', '+', '-1-1']] })).toBe(
      `a,b,c,d\n-5,+1.5,+,"'-1-1"\n`,
    );
  });

  it.each([
    ['commas', 'id,name\na,"x, y"\n'],
    ['semicolons, CRLF and a byte order mark', '\uFEFFid;name\r\na;x, y\r\n'],
    ['tabs', 'id\tname\na\tx, y'],
    ['empty lines at the end', 'id,name\na,"x, y"\n\n,\n'],
    ['empty columns at the end', 'id,name,,\na,"x, y",,\n'],
  ])('reads %s', (_what, text) => {
    expect(read(text)).toEqual({ name: 'kpis', header: ['id', 'name'], rows: [['a', 'x, y']], firstRow: 2 });
  });

  it('reads UTF-16, as some programs write it', () => {
    const text = '\uFEFFid\tname\na\tÜ';
    const utf16 = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    expect(read(utf16).rows).toEqual([['a', 'Ü']]);
  });

  it('keeps the numbers of rows where empty ones stand before the header', () => {
    expect(read('\n,,\nid,name\n\na,b\n')).toMatchObject({ firstRow: 4, rows: [[''], ['a', 'b']] });
  });

  it.each([
    ['nothing', '', 'kpis.csv: found an empty file, expected a header'],
    ['Latin-1', new Uint8Array([0x69, 0x64, 0x0a, 0xfc]), 'found text that is not UTF-8 (Latin-1?)'],
    ['a quote without its pair', 'id,name\na,"b\n', 'found "a quote without its pair"'],
    ['bytes', 'PK\u0003\u0004\u0000', 'found bytes that are no text'],
  ])('is told what it found: %s', (_what, content, expected) => {
    expect(refusal(content)).toContain(expected);
  });

  it('T21 stops at its limits', () => {
    const limits = { bytes: 100, rows: 2, cell: 5 };
    expect(refusal('x'.repeat(101), limits)).toContain('expected at most');
    expect(refusal('id\na\nb\n', limits)).toBe('read');
    expect(refusal('id\na\nb\nc\n', limits)).toContain('found more than 2 rows, expected at most 2');
    expect(refusal('id\nabcdef\n', limits)).toBe(
      'kpis.csv, row 2, column id: found "6 characters", expected at most 5',
    );
  });
});

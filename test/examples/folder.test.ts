// A folder becomes an example: every figure with its place in a file, drafts and later quarters apart, and every fault
// said where it stands.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readExample, withSources } from '../../examples/folder.ts';
import { readKeptFindings } from '../../examples/kept-findings.ts';
import { phasesOf } from '../../examples/phases.ts';

const root = mkdtempSync(join(tmpdir(), 'example-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const whole = {
  'organisation.csv':
    'id,name,time_zone,currency,fiscal_start,as_of\nacme,Acme,Europe/Berlin,EUR,1,2026-10-19T05:30:00Z\n',
  'members.csv':
    'id,name,email,roles,heads\nanna,Anna,anna@example.org,analyst,\nhans,Hans,hans@example.org,department-head,care\n',
  'departments.csv': 'id,name,function\ncare,Care,customer-service\n',
  'kpis.csv':
    'id,department,name,unit_kind,direction,perspective,owner\ncalls,care,Calls per agent,count,higher,internal-efficiency,hans\n',
  'readings.csv': 'kpi,quarter,actual\ncalls,2026-Q1,40\n\ncalls,2026-Q2,41\n',
  'draft/readings.csv': 'quarter,kpi,actual,not_measured\n2026-Q3,calls,,on strike\n',
  'later/readings.csv':
    'kpi,quarter,actual,source_file,source_row,source_column\ncalls,2026-Q4,43,all.csv,7,calls\n',
  'other.csv': 'not,ours\n1,2\n',
} as const;

let made = 0;
const folderOf = (files: Readonly<Record<string, string | undefined>>): URL => {
  const folder = join(root, String(made++));
  for (const [name, text] of Object.entries({ ...whole, ...files })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return pathToFileURL(`${folder}/`);
};

describe('an example in a folder', () => {
  const example = readExample(folderOf({}));

  test('has its analyst apart, who is made with the organisation', () => {
    expect(example.analyst.id).toBe('anna');
    expect(example.members.map(({ id }) => id)).toEqual(['hans']);
    expect(example.organisation).toEqual({
      id: 'acme',
      fields: { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR', fiscalStart: 1 },
    });
  });

  test('follows each figure to file, row and column: its own, or where it stands', () => {
    const sources = example.submissions.map(({ quarter, readings }) => [quarter, readings[0]?.source]);
    expect(sources).toEqual([
      ['2026-Q1', { file: 'readings.csv', row: 2, column: 'actual' }],
      ['2026-Q2', { file: 'readings.csv', row: 4, column: 'actual' }],
      ['2026-Q3', { file: 'draft/readings.csv', row: 2, column: 'not_measured' }],
      ['2026-Q4', { file: 'all.csv', row: 7, column: 'calls' }],
    ]);
  });

  test('keeps drafts and later quarters apart from what has been handed in', () => {
    const quarters = Object.entries(phasesOf(example)).map(([phase, all]) => [
      phase,
      all.map(({ quarter }: { quarter: string }) => quarter),
    ]);
    expect(Object.fromEntries(quarters)).toEqual({
      history: ['2026-Q1', '2026-Q2'],
      submitted: [],
      drafts: ['2026-Q3'],
      later: ['2026-Q4'],
    });
  });

  test('knows who stands in for whom', () => {
    const deputised = readExample(
      folderOf({ 'deputies.csv': 'member,department,until\nhans,care,2026-12-31\n' }),
    );
    expect(deputised.members[0]?.fields.deputyOf).toEqual([{ department: 'care', until: '2026-12-31' }]);
    expect(example.members[0]?.fields.deputyOf).toEqual([]);
  });
});

describe('a folder that is no example', () => {
  test('is refused with every fault of its tables, the draft’s too', () => {
    const faulty = (name: string, text: string) => () => readExample(folderOf({ [name]: text }));
    expect(faulty('kpis.csv', 'id,department\ncalls,sales\n')).toThrow(/kpis\.csv.*unit_kind/s);
    expect(faulty('draft/readings.csv', 'kpi,quarter,actual\nmails,2026-Q3,4\n')).toThrow(
      /draft\/readings\.csv, row 2, column kpi/,
    );
  });

  test('is refused without an instant to start at, or without an analyst', () => {
    const timeless = 'id,name,time_zone,currency,fiscal_start\nacme,Acme,Europe/Berlin,EUR,1\n';
    expect(() => readExample(folderOf({ 'organisation.csv': timeless }))).toThrow(
      'found no organisation with as_of, expected one row of both',
    );
    const heads = 'id,name,email,roles,heads\nhans,Hans,hans@example.org,department-head,care\n';
    expect(() => readExample(folderOf({ 'members.csv': heads }))).toThrow(
      'found no analyst among the members, expected one',
    );
  });
});

test('a row that names no file of its own gets its place, an empty row none', () => {
  const table = {
    file: 'readings.csv',
    name: 'readings',
    header: ['kpi', 'quarter', 'actual', 'source_file'],
    rows: [
      ['calls', '2026-Q1', '40', ''],
      ['', '', '', ''],
    ],
    firstRow: 5,
  };
  expect(withSources(table)).toMatchObject({
    header: ['kpi', 'quarter', 'actual', 'source_file', 'source_row', 'source_column'],
    rows: [
      ['calls', '2026-Q1', '40', 'readings.csv', '5', 'actual'],
      ['', '', '', '', '', ''],
    ],
  });
});

test('a kept list is read with ids of pairs and reasons apart, and refused with a level that there is none of', () => {
  const file = join(root, 'kept.csv');
  const header = 'check,subject,level,reasons,why\n';
  writeFileSync(
    file,
    `${header}watermelon,a+b,error,,Seeded.\nmissing-counterpart,c,error,retired;no-owner,Seeded.\n`,
  );
  expect(readKeptFindings(pathToFileURL(file))).toEqual([
    { check: 'watermelon', subject: { ids: ['a', 'b'] }, level: 'error', reasons: [], why: 'Seeded.' },
    {
      check: 'missing-counterpart',
      subject: { ids: ['c'] },
      level: 'error',
      reasons: ['retired', 'no-owner'],
      why: 'Seeded.',
    },
  ]);
  writeFileSync(file, `${header}watermelon,a+b,bad,,Seeded.\n`);
  expect(() => readKeptFindings(pathToFileURL(file))).toThrow('error');
});

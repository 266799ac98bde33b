// A company's own list of KPIs: its columns are understood from their titles, its cells as people write them, and what
// comes of it is a plan of the import without a fault.
import { describe, expect, it } from 'vitest';
import { checkIds } from '../../shared/checks/check-ids.ts';
import { figureOf, unitOf } from '../../shared/exchange/own-cells.ts';
import { fromHeader, ownMeanings, quarterIn } from '../../shared/exchange/own-columns.ts';
import { type KnownThings, type OwnChoices, readOwnSheets } from '../../shared/exchange/own-sheet.ts';
import { planImport } from '../../shared/exchange/plan.ts';
import { smallPresent } from './small-present.ts';

const nobody: KnownThings = {
  departments: [],
  outcomes: [],
  kpis: [],
  members: [],
  own: [],
  reporting: '2026-Q3',
  lastClosed: '2026-Q2',
};
const undecided: OwnChoices = { perspectives: {}, directions: {}, functions: {}, counterparts: {} };
const read = ({ name }: { readonly name: string }) => ({
  perspective: /delivery|complaint/i.test(name) ? ('customer-facing' as const) : ('cannot-tell' as const),
  reasons: ['its words'],
});

const rowsOf = (lines: readonly string[], known: KnownThings = nobody, choices: OwnChoices = undecided) => {
  const [header = '', ...rows] = lines;
  const source = { name: 'KPIs', header: header.split('|'), rows: rows.map((row) => row.split('|')) };
  const columns = ownMeanings(source.header, known.reporting);
  const result = readOwnSheets([{ source, columns }], known, choices, read, 'en');
  const table = (name: string) => {
    const found = result.tables.find((one) => one.name === name);
    return (found?.rows ?? []).map((row) =>
      Object.fromEntries(row.flatMap((cell, i) => (cell === '' ? [] : [[found?.header[i], cell]]))),
    );
  };
  return { result, table };
};

describe('the title of a column', () => {
  it.each([
    ['Dept', 'department'],
    ['Business unit', 'department'],
    ['KPI', 'name'],
    ['Metric name', 'name'],
    ['KPI owner', 'owner'],
    ['Unit', 'unit'],
    ['Better is', 'direction'],
    ['Target', 'target'],
    ['Target Q3', 'target 2026-Q3'],
    ['Target Q4', 'target 2026-Q4'],
    ['Actual Q4', 'actual 2025-Q4'],
    ['Q2/26', 'actual 2026-Q2'],
    ['2026-Q1 result', 'actual 2026-Q1'],
    ['Actual', 'actual'],
    ['Customer promise', 'outcome'],
    ['Customer KPI', 'counterpart'],
    ['Period', 'quarter'],
    ['Comments', 'note'],
    ['Machine no.', undefined],
  ])('“%s” means %s', (title, meaning) => {
    expect(ownMeanings([title], '2026-Q3')).toEqual([meaning]);
  });

  it('is looked for below what stands above it, and a meaning is given once', () => {
    const rows = [[], ['KPI', 'Department', 'Actual', 'Actual result'], ['Revenue', 'Sales', '1', '2']];
    const found = fromHeader({ name: 'x', header: ['Our KPIs'], rows, firstRow: 2 }, '2026-Q3');
    expect(found).toEqual({ name: 'x', header: rows[1], rows: [rows[2]], firstRow: 4 });
    expect(ownMeanings(found?.header ?? [], '2026-Q3')).toEqual(['name', 'department', 'actual', undefined]);
    expect(fromHeader({ name: 'x', header: ['a', 'b'], rows: [['1', '2']] }, '2026-Q3')).toBeUndefined();
  });

  it.each([
    ['3rd quarter 2025', '2025-Q3'],
    ['Q4', '2025-Q4'],
    ['Quarterly', undefined],
    ['FAQ3', undefined],
  ])('“%s” names the quarter %s', (text, quarter) => {
    expect(quarterIn(text, '2026-Q3')).toBe(quarter);
  });
});

describe('a cell', () => {
  it.each([
    ['93%', { number: '93', percent: true }],
    ['€ 1,250.50', { number: '1250.5', percent: false }],
    ['-3', { number: '-3', percent: false }],
    ['n/a', { why: 'n/a' }],
    ['–', undefined],
    ['', undefined],
    ['about 40', { unread: 'about 40' }],
  ])('“%s” is read as a figure or as the lack of one', (cell, figure) => {
    expect(figureOf(cell, 'en')).toEqual(figure);
  });

  it('is read in the locale of the file', () => {
    expect(figureOf('1.250,5', 'de')).toEqual({ number: '1250.5', percent: false });
    expect(figureOf('1.250,5', 'en')).toEqual({ unread: '1.250,5' });
  });

  it.each([
    ['%', 'share', ''],
    ['days', 'duration', 'day'],
    ['€', 'money', 'EUR'],
    ['#', 'count', ''],
    ['per 1,000', 'rate', 'per 1,000'],
    ['kEUR', 'other', 'kEUR'],
  ])('“%s” is a unit of kind %s', (cell, kind, symbol) => {
    expect(unitOf(cell)).toEqual({ kind, symbol });
  });
});

describe('an own list', () => {
  const list = [
    'Dept|KPI|Owner|Unit|Target Q3|Actual Q3|Promise|Machine',
    'Workshop|Lead time|T. Lind|days|14|16|It comes on time|M1',
    '|Scrap rate|Ann Bo|%|6|7.1||',
    'Delivery|On-time delivery||%|97|91|It comes on time|',
    '|Cost against budget||%|100|103||',
  ];

  it('becomes departments, outcomes, KPIs, links, targets and readings', () => {
    const { result, table } = rowsOf(list);
    expect(table('departments').map(({ id }) => id)).toEqual(['workshop', 'delivery']);
    expect(table('outcomes')).toMatchObject([
      { statement: 'It comes on time', owning_department: 'delivery' },
    ]);
    expect(table('kpis')).toMatchObject([
      { id: 'lead-time', department: 'workshop', unit_kind: 'duration', direction: 'lower' },
      { id: 'scrap-rate', department: 'workshop', unit_kind: 'share' },
      { perspective: 'customer-facing', perspective_confirmed: 'no' },
      { department: 'delivery', unit_kind: 'other', unit: '%' },
    ]);
    expect(table('readings').map(({ actual }) => actual)).toEqual(['16', '0.071', '0.91', '103']);
    expect(table('targets').map(({ value }) => value)).toEqual(['14', '0.06', '0.97', '100']);
    expect(result.kpis.map(({ perspectiveFrom }) => perspectiveFrom)).toEqual([
      'unsure',
      'unsure',
      'suggested',
      'unsure',
    ]);
    expect(result.kpis[0]?.proposals).toEqual(['on-time-delivery']);
    expect(result.strangers).toEqual(['T. Lind', 'Ann Bo']);
  });

  it('is planned without a fault, each department’s open quarter included', () => {
    const quarterBefore = list.map((row) => row.replaceAll('Q3', 'Q2'));
    const { result } = rowsOf(quarterBefore, { ...nobody, reporting: '2026-Q2', lastClosed: '2026-Q1' });
    const present = smallPresent();
    const importer = {
      member: 'ana',
      roles: ['analyst' as const],
      isOwn: () => false,
      at: '2026-07-20T09:00:00Z',
      checks: checkIds,
    };
    const files = result.tables.map((table) => ({ ...table, file: table.name }));
    const { errors, plan } = planImport(present, files, 'en', importer);
    expect(errors).toEqual([]);
    expect(plan?.items.filter(({ kind }) => kind === 'submission').length).toBeGreaterThan(0);
  });

  it('keeps what a person chose over what was suggested, and counts it as confirmed', () => {
    const { table } = rowsOf(list, nobody, {
      ...undecided,
      perspectives: { 'scrap-rate': 'financial' },
      counterparts: { 'lead-time': 'on-time-delivery' },
      owner: 'ana',
    });
    expect(table('kpis')[1]).toMatchObject({
      perspective: 'financial',
      perspective_confirmed: 'yes',
      owner: 'ana',
    });
    expect(table('counterparts')).toEqual([{ kpi: 'lead-time', counterpart: 'on-time-delivery', lag: '0' }]);
  });

  it('leaves the open quarter of a department to its head, and says so', () => {
    const members = [{ id: 'lin', name: 'Tara Lind', heads: ['workshop'], status: 'active' as const }];
    const departments = [{ id: 'workshop', name: 'Workshop' }];
    const { result, table } = rowsOf(list, { ...nobody, members, departments });
    expect(result.waiting).toEqual([{ department: 'Workshop', quarter: '2026-Q3' }]);
    expect(table('readings').map(({ kpi }) => kpi)).toEqual(['on-time-delivery', 'cost-against-budget']);
    expect(table('kpis')[0]).toMatchObject({ owner: 'lin' });
    expect(result.strangers).toEqual(['Ann Bo']);
  });

  it('with a row a quarter sets each figure in its own', () => {
    const { table } = rowsOf([
      'Team|Metric|Period|Goal|Result',
      'Line 1|Packed|Q1/26|10|9',
      'Line 1|Packed|Q2/26|11|8',
    ]);
    expect(table('kpis')).toHaveLength(1);
    expect(table('readings').map(({ quarter, actual }) => [quarter, actual])).toEqual([
      ['2026-Q1', '9'],
      ['2026-Q2', '8'],
    ]);
    expect(table('targets').map(({ from, value }) => [from, value])).toEqual([
      ['2026-Q1', '10'],
      ['2026-Q2', '11'],
    ]);
  });
});

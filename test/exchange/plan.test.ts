// What a file would change: nothing where it says what is there; else exactly what it says, or every reason why not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIds } from '../../shared/checks/check-ids.ts';
import type { Kpi } from '../../shared/domain/kpi.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import type { FileTable } from '../../shared/exchange/grids.ts';
import { type PlanResult, planImport } from '../../shared/exchange/plan.ts';
import type { Importer } from '../../shared/exchange/plan-context.ts';
import { datasetOf, type Present } from '../../shared/exchange/plan-present.ts';
import { writeDataset } from '../../shared/exchange/write.ts';
import { at, presentOf } from './random-present.ts';
import { fileTable, handedIn, smallPresent } from './small-present.ts';

const analyst: Importer = {
  member: 'ana',
  roles: ['analyst'],
  isOwn: () => false,
  at,
  checks: checkIds,
};
const headOf = (...departments: string[]): Importer => ({
  ...analyst,
  member: 'm1',
  roles: ['department-head'],
  isOwn: (department) => departments.includes(department),
});
const written = (present: Present): FileTable[] =>
  writeDataset(datasetOf(present)).map((table) => ({ ...table, file: `${table.name}.csv` }));
const plan = (present: Present, tables: readonly FileTable[], importer: Importer = analyst): PlanResult =>
  planImport(present, tables, 'en', importer);

describe('the round trip', () => {
  it('changes nothing, whoever makes it, whatever the organisation holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom(analyst, headOf()), (seed, importer) => {
        const present = presentOf(seed);
        const { plan: made, errors } = plan(present, written(present), importer);
        expect(errors).toEqual([]);
        expect(made?.items).toEqual([]);
        expect(made?.unchanged).toBe(
          [...present.versions.keys()].length +
            [...present.quarters.values()].filter(({ counting }) => (counting?.readings.length ?? 0) > 0)
              .length,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('a head', () => {
  it('never changes what is not of the own departments, whatever the file holds', () => {
    let allowed = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.array(fc.tuple(fc.nat(20), fc.nat(9)), { minLength: 1, maxLength: 3 }),
        (seed, picks) => {
          const present = presentOf(seed);
          const other = written(presentOf(seed + 1));
          const tables = picks.flatMap(([table, row]) => {
            const chosen = other[table % other.length];
            const cells = chosen?.rows[row];
            return chosen === undefined || cells === undefined ? [] : [{ ...chosen, rows: [cells] }];
          });
          const once = [...new Map(tables.map((table) => [table.name, table])).values()];
          for (const { kind, entity } of plan(present, once, headOf('d1')).plan?.changes ?? []) {
            allowed++;
            expect(['objective', 'kpi', 'submission']).toContain(kind);
            expect(entity).toMatchObject({ department: 'd1' });
            const before = present.definitions.kpis.find(({ id }) => kind === 'kpi' && id === entity.id);
            expect(before?.department ?? 'd1').toBe('d1');
          }
        },
      ),
      { numRuns: 400, seed: 7 },
    );
    expect(allowed).toBeGreaterThan(5);
  });
});

/** What an import of these tables would do to the small organisation, in few words. */
const outcome = (tables: readonly FileTable[], importer = analyst, present = smallPresent()) => {
  const { plan: made, errors } = plan(present, tables, importer);
  return {
    items: made?.items.map(({ change, kind, id, fields }) => [
      `${change} ${kind} ${id}`,
      ...fields.map(({ field, from = '', to = '' }) => `${field}: ${from} -> ${to}`),
    ]),
    entities: made?.changes.map(({ entity }) => entity),
    unchanged: made?.unchanged,
    errors: errors.map(
      ({ file, row, column, found, expected }) => `${file} ${row} ${column}: ${found}, ${expected}`,
    ),
  };
};

describe('what the file does not mention', () => {
  it('stays as it is: columns, parts, and what no column can say', () => {
    const kpis = fileTable(
      'kpis',
      'id,department,name,unit_kind,unit,direction,perspective',
      'dispatch,warehouse,Order to dispatch (mean),duration,h,lower,internal-efficiency',
    );
    const { items, entities } = outcome([kpis]);
    expect(items).toEqual([['changed kpi dispatch', 'name: Order to dispatch -> Order to dispatch (mean)']]);
    const before = smallPresent().definitions.kpis[0];
    expect(entities).toEqual([{ ...before, name: 'Order to dispatch (mean)' }]);
  });

  it('stays as it is: other readings of the quarter, the note and the reasons of those that are named', () => {
    const present = smallPresent({
      quarters: new Map([
        handedIn('service', '2026-Q2', [{ kpi: 'promise', actual: '0.9' }]),
        handedIn('warehouse', '2026-Q2', [
          {
            kpi: 'dispatch',
            actual: '26.5',
            note: 'Strike in May',
            reasons: [{ theme: 'strike', count: 3 }],
          },
        ]),
      ]),
    });
    const { items, entities, unchanged } = outcome(
      [fileTable('readings', 'kpi,quarter,actual', 'dispatch,2026-Q2,25', 'promise,2026-Q2,0.9')],
      headOf('warehouse'),
      present,
    );
    expect(items).toEqual([['changed submission warehouse/2026-Q2', 'dispatch: 26.5 -> 25']]);
    expect(unchanged).toBe(1);
    expect(entities).toMatchObject([
      {
        version: 2,
        state: 'submitted',
        history: false,
        submittedBy: 'm1',
        readings: [
          { kpi: 'dispatch', actual: '25', note: 'Strike in May', reasons: [{ theme: 'strike', count: 3 }] },
        ],
      },
    ]);
  });

  it('of a part table: the parts of those that it does not name', () => {
    const { items } = outcome([fileTable('counterparts', 'kpi,counterpart', 'promise,dispatch')]);
    expect(items).toEqual([['changed kpi promise', 'counterparts:  -> [{"kpi":"dispatch","lag":0}]']]);
  });

  it('of a policy: its other settings', () => {
    const { entities } = outcome([fileTable('policy', 'setting,value', 'dueDays,20')]);
    expect(entities).toMatchObject([{ policy: { dueDays: 20, nearPercent: 7 }, name: 'Acme' }]);
  });
});

describe('what the file mentions', () => {
  it('replaces all parts of whatever a part table names', () => {
    const { entities } = outcome([
      fileTable(
        'events',
        'journey,id,name,seen_by',
        'buying,ordered,Ordered,customer',
        'buying,works,Works,customer',
      ),
    ]);
    expect(entities).toMatchObject([
      { events: [{ id: 'ordered' }, { id: 'works' }], touchpoints: [{ id: 'door' }] },
    ]);
  });

  it('empties a field whose cell is empty', () => {
    const { items } = outcome([
      fileTable('departments', 'id,name,function,charter', 'service,service,operations,'),
    ]);
    expect(items).toEqual([['changed department service', 'charter: We send it. -> ']]);
  });

  it('comes in an order in which each thing stands after what it names', () => {
    const { items } = outcome(
      [
        fileTable('readings', 'kpi,quarter,actual', 'faults,2026-Q1,3'),
        fileTable(
          'kpis',
          'id,department,name,unit_kind,direction,perspective,owner,objective',
          'faults,repair,Faults,count,lower,internal-efficiency,rita,fewer',
        ),
        fileTable('targets', 'kpi,from,value', 'faults,2026-Q1,2'),
        fileTable('objectives', 'id,department,title', 'fewer,repair,Fewer faults'),
        fileTable(
          'members',
          'id,name,email,roles,heads',
          'rita,Rita,rita@example.org,department-head,repair',
        ),
        fileTable('departments', 'id,name,function', 'repair,Repair,operations'),
      ],
      analyst,
      smallPresent({ evaluated: false }),
    );
    expect(items?.map(([first]) => first)).toEqual([
      'created department repair',
      'created member rita',
      'created objective fewer',
      'created kpi faults',
      'created submission repair/2026-Q1',
    ]);
  });

  it('begins a KPI with its first reading where nothing else is said', () => {
    const { entities } = outcome(
      [
        fileTable(
          'kpis',
          'id,department,name,unit_kind,direction,perspective',
          'faults,service,Faults,count,lower,internal-efficiency',
        ),
        fileTable('readings', 'kpi,quarter,actual', 'faults,2025-Q3,3', 'faults,2025-Q4,2'),
      ],
      analyst,
      smallPresent({ evaluated: false }),
    );
    expect(entities?.[0]).toMatchObject({ firstQuarter: '2025-Q3' });
    expect(entities?.slice(1)).toMatchObject([{ history: true }, { history: true }]);
  });

  it('notes a change of what a KPI means, and keeps what law asks for', () => {
    const { entities } = outcome([
      fileTable(
        'kpis',
        'id,department,name,unit_kind,unit,direction,perspective',
        'dispatch,warehouse,Order to dispatch,duration,h,lower,financial',
      ),
    ]);
    expect(entities).toMatchObject([
      { statutory: { by: 'ana' }, changes: [{ field: 'perspective', is: 'financial', by: 'ana', at }] },
    ]);
  });

  it('notes a moment of truth that is one no more', () => {
    const { entities } = outcome([
      fileTable('touchpoints', 'journey,id,name,owners,moment_of_truth', 'buying,door,Door,service,no'),
    ]);
    expect(entities).toMatchObject([{ changes: [{ field: 'momentOfTruth.door', was: 'true', is: 'none' }] }]);
  });

  it('takes from a file when a target was set only before the first evaluation', () => {
    const tables = [
      fileTable('targets', 'kpi,from,value,set_at,by', 'dispatch,2026-Q1,20,2025-12-01T10:00:00Z,hanna'),
    ];
    const targetsOf = (evaluated: boolean) =>
      (outcome(tables, analyst, smallPresent({ evaluated })).entities?.[0] as Kpi | undefined)?.targets;
    expect(targetsOf(false)?.[1]).toEqual({
      from: '2026-Q1',
      value: '20',
      setAt: '2025-12-01T10:00:00Z',
      by: 'hanna',
    });
    expect(targetsOf(true)?.[1]).toEqual({ from: '2026-Q1', value: '20', setAt: at, by: 'ana' });
  });
});

const dispatchRow = (more: string) =>
  `dispatch,warehouse,Order to dispatch,duration,h,lower,internal-efficiency,${more}`;
const kpiHeader = 'id,department,name,unit_kind,unit,direction,perspective';

describe('what speaks against it', () => {
  it.each<[string, FileTable[], Importer, string[]]>([
    [
      'an owner who has left',
      [fileTable('kpis', `${kpiHeader},owner`, dispatchRow('rob'))],
      analyst,
      ['kpis.csv 2 owner: rob, the id of an active member'],
    ],
    [
      'a life that ends before it begins',
      [fileTable('departments', 'id,name,function,retired_from', 'service,service,operations,2020-Q1')],
      analyst,
      ['departments.csv 2 retired_from: 2020-Q1, 2024-Q1 or later, where it begins'],
    ],
    [
      'a segment between events that are no neighbours',
      [fileTable('segments', 'journey,from,to,duration,unit', 'buying,ordered,works,2,day')],
      analyst,
      ['segments.csv 2 to: works, the event that follows “ordered”'],
    ],
    [
      'a target that the new direction excludes',
      [
        fileTable(
          'kpis',
          kpiHeader,
          'dispatch,warehouse,Order to dispatch,duration,h,range,internal-efficiency',
        ),
      ],
      analyst,
      [
        'kpis.csv 2 direction: range, one that fits the target "24" from 2025-Q1, which would have to be a range {low, high}, as its KPI is better within a range',
      ],
    ],
    [
      'a policy that closes a quarter before it is due',
      [fileTable('policy', 'setting,value', 'closeDays,10', 'checks.none,no')],
      analyst,
      [
        'policy.csv 2 value: 10, 15 or more, as a quarter is due by then',
        'policy.csv 3 value: false, the id of a check',
      ],
    ],
    [
      'another organisation',
      [
        fileTable(
          'organisation',
          'id,name,time_zone,currency,fiscal_start',
          'rival,Acme,Europe/Berlin,EUR,1',
        ),
      ],
      analyst,
      ['organisation.csv 2 id: rival, acme, the id of your organisation'],
    ],
    [
      'the last analyst',
      [fileTable('members', 'id,name,email,roles', 'ana,Ana,ana@example.org,auditor')],
      analyst,
      ['members.csv 2 roles: ["auditor"], an analyst among the active members'],
    ],
    [
      'a KPI of a department that the head does not head',
      [
        fileTable(
          'kpis',
          'id,department,name,unit_kind,direction,perspective',
          'promise,service,Kept,share,higher,customer-facing',
        ),
      ],
      headOf('warehouse'),
      ['kpis.csv 2 department: service, a department that you write for; an analyst may import for all'],
    ],
    [
      'a KPI that a head takes from another department',
      [
        fileTable(
          'kpis',
          'id,department,name,unit_kind,direction,perspective',
          'promise,warehouse,Kept,share,higher,customer-facing',
        ),
      ],
      headOf('warehouse'),
      ['kpis.csv 2 department: service, a department that you write for; an analyst may import for all'],
    ],
    [
      'an outcome of a head’s',
      [fileTable('outcomes', 'id,statement', 'on-time,It comes at once.')],
      headOf('warehouse', 'service'),
      ['outcomes.csv 2 id: on-time, nothing that would change: only an analyst imports this'],
    ],
    [
      'a policy of a head’s, whatever it says',
      [fileTable('policy', 'setting,value', 'nearPercent,9')],
      headOf('warehouse', 'service'),
      ['policy.csv 2 setting: nearPercent, nothing that would change: only an analyst imports this'],
    ],
    [
      'settings of a head’s',
      [fileTable('organisation', 'id,name,time_zone,currency,fiscal_start', 'acme,New,Europe/Berlin,EUR,1')],
      headOf('warehouse', 'service'),
      ['organisation.csv 2 id: acme, nothing that would change: only an analyst imports this'],
    ],
    [
      'a target of another department’s KPI',
      [fileTable('targets', 'kpi,from,value', 'promise,2026-Q1,0.9')],
      headOf('warehouse'),
      ['targets.csv 2 department: service, a department that you write for; an analyst may import for all'],
    ],
    [
      'readings of an open quarter from an analyst',
      [fileTable('readings', 'kpi,quarter,actual', 'dispatch,2026-Q2,25')],
      analyst,
      [
        'readings.csv 2 quarter: 2026-Q2, a quarter that you submit; the head of “warehouse” submits this one',
      ],
    ],
    [
      'readings of a closed quarter once it was evaluated',
      [fileTable('readings', 'kpi,quarter,actual', 'dispatch,2025-Q4,25')],
      headOf('warehouse'),
      ['readings.csv 2 quarter: 2025-Q4, an open quarter; this one closed on 2026-02-14'],
    ],
    [
      'readings of a quarter to come',
      [fileTable('readings', 'kpi,quarter,actual', 'dispatch,2026-Q4,25')],
      headOf('warehouse'),
      ['readings.csv 2 quarter: 2026-Q4, a quarter that has begun; this one begins on 2026-10-01'],
    ],
    [
      'a reading before its KPI began',
      [
        fileTable('kpis', `${kpiHeader},first_quarter`, dispatchRow('2026-Q3')),
        fileTable('readings', 'kpi,quarter,actual', 'dispatch,2026-Q2,25'),
      ],
      headOf('warehouse'),
      ['readings.csv 2 kpi: dispatch, a KPI that is active in 2026-Q2'],
    ],
    [
      'reasons without a reading',
      [fileTable('reasons', 'kpi,quarter,theme,count', 'promise,2026-Q2,late,4')],
      headOf('service'),
      ['reasons.csv 2 kpi: promise 2026-Q2, a reading of the KPI in this quarter'],
    ],
    [
      'an unknown table',
      [fileTable('figures', 'a', 'b')],
      analyst,
      [expect.stringContaining('figures.csv 0 : a table “figures”') as unknown as string],
    ],
  ])('%s', (_what, tables, importer, errors) => {
    expect(outcome(tables, importer).errors).toEqual(errors);
  });

  it('a sealed quarter', () => {
    const tables = [fileTable('readings', 'kpi,quarter,actual', 'dispatch,2026-Q2,25')];
    const present = smallPresent({ sealed: new Set(['2026-Q2']) });
    expect(outcome(tables, headOf('warehouse'), present).errors).toEqual([
      'readings.csv 2 quarter: 2026-Q2, a quarter whose report is not sealed',
    ]);
  });

  it('is told all at once, at most a thousand times, and all are counted', () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `d${i},Name,other,2020-Q1,2019-Q1`);
    const table = fileTable('departments', 'id,name,function,first_quarter,retired_from', ...rows);
    const made = plan(smallPresent(), [table]);
    expect(made.errors).toHaveLength(1000);
    expect(made).toMatchObject({ plan: undefined, count: 1500 });
  });
});

describe('ten thousand rows', () => {
  it('are checked within a second', () => {
    const [departments, kpis, quarters] = [10, 250, 40];
    const list = (length: number, make: (i: number) => string) => Array.from({ length }, (_, i) => make(i));
    const tables = [
      fileTable(
        'departments',
        'id,name,function,first_quarter',
        ...list(departments, (i) => `d${i},Department,other,2014-Q1`),
      ),
      fileTable(
        'kpis',
        'id,department,name,unit_kind,direction,perspective,first_quarter',
        ...list(kpis, (i) => `k${i},d${i % departments},Cases,count,higher,internal-efficiency,2014-Q1`),
      ),
      fileTable(
        'readings',
        'kpi,quarter,actual',
        ...list(
          kpis * quarters,
          (i) => `k${Math.floor(i / quarters)},${addQuarters('2016-Q2', i % quarters)},${i % 977}`,
        ),
      ),
    ];
    const begun = performance.now();
    const { plan: made } = plan(smallPresent({ evaluated: false }), tables);
    expect(performance.now() - begun).toBeLessThan(1000 * Number(process.env['SLOW'] ?? 3));
    expect(made?.changes).toHaveLength(departments + kpis + departments * quarters);
  });
});

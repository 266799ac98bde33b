// A change of many entities, killed at every point: it goes on where it was, writes everything once, passes over what
// somebody else changed, and nobody judges half of it.
import { describe, expect, inject, it } from 'vitest';
import { brokenLink } from '../../shared/domain/audit.ts';
import type { Change, ChangeSet } from '../../shared/domain/change-set.ts';
import { departmentSchema } from '../../shared/domain/department.ts';
import { kpiSchema } from '../../shared/domain/kpi.ts';
import { orgId } from '../../shared/domain/slug.ts';
import { submissionSchema } from '../../shared/domain/submission.ts';
import { applyChangeSet, resumeChangeSet, startChangeSet } from '../../shared/flows/change-set.ts';
import type { FlowDeps } from '../../shared/flows/deps.ts';
import { hintOf } from '../../shared/flows/hints.ts';
import { loadEvaluated } from '../../shared/flows/load.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { verify } from '../../shared/flows/verify.ts';
import { auditChain } from '../../shared/table/audit-log.ts';
import { readBulkGate } from '../../shared/table/bulk-gate.ts';
import { readChangeSet } from '../../shared/table/change-sets.ts';
import { allOf, readDefinition } from '../../shared/table/definitions.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { type Key, keys } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.ts';
import type { FaultPlan } from '../faults.ts';
import { clientOf, type FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { Company } from './company.ts';

const department = (id: string, expected = 0, name = id): Change => ({
  kind: 'department',
  expected,
  entity: departmentSchema.parse({ id, name, function: 'other', firstQuarter: '2024-Q1' }),
});
const kpi = (id: string, of: string): Change => ({
  kind: 'kpi',
  expected: 0,
  entity: kpiSchema.parse({
    id,
    department: of,
    name: id,
    unit: { kind: 'count' },
    direction: 'higher',
    perspective: 'internal-efficiency',
    owner: 'ada',
    firstQuarter: '2024-Q1',
  }),
});
const submission = (of: string, quarter: string, kpis: readonly string[], history: boolean): Change => ({
  kind: 'submission',
  expected: 0,
  entity: submissionSchema.parse({
    department: of,
    quarter,
    version: 1,
    state: 'submitted',
    readings: kpis.map((id) => ({ kpi: id, actual: '7' })),
    history,
    submittedAt: '2026-07-20T09:00:00Z',
    submittedBy: 'ada',
  }),
});
const many = (): Change[] => {
  const ids = Array.from({ length: 25 }, (_, i) => `d${i}`);
  return [
    ...ids.map((id) => department(id)),
    ...ids.map((id) => kpi(`k-${id}`, id)),
    ...ids.map((id) => submission(id, '2026-Q1', [`k-${id}`], true)),
    ...ids.slice(0, 4).map((id) => submission(id, '2026-Q2', [`k-${id}`], false)),
  ];
};

interface Bench {
  readonly fresh: FreshTable;
  readonly company: Company;
  readonly id: string;
  /** The flow's dependencies through another table, with the machine's clock so many ms on. */
  readonly through: (table: Table, later?: number) => FlowDeps;
  readonly set: () => Promise<ChangeSet | undefined>;
}

const recorded = async (changes: readonly Change[] = many()): Promise<Bench> => {
  const fresh = await freshTable();
  const company = await Company.found(fresh.table);
  let id = '';
  await startChangeSet(
    company.deps,
    company.writing('ada'),
    { kind: 'import', changes, unchanged: 3 },
    (set) => {
      id = set.id;
      return { status: 200, body: null };
    },
  );
  return {
    fresh,
    company,
    id,
    through: (table, later = 0) => ({
      ...company.deps,
      table,
      machineNow: () => Date.parse(company.at) + later,
    }),
    set: () => readChangeSet(fresh.table, company.org, id),
  };
};
/** The table through a client that does something before each transaction that touches a partition. */
const beforeCommits = (fresh: FreshTable, partition: string, work: () => Promise<void>): Table => {
  const client = clientOf(inject('dynamodbEndpoint'));
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = JSON.stringify(args.input);
      if (context.commandName === 'TransactWriteItemsCommand' && input.includes(partition)) await work();
      return next(args);
    },
    { step: 'initialize', name: 'beforeCommits' },
  );
  return fresh.through(client);
};
const ever = Number.POSITIVE_INFINITY;
const applyAll = ({ company, id }: Bench) => applyChangeSet(company.deps, company.org, id, ever);

/** Hash of a table in which the same set was applied undisturbed. */
let undisturbed: Promise<string> | undefined;
const wanted = (): Promise<string> => {
  undisturbed ??= recorded().then(async (bench) => {
    await applyAll(bench);
    return bench.fresh.hash();
  });
  return undisturbed;
};

describe('a change set', () => {
  it('writes every entity with an audit entry, and ends', async () => {
    const bench = await recorded();
    expect(await bench.set()).toMatchObject({
      state: 'applying',
      total: 79,
      done: 0,
      created: 79,
      unchanged: 3,
    });
    expect(await applyAll(bench)).toMatchObject({ state: 'applied', done: 79, passedOver: [] });
    const { table } = bench.fresh;
    const { org } = bench.company;
    expect(await allOf(table, org, 'department')).toHaveLength(25);
    expect(await allOf(table, org, 'kpi')).toHaveLength(25);
    const chain = await auditChain(table, org, 'kpi', 'k-d7');
    expect(chain.map(({ action, by, version }) => [action, by, version])).toEqual([['kpi.import', 'ada', 1]]);
    const ends = await auditChain(table, org, 'change-set', bench.id);
    expect(ends.map(({ action }) => action)).toEqual(['import.start', 'import.end']);
    expect(brokenLink(ends)).toBeUndefined();
    expect(await verify(table, org)).toMatchObject({ broken: [], entries: 83 });
    expect(await readBulkGate(table, org)).toEqual({ serial: 1, running: false, id: bench.id, begins: true });
  });

  it('keeps the audit chain of what was there before', async () => {
    const fresh = await freshTable();
    const company = await Company.found(fresh.table);
    await company.put('department', 'd1', { name: 'One', function: 'other' });
    let id = '';
    const changes = [department('d1', 1, 'Two')];
    await startChangeSet(company.deps, company.writing('ada'), { kind: 'merge', changes }, (set) => {
      id = set.id;
      return { status: 200, body: null };
    });
    await applyChangeSet(company.deps, company.org, id, ever);
    const chain = await auditChain(fresh.table, company.org, 'department', 'd1');
    expect(chain.map(({ action }) => action)).toEqual(['department.put', 'department.merge']);
    expect(brokenLink(chain)).toBeUndefined();
  });

  it('lets no second one begin while it is applied', async () => {
    const bench = await recorded();
    const second = () =>
      startChangeSet(
        bench.company.deps,
        bench.company.writing('ada'),
        { kind: 'import', changes: [department('late')] },
        ({ id }) => ({ status: 200, body: id }),
      );
    await expect(second()).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(bench.id),
    });
    await applyAll(bench);
    expect(await second()).toMatchObject({ status: 200 });
  });

  it('is applied once, however many apply it at once', async () => {
    const bench = await recorded();
    await Promise.all([applyAll(bench), applyAll(bench), applyAll(bench)]);
    expect(await bench.set()).toMatchObject({ state: 'applied', done: 79 });
    expect(await bench.fresh.hash()).toBe(await wanted());
  });
});

describe('a change set that is disturbed', () => {
  const plans: [string, FaultPlan][] = [0, 1, 2].flatMap((skip): [string, FaultPlan][] => [
    [`killed before chunk ${skip}`, { rules: [{ fault: 'crash-before', on: ['TransactWriteItems'], skip }] }],
    [`killed after chunk ${skip}`, { rules: [{ fault: 'crash-after', on: ['TransactWriteItems'], skip }] }],
  ]);
  plans.push(
    ['killed at a read', { rules: [{ fault: 'crash-before', on: ['BatchGetItem'], skip: 1 }] }],
    ['with acknowledgements lost', { rules: [{ fault: 'lost-acknowledgement', skip: 1, times: 3 }] }],
    ['in conflict', { rules: [{ fault: 'conflict', times: 5, share: 0.7 }] }],
    ['with keys left unprocessed', { rules: [{ fault: 'unprocessed', times: 4 }] }],
    ['throttled', { rules: [{ fault: 'throttle', times: 4, share: 0.5 }] }],
  );

  it.each(plans)('%s goes on and ends as if undisturbed', async (_name, faults) => {
    const bench = await recorded();
    const { table } = broken(bench.fresh, faults);
    for (let turn = 0; turn < 8; turn++) {
      const set = await applyChangeSet(bench.through(table), bench.company.org, bench.id, ever).catch(
        () => undefined,
      );
      if (set?.state === 'applied') break;
    }
    expect(await bench.set()).toMatchObject({ state: 'applied', done: 79, passedOver: [] });
    expect(await bench.fresh.hash()).toBe(await wanted());
  });

  it('passes over what somebody else has changed meanwhile, and says so', async () => {
    const bench = await recorded();
    const { company } = bench;
    company.at = '2026-07-20T09:00:05Z';
    await company.put('department', 'd3', { name: 'By hand', function: 'other' });
    company.at = '2026-07-20T09:00:00Z';
    const set = await applyAll(bench);
    expect(set).toMatchObject({
      state: 'stopped',
      done: 79,
      passedOver: [
        { kind: 'department', id: 'd3', why: 'ada has changed it meanwhile, at 2026-07-20T09:00:05Z' },
      ],
    });
    const kept = await readDefinition(bench.fresh.table, company.org, 'department', 'd3');
    expect(kept?.value.name).toBe('By hand');
    expect(await allOf(bench.fresh.table, company.org, 'department')).toHaveLength(25);
  });

  it('passes over what somebody changes in the very moment', async () => {
    const bench = await recorded([department('d0'), department('d1'), department('d2')]);
    const { company, fresh } = bench;
    let commits = 0;
    const table = beforeCommits(fresh, 'acme|change', async () => {
      if (++commits === 1) await company.put('department', 'd1', { name: 'By hand', function: 'other' });
    });
    const set = await applyChangeSet(bench.through(table), company.org, bench.id, ever);
    expect(set).toMatchObject({ state: 'stopped', done: 3, passedOver: [{ kind: 'department', id: 'd1' }] });
    expect(commits).toBe(2);
    expect((await verify(fresh.table, company.org)).broken).toEqual([]);
    const names = (await allOf(fresh.table, company.org, 'department')).map(({ name }) => name);
    expect(names).toEqual(['d0', 'By hand', 'd2']);
  });

  it('passes over a quarter that its department has submitted meanwhile', async () => {
    const bench = await recorded([
      department('d0'),
      kpi('k-d0', 'd0'),
      submission('d0', '2026-Q2', ['k-d0'], false),
    ]);
    await bench.company.submit('d0', '2026-Q2', { 'k-d0': '9' });
    expect(await applyAll(bench)).toMatchObject({
      state: 'stopped',
      passedOver: [
        { kind: 'submission', id: 'd0/2026-Q2', why: 'another version has been submitted meanwhile' },
      ],
    });
  });
});

describe('evaluation', () => {
  it('is woken by the record of a change, and by none of its pieces', () => {
    const [record, chunk, gate] = [keys.changeSet, keys.changeItems, keys.bulkGate];
    const org = orgId.parse('acme');
    const hinted = ({ pk, sk }: Key, type: string) => hintOf(pk, sk, type)?.hint;
    expect(hinted(record(org, 'c'), 'change')).toEqual({ kind: 'bulk' });
    expect(hinted(chunk(org, 'c'), 'chunk')).toBeUndefined();
    expect(hinted(gate(org), 'bulk')).toBeUndefined();
  });

  it('waits for the end, and then judges everything once', async () => {
    const bench = await recorded();
    const { company, fresh } = bench;
    expect(await company.evaluate([{ kind: 'department', id: 'd0' }])).toBe(false);
    expect(await readHead(fresh.table, company.org, true)).toBeUndefined();
    await applyAll(bench);
    expect(await company.evaluate([{ kind: 'department', id: 'd0' }])).toBe(true);
    const head = await readHead(fresh.table, company.org, true);
    expect(head).toMatchObject({ bulk: 1, reportBehind: false });
    await company.evaluate([{ kind: 'bulk' }]);
    expect((await readHead(fresh.table, company.org, true))?.version).toBe(head?.version);
  });

  it('never judges half of it, though it was evaluated before', async () => {
    const fresh = await freshTable();
    const company = await Company.found(fresh.table);
    await company.put('department', 'd0', { name: 'd0', function: 'other' });
    await company.submit('d0', '2026-Q2', {});
    await company.evaluate();
    const before = await readHead(fresh.table, company.org, true);
    let id = '';
    const changes = Array.from({ length: 60 }, (_, i) => department(`e${i}`));
    await startChangeSet(company.deps, company.writing('ada'), { kind: 'import', changes }, (set) => {
      id = set.id;
      return { status: 200, body: null };
    });
    const { table } = broken(fresh, {
      rules: [{ fault: 'crash-before', on: ['TransactWriteItems'], skip: 1 }],
    });
    await expect(applyChangeSet({ ...company.deps, table }, company.org, id, ever)).rejects.toThrow('crash');
    expect(await company.evaluate([{ kind: 'department', id: 'e0' }])).toBe(false);
    expect((await readHead(fresh.table, company.org, true))?.version).toBe(before?.version);
    await applyChangeSet(company.deps, company.org, id, ever);
    // One hint of sixty is enough: what ended meanwhile asks for all.
    await company.evaluate([{ kind: 'department', id: 'e0' }]);
    const evaluated = await loadEvaluated(fresh.table, company.org, true);
    expect(evaluated?.strategy.departments).toHaveLength(61);
  });

  it('that was under way when a set began and ended is made again', async () => {
    const fresh = await freshTable();
    const company = await Company.found(fresh.table);
    await company.put('department', 'd0', { name: 'd0', function: 'other' });
    await company.submit('d0', '2026-Q2', {});
    await company.evaluate();
    const changes = Array.from({ length: 3 }, (_, i) => department(`e${i}`));
    let commits = 0;
    const table = beforeCommits(fresh, 'acme|head', async () => {
      if (++commits > 1) return;
      const reply = (set: ChangeSet) => ({ status: 200, body: set.id });
      const { body } = await startChangeSet(
        company.deps,
        company.writing('ada'),
        { kind: 'import', changes },
        reply,
      );
      await applyChangeSet(company.deps, company.org, String(body), ever);
    });
    await company.put('department', 'd9', { name: 'd9', function: 'other' });
    expect(await company.evaluate(undefined, { ...company.deps, table })).toBe(true);
    const evaluated = await loadEvaluated(fresh.table, company.org, true);
    expect(evaluated?.head.bulk).toBe(1);
    expect(evaluated?.strategy.departments.map(({ id }) => id)).toEqual(['d0', 'd9', 'e0', 'e1', 'e2']);
    expect(commits).toBeGreaterThan(1);
  });

  it('begins after the end where a submission came by hand meanwhile', async () => {
    const bench = await recorded(Array.from({ length: 5 }, (_, i) => department(`d${i}`)));
    await bench.company.submit('d0', '2026-Q2', {});
    expect(await bench.company.evaluate()).toBe(false);
    await applyAll(bench);
    expect(await bench.company.evaluate([{ kind: 'bulk' }])).toBe(true);
  });
});

describe('the clock', () => {
  it('takes up a set that stands still, and lets its jobs wait', async () => {
    const bench = await recorded();
    const { company, fresh } = bench;
    const soon = bench.through(fresh.table, 60_000);
    expect(await resumeChangeSet(soon, company.org, ever)).toBe(true);
    expect((await bench.set())?.done).toBe(0);
    const late = { ...bench.through(fresh.table, 180_000), pageUrl: 'https://example.org' };
    expect(await runTick(late, '2026-07-27T09:00:00Z')).toEqual([]);
    expect(await bench.set()).toMatchObject({ state: 'applied' });
    expect((await runTick(late, '2026-07-27T09:15:00Z')).map(({ kind }) => kind)).toContain('nightly');
  });
});

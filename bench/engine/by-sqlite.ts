// The six checks in SQLite: the facts are loaded into tables, and each check is one query.
import { DatabaseSync } from 'node:sqlite';
import type { Strategy } from '../../shared/domain/facts.ts';
import { type Failing, failing } from './six.ts';
import { context } from './strategy.ts';

const tables = `
create table outcome (id text primary key, active int) without rowid;
create table objective_outcome (objective text, outcome text);
create table objective (id text primary key) without rowid;
create table kpi (id text primary key, perspective text, active int, owned int, statutory int, baseline real) without rowid;
create table contribution (kpi text, outcome text, effect text);
create table counterpart (kpi text, other text);
create table reading (kpi text, quarter text, actual real, target real, primary key (kpi, quarter)) without rowid;`;

const indexes = `
create index contribution_kpi on contribution (kpi);
create index contribution_outcome on contribution (outcome);
create index counterpart_kpi on counterpart (kpi);
create index objective_outcome_objective on objective_outcome (objective);
create view serving as select distinct kpi from contribution join outcome on outcome.id = outcome and outcome.active;
create view counting as select id from kpi where perspective = 'customer-facing' and active and owned
  and id in (select kpi from serving)
  and exists (select 1 from reading where kpi = kpi.id and quarter in ('2026-Q1', '2026-Q2') and actual is not null);
create view colour as select r.kpi, r.quarter, case when actual is null or target is null then null
  when actual >= target then 'green'
  when (target - actual) * 100 <= ${context.policy.nearPercent} * abs(case when baseline is null or baseline = target then target else target - baseline end)
  then 'near' else 'red' end as colour from reading r join kpi on kpi.id = r.kpi;`;

const queries: readonly (readonly [string, string])[] = [
  [
    'missing-counterpart',
    `select 'error' as level, id from kpi where perspective = 'internal-efficiency' and active and not statutory
     and not exists (select 1 from counterpart c join counting on counting.id = c.other where c.kpi = kpi.id and c.other <> kpi.id)`,
  ],
  [
    'unlinked-kpi',
    `select case perspective when 'internal-efficiency' then 'error' when 'customer-facing' then 'warning' else 'note' end as level, id
     from kpi where active and id not in (select kpi from serving)`,
  ],
  [
    'orphan-objective',
    `select 'error' as level, id from objective where not exists (select 1 from objective_outcome o
     join outcome on outcome.id = o.outcome and outcome.active where o.objective = objective.id)`,
  ],
  [
    'unserved-outcome',
    `select 'error' as level, id from outcome where active and not exists (select 1 from contribution c
     join kpi on kpi.id = c.kpi and kpi.active where c.outcome = outcome.id and c.effect = '+')`,
  ],
  [
    'unheard-outcome',
    `select 'error' as level, id from outcome where active
     and exists (select 1 from contribution c join kpi on kpi.id = c.kpi and kpi.active where c.outcome = outcome.id and c.effect = '+')
     and not exists (select 1 from contribution c join counting on counting.id = c.kpi where c.outcome = outcome.id)`,
  ],
  [
    'watermelon',
    `select case when (select colour from colour where kpi = k.id and quarter = '2026-Q1') = 'green'
       and (select colour from colour where kpi = c.other and quarter = '2026-Q1') = 'red' then 'error' else 'warning' end as level,
     k.id || '/' || c.other as id
     from kpi k join counterpart c on c.kpi = k.id and c.other <> k.id join counting on counting.id = c.other
     where k.active and k.perspective = 'internal-efficiency'
     and (select colour from colour where kpi = k.id and quarter = '2026-Q2') = 'green'
     and (select colour from colour where kpi = c.other and quarter = '2026-Q2') = 'red'`,
  ],
];

const fill = (db: DatabaseSync, strategy: Strategy): void => {
  const { quarter } = context;
  const isActive = (one: { firstQuarter: string; retiredFrom?: string | undefined }): number =>
    Number(one.firstQuarter <= quarter && (one.retiredFrom === undefined || quarter < one.retiredFrom));
  const people = new Set(strategy.members.filter(({ status }) => status === 'active').map(({ id }) => id));
  const into = (table: string, width: number) =>
    db.prepare(`insert into ${table} values (${Array(width).fill('?').join(', ')})`);
  db.exec('begin');
  const outcome = into('outcome', 2);
  for (const one of strategy.outcomes) outcome.run(one.id, isActive(one));
  const [objective, objectiveOutcome] = [into('objective', 1), into('objective_outcome', 2)];
  for (const one of strategy.objectives) {
    objective.run(one.id);
    for (const id of one.outcomes) objectiveOutcome.run(one.id, id);
  }
  const [kpi, contribution, counterpart, reading] = [
    into('kpi', 6),
    into('contribution', 3),
    into('counterpart', 2),
    into('reading', 4),
  ];
  for (const one of strategy.kpis) {
    const owned = Number(one.owner !== undefined && people.has(one.owner));
    const baseline = one.baseline === undefined ? null : Number(one.baseline);
    kpi.run(one.id, one.perspective, isActive(one), owned, Number(one.statutory !== undefined), baseline);
    for (const { outcome: id, effect } of one.contributions) contribution.run(one.id, id, effect);
    for (const { kpi: other } of one.counterparts) counterpart.run(one.id, other);
    for (const when of ['2026-Q1', '2026-Q2'] as const) {
      const standing = one.targets.filter(({ from }) => from <= when).at(-1)?.value;
      const actual = one.readings[when]?.actual;
      reading.run(
        one.id,
        when,
        actual === undefined ? null : Number(actual),
        typeof standing === 'string' ? Number(standing) : null,
      );
    }
  }
  db.exec('commit');
};

/** The failures of the six checks, sorted: tables filled, indexed and asked, in memory. */
export const bySqlite = (strategy: Strategy): Failing[] => {
  const db = new DatabaseSync(':memory:');
  try {
    db.exec(tables);
    fill(db, strategy);
    db.exec(indexes);
    return queries
      .flatMap(([check, query]) =>
        (db.prepare(query).all() as { level: string; id: string }[]).map(({ level, id }) =>
          failing(check, level, [id]),
        ),
      )
      .sort();
  } finally {
    db.close();
  }
};

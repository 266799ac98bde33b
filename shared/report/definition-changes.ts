// Nobody can talk a finding away: everything that was redefined within the quarter is listed with who did it, when and
// why - policy, moments of truth, clocks, targets, perspectives, departments, extended due dates, retirements.
import { addDays } from '../domain/day.ts';
import type { KpiFacts } from '../domain/facts.ts';
import type { Context } from '../domain/liveness.ts';
import type { NotedChange } from '../domain/noted-change.ts';
import type { Organisation } from '../domain/organisation.ts';
import { firstDay, lastDay } from '../domain/quarter-steps.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { ChangeLine } from './board-report.ts';

/** How many changes one report lists; the audit has them all. */
const changesShown = 100;

type Of = Pick<ChangeLine, 'kind' | 'id' | 'kpi' | 'name' | 'department'>;
interface Changed {
  readonly changes?: readonly NotedChange[] | undefined;
}

const noted = (of: Of, changes: readonly NotedChange[]): ChangeLine[] =>
  changes.map(({ field, was, is, at, by, reason }) => ({
    ...of,
    field,
    was,
    is,
    at,
    by,
    ...(reason === undefined ? {} : { reason }),
  }));

const ofKpi = (kpi: KpiFacts): ChangeLine[] => {
  const { id, name, department, targets, changes, unit } = kpi;
  const of = { kpi: id, name, department };
  const moved = targets.flatMap(({ value, setAt, by, reason }, i): ChangeLine[] => {
    const before = targets[i - 1];
    if (before === undefined) return [];
    const [was, is] = [JSON.stringify(before.value), JSON.stringify(value)];
    return [
      { ...of, field: 'target', was, is, unit, at: setAt, by, ...(reason === undefined ? {} : { reason }) },
    ];
  });
  return [...noted(of, changes), ...moved];
};

const ofOthers = (map: StrategyMap): ChangeLine[] => {
  const lines = (
    kind: NonNullable<ChangeLine['kind']>,
    id: string,
    data: (Changed & { readonly department?: string }) | undefined,
    name: string | undefined,
    department = data?.department,
  ) =>
    noted(
      { kind, id, name: name ?? id, ...(department === undefined ? {} : { department }) },
      data?.changes ?? [],
    );
  return [
    ...map.all('department').flatMap(({ id, data }) => lines('department', id, data, data?.name, id)),
    ...map.all('journey').flatMap(({ id, data }) => lines('journey', id, data, data?.name)),
    ...map.all('capability').flatMap(({ id, data }) => lines('capability', id, data, data?.name)),
    ...map.all('outcome').flatMap(({ id, data }) => lines('outcome', id, data, data?.statement)),
    ...map.all('objective').flatMap(({ id, data }) => lines('objective', id, data, data?.title)),
  ];
};

const byWhole = (a: ChangeLine, b: ChangeLine): number =>
  Number(b.kind === 'organisation') - Number(a.kind === 'organisation') ||
  (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

/**
 * What was redefined within the context's quarter: the settings first, then the newest; the first 100 of `total`. An
 * extended due date stands in the report of the quarter that it is about, whenever it was granted.
 */
export const definitionChanges = (
  map: StrategyMap,
  organisation: Organisation,
  { quarter }: Pick<Context, 'quarter'>,
): { readonly shown: ChangeLine[]; readonly total: number } => {
  const from = firstDay(quarter, organisation.fiscalStart);
  const to = addDays(lastDay(quarter, organisation.fiscalStart), 1);
  const settings: Of = { kind: 'organisation', id: organisation.id, name: organisation.name };
  const all = [
    ...noted(settings, organisation.changes ?? []),
    ...ofOthers(map),
    ...map.all('kpi').flatMap(({ data }) => (data === undefined ? [] : ofKpi(data))),
  ]
    .filter(({ field, at }) =>
      field.startsWith('dueDate.') ? field.endsWith(`.${quarter}`) : at >= from && at < to,
    )
    .sort(byWhole);
  return { shown: all.slice(0, changesShown), total: all.length };
};

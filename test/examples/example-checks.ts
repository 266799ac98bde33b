// What every example must be: whole, taken by the API as it stands, and found by the checks to be just what its kept
// list says.
import type { Example } from '../../examples/example.ts';
import type { KeptFinding } from '../../examples/kept-findings.ts';
import { contextOf, strategyOf } from '../../examples/strategy.ts';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { type CheckResult, evaluate } from '../../shared/checks/evaluate.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import type { DatasetSubmission } from '../../shared/exchange/dataset.ts';

/** Every result of the quarter that is reported when the example's clock starts. */
export const resultsOf = (example: Example, submissions?: readonly DatasetSubmission[]): CheckResult[] =>
  evaluate(new StrategyMap(strategyOf(example, submissions)), contextOf(example), catalogue);

/** The failures among results, a line each, sorted. */
export const foundIn = (results: readonly CheckResult[]): string[] =>
  results
    .flatMap(({ check, subject, result }) =>
      result.verdict === 'fail'
        ? [`${check} ${subject.ids.join(' ')} ${result.level} ${result.reasons.join(' ')}`.trim()]
        : [],
    )
    .toSorted();

/** A kept list, in the same lines. */
export const keptIn = (kept: readonly KeptFinding[]): string[] =>
  kept
    .map(({ check, subject, level, reasons }) =>
      `${check} ${subject.ids.join(' ')} ${level} ${reasons.join(' ')}`.trim(),
    )
    .toSorted();

const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id));

/** Every name in an example that leads nowhere, but those of counterparts, which need not exist yet. */
export const deadReferences = (example: Example): string[] => {
  const places = (part: 'touchpoints' | 'events') =>
    new Set(
      example.journeys.flatMap(({ id, fields }) => (fields[part] ?? []).map((one) => `${id}/${one.id}`)),
    );
  const known = {
    department: ids(example.departments),
    member: ids([example.analyst, ...example.members]),
    outcome: ids(example.outcomes),
    capability: ids(example.capabilities),
    objective: ids(example.objectives),
    kpi: ids(example.kpis),
    journey: ids(example.journeys),
    touchpoint: places('touchpoints'),
    event: places('events'),
  };
  const { kpis, outcomes, objectives, members, journeys, capabilities } = example;
  const clocks = [...kpis, ...outcomes].flatMap(({ fields: { clock } }) =>
    clock === undefined || clock === 'on-no-journey'
      ? []
      : [`${clock.journey}/${clock.from}`, `${clock.journey}/${clock.to}`],
  );
  const touchpoints = journeys.flatMap(({ fields }) => fields.touchpoints ?? []);
  const named: [keyof typeof known, readonly (string | undefined)[]][] = [
    ['department', [...kpis, ...objectives].map(({ fields }) => fields.department)],
    ['department', outcomes.map(({ fields }) => fields.owningDepartment)],
    ['department', members.flatMap(({ fields }) => fields.heads ?? [])],
    ['department', members.flatMap(({ fields }) => (fields.deputyOf ?? []).map((one) => one.department))],
    ['department', touchpoints.flatMap(({ owners }) => owners ?? [])],
    ['department', capabilities.flatMap(({ fields }) => fields.departments ?? [])],
    ['member', kpis.map(({ fields }) => fields.owner)],
    ['member', example.targets.map(({ by }) => by)],
    ['objective', kpis.map(({ fields }) => fields.objective)],
    ['capability', [...kpis, ...objectives].map(({ fields }) => fields.capability)],
    ['outcome', [...objectives, ...capabilities].flatMap(({ fields }) => fields.outcomes ?? [])],
    ['outcome', kpis.flatMap(({ fields }) => (fields.contributions ?? []).map(({ outcome }) => outcome))],
    ['journey', outcomes.map(({ fields }) => fields.journey)],
    ['touchpoint', [...kpis, ...outcomes].flatMap(({ fields }) => fields.touchpoints ?? [])],
    ['event', clocks],
    ['kpi', example.targets.map(({ kpi }) => kpi)],
    ['kpi', example.submissions.flatMap(({ readings }) => readings.map(({ kpi }) => kpi))],
  ];
  return named.flatMap(([kind, list]) =>
    list.flatMap((id) => (id === undefined || known[kind].has(id) ? [] : [`${kind} ${id}`])),
  );
};

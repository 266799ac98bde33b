// What the forms of the set-up offer to choose from: the organisation's own definitions, by name.
import type { Answer } from '../../shared/api/client.ts';
import type { Journey } from '../../shared/domain/journey.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters, quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import { useWholeList } from '../data/answers.ts';
import { type Draft, type Option, textIn } from '../form/field.ts';
import { useSession } from '../session/session.tsx';

type Compare = (a: string, b: string) => number;
type Named = { readonly id: string; readonly retiredFrom?: Quarter | undefined };

/** Everything that can be chosen. */
export interface Choices {
  readonly departments: readonly Option[];
  readonly outcomes: readonly Option[];
  readonly journeys: readonly Option[];
  readonly capabilities: readonly Option[];
  readonly objectives: readonly Option[];
  /** Customer-facing KPIs, as counterparts. */
  readonly counterparts: readonly Option[];
  readonly members: readonly Option[];
  readonly touchpoints: readonly Option[];
  readonly quarters: readonly Option[];
  /** The events of the journey that the group beside names. */
  readonly events: (beside: Draft) => readonly Option[];
}

const optionsBy =
  (compare: Compare) =>
  <T extends Named>(items: readonly T[] | undefined, label: (item: T) => string): readonly Option[] =>
    (items ?? [])
      .filter((item) => item.retiredFrom === undefined)
      .map((item) => ({ value: item.id, label: label(item) }))
      .sort((a, b) => compare(a.label, b.label));

const touchpointsOf = (journeys: readonly Journey[] | undefined): readonly Option[] =>
  (journeys ?? []).flatMap((journey) =>
    journey.touchpoints.map(({ id, name }) => ({
      value: `${journey.id}/${id}`,
      label: `${journey.name}: ${name}`,
    })),
  );

/** Which lists a form needs; the others are not asked for. */
export type Needed =
  | 'departments'
  | 'outcomes'
  | 'journeys'
  | 'capabilities'
  | 'objectives'
  | 'kpis'
  | 'members';

/** The choices of a form, of the lists that it needs. */
export const useChoices = (...needed: readonly Needed[]): Choices => {
  const { f, me } = useSession();
  const options = optionsBy(f.compare);
  const has = (list: Needed) => ({ enabled: needed.includes(list) });
  const departments = useWholeList('listDepartments').data;
  const outcomes = useWholeList('listOutcomes', has('outcomes')).data;
  const journeys = useWholeList('listJourneys', has('journeys')).data;
  const capabilities = useWholeList('listCapabilities', has('capabilities')).data;
  const objectives = useWholeList('listObjectives', has('objectives')).data;
  const kpis = useWholeList('listKpis', has('kpis')).data;
  const members = useWholeList('listMembers').data;
  const departmentName = (id: string) => departments?.find((one) => one.id === id)?.name ?? id;
  const customerFacing = kpis?.filter((kpi: Answer<'getKpi'>) => kpi.perspective === 'customer-facing');
  return {
    departments: options(departments, ({ name }) => name),
    outcomes: options(outcomes, ({ statement }) => statement),
    journeys: options(journeys, ({ name }) => name),
    capabilities: options(capabilities, ({ name }) => name),
    objectives: options(objectives, ({ title, department }) => `${title} – ${departmentName(department)}`),
    counterparts: options(
      customerFacing,
      ({ name, department }) => `${name} – ${departmentName(department)}`,
    ),
    members: (members ?? [])
      .filter(({ status }) => status === 'active')
      .map(({ id, name }) => ({ value: id, label: name })),
    touchpoints: touchpointsOf(journeys),
    quarters: quartersUpTo(addQuarters(me.runningQuarter, 8), 24)
      .reverse()
      .map((quarter) => ({ value: quarter, label: f.quarter(quarter) })),
    events: (beside) =>
      (journeys?.find(({ id }) => id === textIn(beside, 'journey'))?.events ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
  };
};

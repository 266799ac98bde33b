// What a reorganisation makes of the strategy, entity by entity, before anything is written: it is shown to whoever
// asks, and written as it was shown.
import type { Action } from '../action.ts';
import { canonicalJson } from '../canonical.ts';
import type { Capability } from '../capability.ts';
import type { ChangeItem } from '../change-set.ts';
import type { Department } from '../department.ts';
import type { Journey } from '../journey.ts';
import type { Kpi } from '../kpi.ts';
import type { KpiChange } from '../kpi-change.ts';
import type { Member } from '../member.ts';
import { withNoted } from '../noted-change.ts';
import type { Objective } from '../objective.ts';
import type { Organisation } from '../organisation.ts';
import type { Outcome } from '../outcome.ts';
import { shown } from '../problem.ts';

/** What each kind that a reorganisation may alter holds. */
export interface EntityOf {
  readonly organisation: Organisation;
  readonly department: Department;
  readonly journey: Journey;
  readonly capability: Capability;
  readonly outcome: Outcome;
  readonly objective: Objective;
  readonly kpi: Kpi;
  readonly member: Member;
  readonly action: Action;
}
export type AlteredKind = keyof EntityOf;

/** One entity as it was and as it shall be; without `before` it is new. */
export type Altered = {
  [K in AlteredKind]: {
    readonly kind: K;
    readonly before: EntityOf[K] | undefined;
    readonly after: EntityOf[K];
  };
}[AlteredKind];

/** Who reorganises, when, in which running quarter, and why. */
export type Reorganising = KpiChange;

/** The entity altered, its change of meaning noted with it; nothing where it stays as it is. */
export const altered = <K extends AlteredKind>(
  kind: K,
  before: EntityOf[K] | undefined,
  after: EntityOf[K],
  { by, at, reason }: Reorganising,
): Altered[] => {
  if (before !== undefined && canonicalJson(before) === canonicalJson(after)) return [];
  return [{ kind, before, after: withNoted(kind, before, after, { by, at, reason }) } as unknown as Altered];
};

const kept = new Set(['id', 'changes', 'formerDepartments']);

/** An altered entity as people are shown it: its name, and each field that changes, from and to. */
export const alteredItem = ({ kind, before, after }: Altered): ChangeItem => {
  const [old, now] = [(before ?? {}) as Record<string, unknown>, after as unknown as Record<string, unknown>];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(
      (field) => !kept.has(field) && canonicalJson(old[field] ?? null) !== canonicalJson(now[field] ?? null),
    )
    .sort()
    .map((field) => ({
      field,
      ...(old[field] === undefined ? {} : { from: shown(old[field]) }),
      ...(now[field] === undefined ? {} : { to: shown(now[field]) }),
    }));
  const name = now['name'] ?? now['title'] ?? now['statement'] ?? now['text'] ?? after.id;
  return {
    change: before === undefined ? 'created' : 'changed',
    kind,
    id: after.id,
    name: String(name),
    fields,
  };
};

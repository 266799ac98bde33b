// Which ids must exist before an entity may name them: the department that holds it, its owner, its objective. Links
// to what the other side has yet to submit - counterparts, outcomes, touchpoints - are free; checks see where they end.
import type { Capability } from './capability.ts';
import type { Journey } from './journey.ts';
import type { KpiFields } from './kpi.ts';
import type { Member } from './member.ts';
import type { Objective } from './objective.ts';
import type { Outcome } from './outcome.ts';
import { type Fault, shown } from './problem.ts';

/** An id that an entity names, and where. */
export interface Mention {
  readonly kind: 'department' | 'member' | 'objective';
  readonly id: string;
  readonly path: string;
}

const one = (kind: Mention['kind'], path: string, id: string | undefined): Mention[] =>
  id === undefined ? [] : [{ kind, id, path }];

/** What each kind of entity must not name in vain. */
export const mentionsOf = {
  kpi: ({
    department,
    owner,
    objective,
  }: Pick<KpiFields, 'department' | 'owner' | 'objective'>): Mention[] => [
    ...one('department', '/department', department),
    ...one('member', '/owner', owner),
    ...one('objective', '/objective', objective),
  ],
  objective: ({ department }: Pick<Objective, 'department'>): Mention[] =>
    one('department', '/department', department),
  outcome: ({ owningDepartment }: Pick<Outcome, 'owningDepartment'>): Mention[] =>
    one('department', '/owningDepartment', owningDepartment),
  member: ({ heads, deputyOf }: Pick<Member, 'heads' | 'deputyOf'>): Mention[] => [
    ...heads.flatMap((id, i) => one('department', `/heads/${i}`, id)),
    ...deputyOf.flatMap(({ department }, i) => one('department', `/deputyOf/${i}/department`, department)),
  ],
  capability: ({ departments }: Pick<Capability, 'departments'>): Mention[] =>
    departments.flatMap((id, i) => one('department', `/departments/${i}`, id)),
  journey: ({ touchpoints }: Pick<Journey, 'touchpoints'>): Mention[] =>
    touchpoints.flatMap(({ owners }, i) =>
      owners.flatMap((id, j) => one('department', `/touchpoints/${i}/owners/${j}`, id)),
    ),
} as const;

const expected = {
  department: 'the id of a department',
  member: 'the id of an active member',
  objective: 'the id of an objective',
} as const;

/** A fault for each mention that `exists` does not know. */
export const unknownMentions = (
  mentions: readonly Mention[],
  exists: (mention: Mention) => boolean,
): Fault[] =>
  mentions
    .filter((mention) => !exists(mention))
    .map(({ kind, id, path }) => ({ path, found: shown(id), expected: expected[kind] }));

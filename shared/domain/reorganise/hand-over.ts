// Somebody leaves, or takes on something else: everything that hangs on one member goes to another in one step.
import type { Kpi } from '../kpi.ts';
import type { Member } from '../member.ts';
import { shown } from '../problem.ts';
import type { Definitions } from '../sources.ts';
import { type Altered, altered, type Reorganising } from './altered.ts';
import { named, refuse } from './find.ts';
import { livesOn } from './merge.ts';

/** From whom to whom; `leaves`: the first one is no member any more afterwards. */
export interface HandOver {
  readonly member: string;
  readonly to: string;
  readonly leaves: boolean;
}

const headed = (member: Member, heads: readonly string[]): Member => ({
  ...member,
  heads: [...new Set([...member.heads, ...heads])],
});

/** The KPI with another owner. Who owns it changes no meaning, but a hand-over is told of in the report. */
const ownedBy = (kpi: Kpi, owner: string, change: Reorganising): Altered[] => {
  const { by, at, reason } = change;
  const was = kpi.owner ?? 'none';
  const told = {
    field: 'owner' as const,
    was,
    is: owner,
    at,
    by,
    ...(reason === undefined ? {} : { reason }),
  };
  return altered('kpi', kpi, { ...kpi, owner, changes: [...kpi.changes, told].slice(-200) }, change);
};

/**
 * What handing over alters: the KPIs that the member owns, the departments that he or she heads, and the open actions;
 * outcomes belong to departments and so stay. Whoever takes departments over must be a department head, so that nothing is headed in
 * vain.
 */
export const handOver = (
  definitions: Definitions,
  { member, to, leaves }: HandOver,
  change: Reorganising,
): Altered[] => {
  const leaver = named(definitions.members, member, '/id', 'a member');
  const heir = named(definitions.members, to, '/to', 'an active member');
  refuse([
    ...(member === to
      ? [{ path: '/to', found: shown(to), expected: 'another member than the one who hands over' }]
      : []),
    ...(heir.status === 'active'
      ? []
      : [{ path: '/to', found: shown(to), expected: 'the id of an active member' }]),
    ...(leaver.heads.length === 0 || heir.roles.includes('department-head')
      ? []
      : [
          {
            path: '/to',
            found: shown(to),
            expected: `a department head, as ${leaver.heads.join(', ')} would be headed by nobody`,
          },
        ]),
  ]);
  const next: Member = {
    ...leaver,
    heads: [],
    ...(leaves ? { deputyOf: [], status: 'removed' as const } : {}),
  };
  return [
    ...altered('member', heir, headed(heir, leaver.heads), change),
    ...definitions.kpis
      .filter((kpi) => kpi.owner === member && livesOn(kpi, change.running))
      .flatMap((kpi) => ownedBy(kpi, to, change)),
    ...(definitions.actions ?? [])
      .filter((action) => action.owner === member && action.state === 'open')
      .flatMap((action) => altered('action', action, { ...action, owner: to }, change)),
    ...altered('member', leaver, next, change),
  ];
};

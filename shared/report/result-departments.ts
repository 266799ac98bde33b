// Which departments a result belongs to: one answers for a finding, while a sum counts it for each that it concerns.
import type { CheckResult } from '../checks/evaluate.ts';
import { holderOf } from '../domain/contribution.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';

/** The department that a finding stands under: its subject's, an outcome's owning one, a touchpoint's first owner. */
export const departmentOf = (
  map: StrategyMap,
  { subject }: Pick<CheckResult, 'subject'>,
): string | undefined => {
  const id = subject.ids[0] ?? '';
  switch (subject.kind) {
    case 'department':
      return id;
    case 'kpi':
    case 'kpi-pair':
    case 'kpi-outcome':
      return map.node('kpi', id)?.data?.department;
    case 'objective':
      return map.node('objective', id)?.data?.department;
    case 'outcome':
      return map.node('outcome', id)?.data?.owningDepartment;
    case 'touchpoint':
      return map.node('touchpoint', id)?.data?.owners[0];
    case 'action':
      return map.node('action', id)?.data?.department;
    default:
      return undefined;
  }
};

/**
 * The departments that a result belongs to: its subject's, for an outcome the one that owns it, for a touchpoint
 * each of its owners. The organisation's own sum counts it once.
 */
export const departmentsOf = (
  map: StrategyMap,
  { subject: { kind, ids } }: Pick<CheckResult, 'subject'>,
  quarter: Quarter,
): readonly string[] => {
  const id = ids[0] ?? '';
  switch (kind) {
    case 'department':
      return [id];
    case 'kpi':
    case 'kpi-pair':
    case 'kpi-outcome': {
      const kpi = map.node('kpi', id);
      return kpi?.data === undefined ? [] : [holderOf(kpi, quarter)];
    }
    case 'objective':
      return map.node('objective', id)?.links.department.map((department) => department.id) ?? [];
    case 'outcome':
      return map.node('outcome', id)?.links.owningDepartment.map((department) => department.id) ?? [];
    case 'touchpoint':
      return [...new Set(map.node('touchpoint', id)?.data?.owners)];
    case 'action': {
      const department = map.node('action', id)?.data?.department;
      return department === undefined ? [] : [department];
    }
    default:
      return [];
  }
};

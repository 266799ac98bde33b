// A KPI as people write it, out of the KPI as it is stored: what is put back when one of its links changes.
import type { Contract } from '../../shared/api/operations.ts';
import type { Row } from './entries.ts';

export type StoredKpi = Row['kpi'];
export type KpiBody = Contract['putKpi']['body'];

/** The fields to write, without what the service alone keeps. */
export const fieldsOf = (stored: StoredKpi): KpiBody => {
  const { id, targets, formerDepartments, changes, statutory, version, updatedAt, updatedBy, ...fields } =
    stored;
  return fields;
};

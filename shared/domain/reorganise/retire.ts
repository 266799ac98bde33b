// Something ends with a quarter. What it was stays readable, and last quarter's report stays as it was.
import { lifetimeFaults } from '../definition-faults.ts';
import type { Quarter } from '../quarter.ts';
import { type Altered, type AlteredKind, altered, type EntityOf, type Reorganising } from './altered.ts';
import { refuse } from './find.ts';
import { kpiWith } from './move.ts';

export const retirableKinds = ['department', 'journey', 'capability', 'outcome', 'objective', 'kpi'] as const;
/** What can be retired; members are removed instead. */
export type RetirableKind = Extract<AlteredKind, (typeof retirableKinds)[number]>;

/** The entity, retired from a quarter on. Refuses (`invalid-input`) a quarter before it began. */
export const retired = <K extends RetirableKind>(
  kind: K,
  before: EntityOf[K],
  from: Quarter,
  change: Reorganising,
): Altered[] => {
  refuse(
    lifetimeFaults({ firstQuarter: before.firstQuarter, retiredFrom: from }).map((fault) => ({
      ...fault,
      path: '/from',
    })),
  );
  if (kind === 'kpi') return kpiWith(before as EntityOf['kpi'], { retiredFrom: from }, change);
  return altered(kind, before, { ...before, retiredFrom: from }, change);
};

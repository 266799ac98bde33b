// What a file would change: nothing where it says what is there; else exactly what it says, or every reason why not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIds } from '../../shared/checks/check-ids.ts';
import type { FileTable } from '../../shared/exchange/grids.ts';
import { type PlanResult, planImport } from '../../shared/exchange/plan.ts';
import type { Importer } from '../../shared/exchange/plan-context.ts';
import { datasetOf, type Present } from '../../shared/exchange/plan-present.ts';
import { writeDataset } from '../../shared/exchange/write.ts';
import { at, presentOf } from './random-present.ts';

const analyst: Importer = {
  member: 'ana',
  roles: ['analyst'],
  isOwn: () => false,
  at,
  checks: checkIds,
};
const headOf = (...departments: string[]): Importer => ({
  ...analyst,
  member: 'm1',
  roles: ['department-head'],
  isOwn: (department) => departments.includes(department),
});
const written = (present: Present): FileTable[] =>
  writeDataset(datasetOf(present)).map((table) => ({ ...table, file: `${table.name}.csv` }));
const plan = (present: Present, tables: readonly FileTable[], importer: Importer = analyst): PlanResult =>
  planImport(present, tables, 'en', importer);

describe('the round trip', () => {
  it('changes nothing, whoever makes it, whatever the organisation holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom(analyst, headOf()), (seed, importer) => {
        const present = presentOf(seed);
        const { plan: made, errors } = plan(present, written(present), importer);
        expect(errors).toEqual([]);
        expect(made?.items).toEqual([]);
        expect(made?.unchanged).toBe(
          [...present.versions.keys()].length +
            [...present.quarters.values()].filter(({ counting }) => (counting?.readings.length ?? 0) > 0)
              .length,
        );
      }),
      { numRuns: 150 },
    );
  });
});

// What flows through the alignment map: the report's ribbons one by one, and the KPIs beyond them as the matrix counts
// them. Page and paper draw the same flows.
import type { BoardReport } from '../board-report.ts';
import type { Ribbon } from './drawn.ts';

/** One ribbon, or several KPIs that the report does not tell apart. */
export interface CountedFlow {
  readonly department: string;
  readonly outcome: string | undefined;
  readonly count: number;
  readonly ribbon: Ribbon | undefined;
  /** A link of it is at fault, or it reaches nobody. */
  readonly faulty: boolean;
}

/** The flows of a report, in the order of its ribbons, then of its matrix. */
export const flowsOf = ({ map, matrix }: Pick<BoardReport, 'map' | 'matrix'>): CountedFlow[] => {
  const ribbons = map?.ribbons ?? [];
  const told = new Map<string, number>();
  for (const { department, outcome } of ribbons) {
    const key = `${department}|${outcome ?? ''}`;
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  return [
    ...ribbons.map((ribbon) => ({
      department: ribbon.department,
      outcome: ribbon.outcome,
      count: 1,
      ribbon,
      faulty: ribbon.fault !== undefined || ribbon.outcome === undefined,
    })),
    ...matrix.flatMap(({ department, outcome, helps, harms }) => {
      const count = helps + harms - (told.get(`${department}|${outcome}`) ?? 0);
      return count > 0 ? [{ department, outcome, count, ribbon: undefined, faulty: false }] : [];
    }),
    ...(map?.lost ?? []).map(({ department, kpis }) => ({
      department,
      outcome: undefined,
      count: kpis,
      ribbon: undefined,
      faulty: true,
    })),
  ];
};

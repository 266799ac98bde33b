// What do a department's live KPIs do for an outcome: help, harm, listen? One cell for each pair that has a KPI.
import { type Context, isActive, isLive } from '../../domain/liveness.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';
import type { BoardReport } from '../board-report.ts';
import type { FindingLine } from '../finding-line.ts';

/** The cells by department, then outcome; `lines` tell where a counterpart is missing. */
export const matrixOf = (
  map: StrategyMap,
  context: Context,
  lines: readonly FindingLine[],
): BoardReport['matrix'] => {
  const uncovered = new Set(
    lines.filter((line) => line.check === 'missing-counterpart').map((line) => line.subject.ids[0]),
  );
  const cells = new Map<string, BoardReport['matrix'][number]>();
  for (const outcome of map.all('outcome')) {
    if (!isActive(outcome, context.quarter)) continue;
    for (const kpi of outcome.links.contributors) {
      if (kpi.data === undefined || !isActive(kpi, context.quarter)) continue;
      const effect = kpi.data.contributions.find((one) => one.outcome === outcome.id)?.effect;
      const key = `${kpi.data.department}|${outcome.id}`;
      const cell = cells.get(key) ?? {
        department: kpi.data.department,
        outcome: outcome.id,
        helps: 0,
        harms: 0,
        heard: 0,
        gap: false,
      };
      cells.set(key, {
        ...cell,
        helps: cell.helps + (effect === '+' ? 1 : 0),
        harms: cell.harms + (effect === '-' ? 1 : 0),
        heard: cell.heard + (kpi.data.perspective === 'customer-facing' && isLive(kpi, context) ? 1 : 0),
        gap: cell.gap || uncovered.has(kpi.id),
      });
    }
  }
  return [...cells.values()].sort((a, b) =>
    `${a.department}|${a.outcome}` < `${b.department}|${b.outcome}` ? -1 : 1,
  );
};

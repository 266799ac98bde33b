// The alignment map: each KPI's way to the customer outcomes that it acts on, the faulty ones first. What is beyond the
// worst is not lost: the matrix counts it.
import { activeOutcomes, contributionTo, holderOf } from '../../domain/contribution.ts';
import { levelPlace } from '../../domain/finding-levels.ts';
import { type Context, isActive } from '../../domain/liveness.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';
import type { FindingLine } from '../finding-line.ts';
import type { AlignmentMapData, Ribbon } from './drawn.ts';

/** How many ribbons one report tells apart. */
const ribbonsShown = 50;

/** The checks whose failure makes a KPI's way to the customer faulty. */
export const faultyLinks: ReadonlySet<string> = new Set([
  'missing-counterpart',
  'unlinked-kpi',
  'unrelated-counterpart',
  'diverging-pair',
  'watermelon',
  'clock-gap',
]);

const worstFaults = (lines: readonly FindingLine[]): ReadonlyMap<string, NonNullable<Ribbon['fault']>> => {
  const faults = new Map<string, NonNullable<Ribbon['fault']>>();
  for (const { check, level, fingerprint, subject } of lines) {
    const id = subject.ids[0] ?? '';
    const known = faults.get(id);
    if (
      !faultyLinks.has(check) ||
      level === 'note' ||
      (known && levelPlace(known.level) <= levelPlace(level))
    )
      continue;
    faults.set(id, { check, level, fingerprint });
  }
  return faults;
};

const rank = ({ fault, effect, outcome }: Ribbon): number =>
  (fault === undefined ? 3 : levelPlace(fault.level)) * 4 +
  (outcome === undefined ? 0 : effect === '-' ? 1 : 2);

/** The map's worst ribbons, and how many KPIs without an outcome are beyond them. */
export const alignmentMapOf = (
  map: StrategyMap,
  context: Context,
  lines: readonly FindingLine[],
): AlignmentMapData => {
  const faults = worstFaults(lines);
  const all = map.all('kpi').flatMap((kpi): Ribbon[] => {
    if (kpi.data === undefined || !isActive(kpi, context.quarter)) return [];
    const fault = faults.get(kpi.id);
    const common = {
      department: holderOf(kpi, context.quarter),
      kpi: kpi.id,
      name: kpi.data.name,
      ...(fault === undefined ? {} : { fault }),
    };
    const outcomes = activeOutcomes(kpi, context.quarter);
    if (outcomes.length === 0) return [common];
    return outcomes.map(({ id }) => ({
      ...common,
      outcome: id,
      effect: contributionTo(kpi, id)?.effect ?? '+',
    }));
  });
  const sorted = all.sort(
    (a, b) => rank(a) - rank(b) || (`${a.kpi}|${a.outcome}` < `${b.kpi}|${b.outcome}` ? -1 : 1),
  );
  const beyond = sorted.slice(ribbonsShown).filter(({ outcome }) => outcome === undefined);
  return {
    ribbons: sorted.slice(0, ribbonsShown),
    lost: [...Map.groupBy(beyond, ({ department }) => department)]
      .map(([department, ribbons]) => ({ department, kpis: ribbons.length }))
      .sort((a, b) => (a.department < b.department ? -1 : 1)),
  };
};

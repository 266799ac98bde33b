// Reads the wordings of KPIs as evaluation wants them: without the clock, which the check looks at on the map itself.
import type { Strategy } from '../domain/facts.ts';
import type { Kpi } from '../domain/kpi.ts';
import { readingThatCounts, type WordingReading, wordingOf } from '../domain/perspective-reading.ts';
import { classify } from './classify.ts';

/** What a KPI's name, definition and unit read as. */
export const readWording = ({
  name,
  definition,
  unit,
  direction,
}: Pick<Kpi, 'name' | 'definition' | 'unit' | 'direction'>): WordingReading => {
  const { perspective, confidence, reasons } = classify({ name, definition, unit, direction });
  return { perspective, confidence, reasons: [...reasons] };
};

/** The strategy with every wording read, as the service would have kept it beside each KPI. */
export const withReadings = (strategy: Strategy): Strategy => ({
  ...strategy,
  kpis: strategy.kpis.map((kpi) => {
    const reading = readingThatCounts(kpi, { ...readWording(kpi), wording: wordingOf(kpi) });
    return reading === undefined ? kpi : { ...kpi, perspectiveReading: reading };
  }),
});

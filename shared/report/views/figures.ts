// The scores of one quarter as one line: what eight quarters draw, and what is frozen when a quarter closes.
import type { Check } from '../../checks/check.ts';
import type { CheckResult } from '../../checks/evaluate.ts';
import type { Figures } from '../../domain/figures.ts';
import type { Context } from '../../domain/liveness.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';
import type { Alignment, Coverage } from '../board-report.ts';
import { alignmentOf, coverageOf } from '../scores.ts';
import { assumedGreen } from './assumed-green.ts';
import { clockedTime } from './clocked-time.ts';
import { siloed } from './siloed.ts';

/** The two scores that a report opens with. */
export interface Scores {
  readonly coverage: Pick<Coverage, 'covered' | 'internal'>;
  readonly alignment: Pick<Alignment, 'weight' | 'cost'>;
}

/** What the figures of a quarter are taken from. */
export interface Judged {
  readonly map: StrategyMap;
  readonly context: Context;
  readonly checks: readonly Check[];
  readonly results: readonly CheckResult[];
}

/** Coverage and alignment of a quarter, as all its figures are taken from it. */
export const scoresOf = ({ map, context, checks, results }: Judged): Scores => ({
  coverage: coverageOf(map.all('kpi'), context),
  alignment: alignmentOf(results, map, checks, () => false),
});

/** The figures of the context's quarter; `before`: it lies before the organisation joined. */
export const figuresOf = (
  { map, context }: Pick<Judged, 'map' | 'context'>,
  { coverage: { covered, internal }, alignment: { weight, cost } }: Scores,
  before = false,
): Figures => {
  return {
    quarter: context.quarter,
    before,
    covered,
    internal,
    weight,
    cost,
    clocked: clockedTime(map, context),
    assumedGreen: assumedGreen(map, context),
    siloed: siloed(map, context),
  };
};

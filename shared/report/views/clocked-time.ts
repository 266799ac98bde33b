// The share of customer time clocked: how much of the time that customers wait does anybody at all measure? A stretch
// counts once, however many customers' clocks run over it.
import { outcomeClock } from '../../checks/outcome-clock.ts';
import { clockedSegments } from '../../checks/unclocked-segment.ts';
import type { ClockedTime } from '../../domain/figures.ts';
import { type Context, isActive } from '../../domain/liveness.ts';
import { placesIn, type Segment, shareOf, weightsOf } from '../../domain/segments.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';
import { rounded } from './rounded.ts';

/**
 * The segments within active outcomes' clocks that some live KPI clocks, of all of them: by typical duration where
 * all durations are known and can be converted into one another, else by counting segments. No share without clocks.
 */
export const clockedTime = (map: StrategyMap, context: Context): ClockedTime => {
  const stretches = new Map<string, { readonly segment: Segment; readonly clocked: boolean }>();
  let cannotTell = 0;
  for (const outcome of map.all('outcome')) {
    const clock = outcomeClock(outcome, context);
    const [journey] = outcome.links.clockJourney;
    if (clock === undefined || journey === undefined || !isActive(outcome, context.quarter)) continue;
    if ('missing' in clock) {
      cannotTell += 1;
      continue;
    }
    const clocked = clockedSegments(journey, context);
    for (const place of placesIn(clock.span)) {
      const segment = clock.segments[place];
      if (segment !== undefined)
        stretches.set(`${journey.id}|${place}`, { segment, clocked: clocked.has(place) });
    }
  }
  const all = [...stretches.values()];
  const weights = weightsOf(
    all.map(({ segment }) => segment),
    { from: 0, to: all.length },
  );
  return {
    ...(all.length === 0 ? {} : { share: rounded(shareOf(weights, (i) => all[i]?.clocked === true)) }),
    by: weights.by,
    clocked: all.filter(({ clocked }) => clocked).length,
    segments: all.length,
    cannotTell,
  };
};

// The customer's own clock, seen from the measures: which of its segments do live customer-facing KPIs of the outcome
// cover, and which of these KPIs covers most?
import { activeContributors } from '../domain/contribution.ts';
import type { Journey } from '../domain/journey.ts';
import { type Context, isActive, isLive } from '../domain/liveness.ts';
import {
  overlapOf,
  placesIn,
  type Segment,
  type Span,
  segmentsOf,
  shareOf,
  spanOf,
  type Weights,
  weightsOf,
} from '../domain/segments.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { perEvaluation } from './per-evaluation.ts';

/** A customer's clock laid over its journey. */
export interface OutcomeClock {
  readonly journey: Journey;
  readonly segments: readonly Segment[];
  readonly span: Span;
  readonly weights: Weights;
}

/** An outcome's clock on its active journey; or what is missing, or that there is none to ask about. */
export const outcomeClock = perEvaluation(
  (outcome: MapNode<'outcome'>, { quarter }): OutcomeClock | { readonly missing: string } | undefined => {
    const clock = outcome.data?.clock;
    const [node] = outcome.links.clockJourney;
    if (clock === undefined || node === undefined || !isActive(outcome, quarter)) return undefined;
    if (node.data === undefined) return { missing: `the journey “${clock.journey}” of the customer’s clock` };
    if (!isActive(node, quarter)) return undefined;
    const span = spanOf(clock, node.data);
    if (span === undefined)
      return {
        missing: `the events “${clock.from}” and, after it, “${clock.to}” on the journey “${clock.journey}”`,
      };
    const segments = segmentsOf(node.data);
    return { journey: node.data, segments, span, weights: weightsOf(segments, span) };
  },
);

/** The span of a KPI's clock on a journey; undefined where it has none there. */
export const clockSpan = (kpi: MapNode<'kpi'>, journey: Journey): Span | undefined =>
  typeof kpi.data?.clock === 'object' && kpi.data.clock.journey === journey.id
    ? spanOf(kpi.data.clock, journey)
    : undefined;

/** The name of a segment: its two events. */
export const segmentName = ({ events }: Journey, place: number): string =>
  `${events[place]?.name ?? ''} → ${events[place + 1]?.name ?? ''}`;

/** The typical duration of a segment as text, or null where nobody has stated it. */
export const segmentDuration = ({ duration }: Pick<Segment, 'duration'>): string | null =>
  duration === undefined ? null : `${duration.value} ${duration.unit.symbol}`;

/** What customers' own measures cover of an outcome's clock. */
export interface Coverage {
  readonly covered: ReadonlySet<number>;
  /** The live customer-facing duration that covers most of the clock; of equals the lowest id. */
  readonly most: string | undefined;
}

/** What the live customer-facing KPIs of an outcome cover of its clock. */
export const customerCoverage = perEvaluation((outcome: MapNode<'outcome'>, context: Context): Coverage => {
  const clock = outcomeClock(outcome, context);
  const covered = new Set<number>();
  let most: { readonly id: string; readonly share: number } | undefined;
  if (clock === undefined || 'missing' in clock) return { covered, most: undefined };
  for (const kpi of activeContributors(outcome, context.quarter)) {
    const span = kpi.data?.perspective === 'customer-facing' ? clockSpan(kpi, clock.journey) : undefined;
    if (span === undefined || !isLive(kpi, context)) continue;
    const common = overlapOf(span, clock.span);
    for (const place of placesIn(common)) covered.add(place);
    const share = shareOf(clock.weights, (place) => common.from <= place && place < common.to);
    if (kpi.data?.unit.kind === 'duration' && (most === undefined || share > most.share))
      most = { id: kpi.id, share };
  }
  return { covered, most: most?.id };
});

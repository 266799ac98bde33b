// A journey's neighbouring events cut it into segments; a clock covers the segments between its two events. Here is
// how much of one clock another one covers.
import type { Clock } from './clock.ts';
import { convertDuration } from './conversion.ts';
import type { Journey } from './journey.ts';
import type { Unit } from './unit.ts';

/** The segments that a clock covers, by the place of their first event: from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One stretch of a journey between two neighbouring events, with its typical duration where that is known. */
export interface Segment {
  readonly from: string;
  readonly to: string;
  readonly duration: { readonly value: string; readonly unit: Unit } | undefined;
}

/** The segments of a journey in order; segment i runs from event i to event i + 1. */
export const segmentsOf = (journey: Pick<Journey, 'events' | 'segments'>): Segment[] =>
  journey.events.slice(1).map((event, i) => {
    const from = journey.events[i]?.id ?? '';
    const known = journey.segments.find((segment) => segment.from === from && segment.to === event.id);
    return { from, to: event.id, duration: known && { value: known.duration, unit: known.unit } };
  });

/** The segments that a clock covers; undefined where its events are not on the journey, in this order. */
export const spanOf = (clock: Clock, journey: Pick<Journey, 'events'>): Span | undefined => {
  const from = journey.events.findIndex(({ id }) => id === clock.from);
  const to = journey.events.findIndex(({ id }) => id === clock.to);
  return from >= 0 && from < to ? { from, to } : undefined;
};

/** The segments that lie in both spans; an empty span where there are none. */
export const overlapOf = (a: Span, b: Span): Span => {
  const from = Math.max(a.from, b.from);
  return { from, to: Math.max(from, Math.min(a.to, b.to)) };
};

/** The places of a span's segments. */
export const placesIn = ({ from, to }: Span): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** How much each segment of a span weighs, and by what: typical durations where all are known, else one each. */
export interface Weights {
  readonly by: 'duration' | 'segments';
  readonly of: ReadonlyMap<number, number>;
}
export const weightsOf = (segments: readonly Segment[], span: Span): Weights => {
  const places = placesIn(span);
  const unit = segments[span.from]?.duration?.unit;
  const common: Unit | undefined =
    unit && (unit.symbol === 'working-day' ? unit : { kind: 'duration', symbol: 's' });
  const durations = places.map((place) => {
    const known = segments[place]?.duration;
    return known && common && convertDuration(known.value, known.unit, common);
  });
  const total = durations.reduce((sum, duration) => sum + Number(duration ?? 0), 0);
  if (durations.includes(undefined) || total <= 0)
    return { by: 'segments', of: new Map(places.map((place) => [place, 1])) };
  return { by: 'duration', of: new Map(places.map((place, i) => [place, Number(durations[i])])) };
};

/** The share (0..1) of the weighed segments for which `holds` is true. */
export const shareOf = ({ of }: Weights, holds: (place: number) => boolean): number => {
  let held = 0;
  let whole = 0;
  for (const [place, weight] of of) {
    whole += weight;
    if (holds(place)) held += weight;
  }
  return whole === 0 ? 0 : held / whole;
};

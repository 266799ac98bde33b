// Builds a journey's report. Pure, from the same facts as the board's.
import { clockSpan, outcomeClock } from '../checks/outcome-clock.ts';
import { holderOf } from '../domain/contribution.ts';
import { type Context, isActive, isLive } from '../domain/liveness.ts';
import { type Span, segmentsOf } from '../domain/segments.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import type { FindingLine } from './finding-line.ts';
import type { JourneyReport } from './journey-report.ts';

const covers = ({ from, to }: Span, place: number): boolean => from <= place && place < to;

/** How many KPIs a segment names. */
const namedPerSegment = 20;

/** The active outcomes that name the journey, or whose clock runs on it, by id. */
const outcomesOn = ({ links }: MapNode<'journey'>, context: Context): MapNode<'outcome'>[] => {
  const all = [...links.outcomes, ...links.clockedOutcomes].filter((one) => isActive(one, context.quarter));
  return [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

const clocksOf = (journey: MapNode<'journey'>, outcomes: readonly MapNode<'outcome'>[], context: Context) => {
  const { data } = journey;
  const served = new Set(outcomes.map(({ id }) => id));
  const kpis = journey.links.kpis.flatMap((kpi) => {
    const span = data === undefined || !isLive(kpi, context) ? undefined : clockSpan(kpi, data);
    if (span === undefined || kpi.data === undefined) return [];
    const { name, perspective, contributions } = kpi.data;
    const hears =
      perspective === 'customer-facing' && contributions.some(({ outcome }) => served.has(outcome));
    return [{ id: kpi.id, name, department: holderOf(kpi, context.quarter), span, hears }];
  });
  const customers = outcomes.flatMap((outcome) => {
    const clock =
      outcome.links.clockJourney[0]?.id === journey.id ? outcomeClock(outcome, context) : undefined;
    return clock === undefined || 'missing' in clock ? [] : [{ id: outcome.id, span: clock.span }];
  });
  return { kpis, customers };
};

/** The report of an active journey, or undefined where nobody has defined it. */
export const journeyReport = (
  journey: MapNode<'journey'>,
  context: Context,
  { lines, asOf }: { readonly lines: readonly FindingLine[]; readonly asOf: string },
): JourneyReport | undefined => {
  const { data } = journey;
  if (data === undefined) return undefined;
  const outcomes = outcomesOn(journey, context);
  const { kpis, customers } = clocksOf(journey, outcomes, context);
  const unmeasured = new Map(
    lines
      .filter(({ check }) => check === 'unmeasured-moment-of-truth')
      .map(({ subject, fingerprint }) => [subject.ids[0], fingerprint]),
  );
  const segments = segmentsOf(data).map(({ from, to, duration }, place) => {
    const over = kpis.filter(({ span }) => covers(span, place));
    const ids = (list: readonly { readonly id: string }[]) =>
      list.slice(0, namedPerSegment).map(({ id }) => id);
    return {
      from,
      to,
      ...(duration === undefined ? {} : { duration }),
      waitedBy: customers.filter(({ span }) => covers(span, place)).map(({ id }) => id),
      clockedBy: ids(over),
      heardBy: ids(over.filter(({ hears }) => hears)),
    };
  });
  const named = new Set(segments.flatMap(({ clockedBy, heardBy }) => [...clockedBy, ...heardBy]));
  return {
    schema: 1,
    quarter: context.quarter,
    asOf,
    id: data.id,
    name: data.name,
    events: data.events,
    segments,
    touchpoints: data.touchpoints.map((touchpoint) => {
      const fingerprint = unmeasured.get(`${data.id}/${touchpoint.id}`);
      return { ...touchpoint, ...(fingerprint === undefined ? {} : { unmeasured: fingerprint }) };
    }),
    kpis: kpis.flatMap(({ id, name, department }) => (named.has(id) ? [{ id, name, department }] : [])),
    outcomes: outcomes.map((outcome) => ({
      id: outcome.id,
      statement: outcome.data?.statement ?? outcome.id,
    })),
  };
};

// Builds an outcome's report. Pure, from the same facts as the board's.
import { clockSpan, outcomeClock } from '../checks/outcome-clock.ts';
import { activeContributors, contributionTo, holderOf } from '../domain/contribution.ts';
import { targetIn } from '../domain/kpi-in-quarter.ts';
import { type Context, isActive, isLive } from '../domain/liveness.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type Span, segmentsOf } from '../domain/segments.ts';
import { statusIn } from '../domain/status.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import type { FindingLine } from './finding-line.ts';
import type { OutcomeReport } from './outcome-report.ts';
import { quartersRead } from './quarters-read.ts';
import { marksOf } from './views/marks.ts';
import type { Impact } from './views/shape.ts';
import { worstStatuses } from './views/standing.ts';

const covers = (span: Span | undefined, place: number): boolean =>
  span !== undefined && span.from <= place && place < span.to;

/** How many KPIs a segment of the strip names. */
const namedPerSegment = 20;

const stripOf = (outcome: MapNode<'outcome'>, context: Context): OutcomeReport['journey'] => {
  const node = outcome.links.clockJourney[0] ?? outcome.links.journey[0];
  if (node?.data === undefined || !isActive(node, context.quarter)) return undefined;
  const journey = node.data;
  const clock = outcomeClock(outcome, context);
  const own = clock !== undefined && !('missing' in clock) ? clock.span : undefined;
  const clocking = node.links.kpis
    .filter((kpi) => isLive(kpi, context))
    .map((kpi) => ({
      id: kpi.id,
      span: clockSpan(kpi, journey),
      hears: kpi.data?.perspective === 'customer-facing' && contributionTo(kpi, outcome.id) !== undefined,
    }));
  return {
    id: journey.id,
    name: journey.name,
    events: journey.events,
    segments: segmentsOf(journey).map(({ from, to, duration }, place) => {
      const over = clocking.filter(({ span }) => covers(span, place));
      const ids = (list: typeof over) => list.slice(0, namedPerSegment).map(({ id }) => id);
      return {
        from,
        to,
        ...(duration === undefined ? {} : { duration }),
        inClock: covers(own, place),
        clockedBy: ids(over),
        heardBy: ids(over.filter(({ hears }) => hears)),
      };
    }),
    touchpoints: journey.touchpoints.map((touchpoint) => ({
      ...touchpoint,
      belongs: outcome.data?.touchpoints.includes(`${journey.id}/${touchpoint.id}`) ?? false,
    })),
  };
};

const contributorOf = (
  outcome: string,
  kpi: MapNode<'kpi'>,
  context: Context,
): OutcomeReport['kpis'][number][] => {
  const { data } = kpi;
  if (data === undefined) return [];
  const target = targetIn(data, context.quarter)?.value;
  return [
    {
      id: kpi.id,
      name: data.name,
      department: holderOf(kpi, context.quarter),
      perspective: data.perspective,
      effect: contributionTo(kpi, outcome)?.effect ?? '+',
      live: isLive(kpi, context),
      status: statusIn(data, context.quarter, context.policy),
      unit: data.unit,
      direction: data.direction,
      ...(target === undefined ? {} : { target }),
      readings: quartersRead(data.readings, context.quarter).map((quarter) => {
        const actual = data.readings[quarter]?.actual;
        return { quarter, ...(actual === undefined ? {} : { actual }) };
      }),
    },
  ];
};

/** Whether a finding is about the outcome, a KPI's part in it, or one of its touchpoints. */
const isAbout = (data: Outcome, { subject }: FindingLine): boolean =>
  (subject.kind === 'outcome' && subject.ids[0] === data.id) ||
  (subject.kind === 'kpi-outcome' && subject.ids[1] === data.id) ||
  (subject.kind === 'touchpoint' && data.touchpoints.includes(subject.ids[0] ?? ''));

/** How many contributors a report shows with their series; the KPIs' own pages have them all. */
const shownContributors = 48;

/** Who hears the customer first, then what needs a look. */
const byConcern = (a: OutcomeReport['kpis'][number], b: OutcomeReport['kpis'][number]): number =>
  Number(b.perspective === 'customer-facing') - Number(a.perspective === 'customer-facing') ||
  worstStatuses.indexOf(a.status) - worstStatuses.indexOf(b.status) ||
  (a.id < b.id ? -1 : 1);

const silentOwners = (
  outcome: MapNode<'outcome'>,
  contributing: ReadonlySet<string>,
  quarter: Quarter,
): string[] => {
  const owners = outcome.links.touchpoints
    .filter((touchpoint) => isActive(touchpoint, quarter))
    .flatMap(({ links }) => links.owners)
    .filter((department) => isActive(department, quarter));
  return [...new Set(owners.map(({ id }) => id))].filter((id) => !contributing.has(id)).sort();
};

/** The report of an active outcome, or undefined where nobody has defined it. */
export const outcomeReport = (
  outcome: MapNode<'outcome'>,
  context: Context,
  { lines, impact, asOf }: { lines: readonly FindingLine[]; impact: readonly Impact[]; asOf: string },
): OutcomeReport | undefined => {
  const { data } = outcome;
  if (data === undefined) return undefined;
  const contributors = activeContributors(outcome, context.quarter);
  const kpis = contributors.flatMap((kpi) => contributorOf(outcome.id, kpi, context)).sort(byConcern);
  const journey = stripOf(outcome, context);
  return {
    schema: 1,
    outcome: data,
    quarter: context.quarter,
    asOf,
    marks: marksOf(outcome, context),
    ...(journey === undefined ? {} : { journey }),
    contributors: contributors.length,
    kpis: kpis.slice(0, shownContributors),
    impact: impact.map(({ kpis: _kpis, ...cell }) => cell),
    silent: silentOwners(outcome, new Set(kpis.map(({ department }) => department)), context.quarter),
    findings: lines.filter((line) => isAbout(data, line)),
  };
};

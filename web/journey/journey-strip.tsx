// The journey strip of a page: from a report's strip to the drawing and the table behind it. An outcome's page draws
// the customer's own clock; a journey's page draws the clocks of all of its outcomes.
import { Table } from '@mantine/core';
import { JourneyStrip, type StripClock } from '../../shared/charts/journey-strip.tsx';
import { onPage } from '../../shared/charts/look.ts';
import { weightsOf } from '../../shared/domain/segments.ts';
import type { JourneyReport } from '../../shared/report/journey-report.ts';
import { ChartPanel } from '../parts/chart.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';

/** A journey with what is clocked on it, as the reports of journeys and outcomes hold it. */
export interface Strip extends Pick<JourneyReport, 'name' | 'events' | 'touchpoints'> {
  readonly segments: readonly Omit<JourneyReport['segments'][number], 'waitedBy'>[];
}

/** A customer's clock over the strip. */
export interface CustomerClock {
  readonly id: string;
  readonly name: string;
  readonly lead?: string | undefined;
  /** The places of the segments that it runs over. */
  readonly places: readonly number[];
}

export interface StripPanelProps {
  readonly id: string;
  readonly title: string;
  readonly strip: Strip;
  readonly customers: readonly CustomerClock[];
  /** The name of a KPI. */
  readonly kpiName: (id: string) => string;
  readonly sentence: string;
  /** What is wrong with a touchpoint; undefined: nothing. */
  readonly trouble: (touchpoint: Strip['touchpoints'][number]) => string | undefined;
}

/** The runs of neighbouring places, each as the span that a clock covers. */
export const spansOf = (places: readonly number[]): { readonly from: number; readonly to: number }[] => {
  const spans: { from: number; to: number }[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && last.to === place) last.to = place + 1;
    else spans.push({ from: place, to: place + 1 });
  }
  return spans;
};

/** Clocks of one kind over the same stretch as one line, named by the first of them. */
const together = (
  clocks: readonly StripClock[],
  named: (name: string, more: number) => string,
): StripClock[] =>
  [...Map.groupBy(clocks, ({ from, to, kind }) => `${kind}|${from}|${to}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    return [alike.length === 1 ? first : { ...first, name: named(first.name, alike.length - 1) }];
  });

const placesOf = (strip: Strip, holds: (segment: Strip['segments'][number]) => boolean): number[] =>
  strip.segments.flatMap((segment, place) => (holds(segment) ? [place] : []));

/** The panel with the strip. */
export const StripPanel = ({ id, title, strip, customers, kpiName, sentence, trouble }: StripPanelProps) => {
  const { m, f } = useWords();
  const kpis = [...new Set(strip.segments.flatMap(({ clockedBy }) => clockedBy))];
  const heard = new Set(strip.segments.flatMap(({ heardBy }) => heardBy));
  const waits = new Set(customers.flatMap(({ places }) => places));
  const weights = weightsOf(
    strip.segments.map(({ from, to, duration }) => ({ from, to, duration })),
    { from: 0, to: strip.segments.length },
  );
  const eventName = (event: string): string => strip.events.find((one) => one.id === event)?.name ?? event;
  const durationOf = ({ duration }: Strip['segments'][number]): string | undefined =>
    duration && f.value(duration.value, duration.unit);
  const clocks: StripClock[] = [
    ...customers.flatMap(({ id: customer, name, lead, places }) =>
      spansOf(places).map((span) => ({
        ...span,
        id: `${customer}|${span.from}`,
        name,
        lead,
        kind: 'customer' as const,
      })),
    ),
    ...together(
      kpis.flatMap((kpi) =>
        spansOf(placesOf(strip, ({ clockedBy }) => clockedBy.includes(kpi))).map((span) => ({
          ...span,
          id: `${kpi}|${span.from}`,
          name: kpiName(kpi),
          kind: heard.has(kpi) ? ('heard' as const) : ('inside' as const),
        })),
      ),
      (name, n) => f.say(m.board.outcome.andMore, { name, n }),
    ),
  ];
  const uncovered = placesOf(strip, ({ clockedBy }) => clockedBy.length === 0).filter(
    (place) => waits.size === 0 || waits.has(place),
  );
  const label = f.say(m.board.chart.journey, {
    name: strip.name,
    segments: strip.segments.length,
    events: strip.events.length,
    customer: waits.size,
    uncovered: uncovered.length,
  });
  return (
    <ChartPanel
      id={id}
      title={title}
      sentence={sentence}
      least={720}
      draw={(width) => (
        <JourneyStrip
          events={strip.events}
          segments={strip.segments.map((segment, place) => ({
            weight: weights.by === 'duration' ? (weights.of.get(place) ?? 0) : 1,
            text: durationOf(segment),
          }))}
          touchpoints={strip.touchpoints.map((touchpoint) => ({
            id: touchpoint.id,
            name: touchpoint.name,
            momentOfTruth: touchpoint.momentOfTruth,
            trouble: trouble(touchpoint),
          }))}
          clocks={clocks}
          uncovered={uncovered}
          words={{
            gap: m.board.heatGap,
            nobody: m.board.outcome.nobody,
            touchpoints: m.board.outcome.touchpoints,
          }}
          label={label}
          look={onPage}
          width={width}
        />
      )}
      table={
        <ScrollTable
          caption={title}
          head={[
            m.board.outcome.segmentColumn,
            m.board.outcome.duration,
            m.board.outcome.inClock,
            m.board.outcome.clockedBy,
          ]}
        >
          {strip.segments.map((segment, place) => (
            <Table.Tr key={segment.from}>
              <Table.Th scope="row">
                {eventName(segment.from)} → {eventName(segment.to)}
              </Table.Th>
              <Table.Td>{durationOf(segment) ?? m.board.outcome.unknown}</Table.Td>
              <Table.Td>{waits.has(place) ? m.board.outcome.yes : m.board.outcome.no}</Table.Td>
              <Table.Td>
                {segment.clockedBy.length === 0 ? (
                  <span className="fault">{m.board.outcome.nobody}</span>
                ) : (
                  segment.clockedBy.map(kpiName).join(', ')
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      }
      legend={m.board.outcome.stripLegend}
    />
  );
};

// The customer's way, and whose clock runs while the customer waits. Segments are as long as they typically take, where
// that is known for all of them. The customer's clock stands first; each KPI's clock below it; what no clock covers is
// a hatched gap with its word.
import type { ReactElement } from 'react';
import { Drawing, Hatch, Mark } from './drawing.tsx';
import { fitted, Label, wrapped } from './label.tsx';
import type { Look } from './look.ts';
import { place } from './scale.ts';

export interface StripEvent {
  readonly id: string;
  readonly name: string;
  readonly seenBy: 'customer' | 'inside';
}
export interface StripSegment {
  /** How long it is drawn, against the others; not below 0. */
  readonly weight: number;
  /** Its typical duration as people read it. */
  readonly text?: string | undefined;
}
export interface StripTouchpoint {
  readonly id: string;
  readonly name: string;
  readonly momentOfTruth: boolean;
  /** What is missing here, such as an owner or a measure; undefined: nothing. */
  readonly trouble?: string | undefined;
}
/** A clock over segments `from` up to, not including, `to`. */
export interface StripClock {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'customer' | 'heard' | 'inside';
  readonly lead?: string | undefined;
}
export interface JourneyStripProps {
  readonly events: readonly StripEvent[];
  readonly segments: readonly StripSegment[];
  readonly touchpoints: readonly StripTouchpoint[];
  readonly clocks: readonly StripClock[];
  /** The places of the segments that nobody clocks although the customer waits, and how they are named. */
  readonly uncovered: readonly number[];
  readonly words: { readonly gap: string; readonly nobody: string; readonly touchpoints: string };
  readonly label: string;
  readonly look: Look;
  readonly width?: number;
  readonly id?: string;
}

const left = 250;
const right = 48;
const top = 62;
const rowHeight = 26;

/** The places of the events along the strip: no segment is shorter than a third of an even share. */
export const eventPlaces = (segments: readonly StripSegment[], width: number): number[] => {
  const room = Math.max(width - left - right, 1);
  const even = room / Math.max(segments.length, 1);
  const least = even / 3;
  const total = segments.reduce((sum, { weight }) => sum + Math.max(weight, 0), 0);
  const spare = room - least * segments.length;
  const lengths = segments.map(({ weight }) =>
    total > 0 ? least + (spare * Math.max(weight, 0)) / total : even,
  );
  const places = [left];
  for (const length of lengths) places.push(place((places.at(-1) ?? left) + length));
  return places;
};

const Clock = (props: { clock: StripClock; xs: readonly number[]; y: number; look: Look }): ReactElement => {
  const { clock, xs, y, look } = props;
  const from = xs[clock.from] ?? left;
  const to = xs[clock.to] ?? from;
  const solid = clock.kind !== 'inside';
  return (
    <Mark to={clock.lead} name={clock.name}>
      <Label
        x={left - 14}
        y={y + 14}
        text={fitted(clock.name, left - 20, 12)}
        size={12}
        weight={clock.kind === 'customer' ? 650 : 400}
        fill={look.ink}
        anchor="end"
      />
      <rect
        x={from}
        y={y + 5}
        width={place(Math.max(to - from, 1))}
        height={clock.kind === 'customer' ? 12 : 9}
        fill={clock.kind === 'customer' ? look.ink : solid ? look.well : look.paper}
        stroke={clock.kind === 'inside' ? look.quiet : 'none'}
        strokeWidth="1.5"
        data-mark={`clock-${clock.kind}`}
      />
    </Mark>
  );
};

/** The strip. */
export const JourneyStrip = (props: JourneyStripProps): ReactElement => {
  const {
    events,
    segments,
    touchpoints,
    clocks,
    uncovered,
    words,
    label,
    look,
    width = 1100,
    id = 'journey',
  } = props;
  const xs = eventPlaces(segments, width);
  const line = top;
  const clocksTop = line + 34;
  const gapTop = clocksTop + clocks.length * rowHeight;
  const touchTop = gapTop + (uncovered.length > 0 ? rowHeight : 0) + 14;
  const height = touchTop + (touchpoints.length > 0 ? 62 : 0);
  const share = (width - left - right) / Math.max(touchpoints.length, 1);
  return (
    <Drawing
      label={label}
      width={width}
      height={height}
      leads={clocks.some(({ lead }) => lead !== undefined)}
    >
      <defs>
        <Hatch id={`${id}-hatch`} stroke={look.fault} ground={look.faultGround} />
      </defs>
      <path d={`M${left} ${line}H${xs.at(-1) ?? left}`} stroke={look.ink} strokeWidth="1.5" />
      {events.map((event, i) => {
        const x = xs[i] ?? left;
        const isLast = i === events.length - 1;
        const before = x - (xs[i - 1] ?? 0);
        const room = Math.max(56, (isLast ? before : Math.min((xs[i + 1] ?? width) - x, before)) - 8);
        const lines = wrapped(event.name, room, 12, 2);
        return (
          <g key={event.id}>
            <path
              d={`M${x} ${line + 8}V${gapTop + (uncovered.length > 0 ? rowHeight : 0)}`}
              stroke={look.rule}
            />
            {event.seenBy === 'customer' ? (
              <circle cx={x} cy={line} r="5.5" fill={look.ink} data-mark="event-customer" />
            ) : (
              <rect
                x={x - 4.5}
                y={line - 4.5}
                width="9"
                height="9"
                fill={look.paper}
                stroke={look.quiet}
                strokeWidth="1.5"
                data-mark="event-inside"
              />
            )}
            {lines.map((text, row) => (
              <Label
                key={text}
                x={isLast ? x + 8 : x}
                y={line - 14 - (lines.length - 1 - row) * 14}
                text={text}
                size={12}
                weight={event.seenBy === 'customer' ? 600 : 400}
                fill={event.seenBy === 'customer' ? look.ink : look.quiet}
                anchor={isLast ? 'end' : 'middle'}
              />
            ))}
          </g>
        );
      })}
      {segments.map(({ text }, i) =>
        text === undefined ? null : (
          <Label
            key={events[i]?.id ?? text}
            x={((xs[i] ?? 0) + (xs[i + 1] ?? 0)) / 2}
            y={line + 17}
            text={text}
            size={11}
            fill={look.quiet}
            anchor="middle"
          />
        ),
      )}
      {clocks.map((clock, i) => (
        <Clock key={clock.id} clock={clock} xs={xs} y={clocksTop + i * rowHeight} look={look} />
      ))}
      {uncovered.length > 0 && (
        <Label
          x={left - 14}
          y={gapTop + 15}
          text={fitted(words.nobody, left - 20, 12)}
          size={12}
          weight={650}
          fill={look.fault}
          anchor="end"
        />
      )}
      {uncovered.map((segment) => {
        const from = xs[segment] ?? left;
        const to = xs[segment + 1] ?? from;
        return (
          <g key={segment} data-mark="gap">
            <title>{words.nobody}</title>
            <rect
              x={from + 2}
              y={gapTop + 3}
              width={place(Math.max(to - from - 4, 1))}
              height="16"
              fill={`url(#${id}-hatch)`}
              stroke={look.fault}
              strokeDasharray="4 2"
            />
            {to - from > 60 && (
              <>
                <rect
                  x={place((from + to) / 2 - 16)}
                  y={gapTop + 4}
                  width="32"
                  height="14"
                  fill={look.paper}
                />
                <Label
                  x={(from + to) / 2}
                  y={gapTop + 15}
                  text={words.gap}
                  size={11.5}
                  weight={700}
                  fill={look.fault}
                  anchor="middle"
                />
              </>
            )}
          </g>
        );
      })}
      {touchpoints.length > 0 && (
        <Label
          x={left - 14}
          y={touchTop + 14}
          text={words.touchpoints}
          size={12}
          fill={look.quiet}
          anchor="end"
        />
      )}
      {touchpoints.map((touchpoint, i) => {
        const x = left + share * (i + 0.5);
        const lines = wrapped(touchpoint.name, share - 8, 11.5, 2);
        return (
          <g key={touchpoint.id}>
            <title>
              {touchpoint.trouble === undefined
                ? touchpoint.name
                : `${touchpoint.name}: ${touchpoint.trouble}`}
            </title>
            <path
              d={
                touchpoint.momentOfTruth
                  ? `M${x} ${touchTop + 2}l8 8l-8 8l-8 -8z`
                  : `M${x - 5} ${touchTop + 10}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`
              }
              fill={touchpoint.trouble === undefined ? look.well : look.paper}
              stroke={touchpoint.trouble === undefined ? look.well : look.fault}
              strokeWidth="1.75"
              {...(touchpoint.trouble === undefined ? {} : { strokeDasharray: '3 2' })}
              data-mark={touchpoint.momentOfTruth ? 'moment-of-truth' : 'touchpoint'}
            />
            {lines.map((text, row) => (
              <Label
                key={text}
                x={x}
                y={touchTop + 34 + row * 13}
                text={text}
                size={11.5}
                weight={touchpoint.momentOfTruth ? 650 : 400}
                fill={touchpoint.trouble === undefined ? look.ink : look.fault}
                anchor="middle"
              />
            ))}
          </g>
        );
      })}
    </Drawing>
  );
};

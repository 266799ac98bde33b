// A line of quarters with its axis: what was reached is solid and dark, what was computed afterwards lighter and hollow,
// the target a step, a missing quarter a break with a mark of its own.
import type { ReactElement } from 'react';
import { Drawing } from './drawing.tsx';
import { fitted, Label, textWidth } from './label.tsx';
import type { Look } from './look.ts';
import { boundsOf, type ChartTarget, extent, linear } from './scale.ts';

/** A quarter on the line. */
export interface TrendPoint {
  /** The quarter as people read it. */
  readonly quarter: string;
  /** undefined: not measured. */
  readonly value: number | undefined;
  /** The value as people read it. */
  readonly text?: string | undefined;
  readonly target?: ChartTarget | undefined;
  /** Computed afterwards, for a quarter before the organisation joined. */
  readonly computed?: boolean;
}

export interface TrendProps {
  readonly points: readonly TrendPoint[];
  /** The values at the bottom and at the top; the figures' and targets' own where nothing is given. */
  readonly domain?: readonly [number, number];
  readonly label: string;
  readonly look: Look;
  readonly width?: number;
  readonly height?: number;
  /** Whether the first and the last quarter stand below the line. */
  readonly axis?: boolean;
  /** What the ends of `domain` are called; they then stand at the left, and the first value at its point. */
  readonly ends?: readonly [string, string];
}

const edge = { left: 6, right: 10, top: 16, bottom: 18 };

/** The values that a series spans, targets included, with a little room; undefined where there are none. */
export const trendDomain = (points: readonly TrendPoint[]): [number, number] | undefined => {
  const span = extent([
    ...points.map(({ value }) => value),
    ...points.flatMap(({ target }) => boundsOf(target)),
  ]);
  if (span === undefined) return undefined;
  const room = (span[1] - span[0]) * 0.08 || Math.abs(span[1]) * 0.05 || 1;
  return [span[0] - room, span[1] + room];
};

/** The path of a target that may move from quarter to quarter: a step at each change, a break where there is none. */
const steps = (
  targets: readonly (number | undefined)[],
  across: (index: number) => number,
  up: (value: number) => number,
): string => {
  let path = '';
  targets.forEach((target, i) => {
    if (target === undefined) return;
    const start = across(i - 0.5);
    path += `${i === 0 || targets[i - 1] === undefined ? 'M' : 'L'}${start} ${up(target)}L${across(i + 0.5)} ${up(target)}`;
  });
  return path;
};

interface EndsProps {
  readonly ends: readonly [string, string];
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly look: Look;
}

/** The least and the greatest value of the scale, so that nobody takes a cut scale for a whole one. */
const Ends = ({ ends: [low, high], left, right, foot, look }: EndsProps): ReactElement => (
  <>
    <path d={`M${left} ${edge.top}H${right}`} stroke={look.rule} strokeDasharray="1 3" data-mark="end" />
    <Label x={left - 4} y={edge.top + 4} text={high} size={10.5} fill={look.quiet} anchor="end" />
    <Label x={left - 4} y={foot} text={low} size={10.5} fill={look.quiet} anchor="end" />
  </>
);

/** Whether a point's value stands beside it: that of the last, and of the first where it is asked for. */
const isNamed = (i: number, last: number, first: number, both: boolean): boolean =>
  i === last || (both && i === first && last - first > 2);

/** The line, with its last value beside its last point. */
export const Trend = ({
  points,
  domain,
  label,
  look,
  width = 220,
  height = 84,
  axis = true,
  ends,
}: TrendProps): ReactElement => {
  const last = points.at(-1);
  const room = last?.text === undefined ? 0 : textWidth(last.text, 12) / 2;
  const foot = height - (axis ? edge.bottom : 6);
  const left =
    edge.left + (ends === undefined ? 0 : 4 + Math.max(...ends.map((end) => textWidth(end, 10.5))));
  const across = linear([-0.5, Math.max(points.length, 1) - 0.5], [left, width - edge.right - room]);
  const up = linear(domain ?? trendDomain(points) ?? [0, 1], [foot - 4, edge.top]);
  const sides = Math.max(0, ...points.map(({ target }) => boundsOf(target).length));
  const placed = points.map((point, i) => ({
    ...point,
    i,
    x: across(i),
    y: point.value === undefined ? undefined : up(point.value),
  }));
  const first = points.findIndex(({ value }) => value !== undefined);
  return (
    <Drawing label={label} width={width} height={height}>
      <path d={`M${left} ${foot}H${width - edge.right}`} stroke={look.rule} data-mark="axis" />
      {ends !== undefined && (
        <Ends ends={ends} left={left} right={width - edge.right} foot={foot} look={look} />
      )}
      {Array.from({ length: sides }, (_, side) => {
        const path = steps(
          points.map(({ target }) => boundsOf(target)[side]),
          across,
          up,
        );
        return path === '' ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bound's side is its identity
          <path key={side} d={path} stroke={look.quiet} strokeWidth="1.25" data-mark="target" />
        );
      })}
      {placed.map(({ i, x, y, computed }) => {
        const before = placed[i - 1];
        return y === undefined || before?.y === undefined ? null : (
          <path
            key={i}
            d={`M${before.x} ${before.y}L${x} ${y}`}
            {...(computed === true || before.computed === true
              ? { stroke: look.quiet, strokeWidth: 1.25, strokeOpacity: 0.8 }
              : { stroke: look.ink, strokeWidth: 2 })}
            data-mark="line"
          />
        );
      })}
      {placed.map(({ i, x, y, computed }) =>
        y === undefined ? (
          <path
            key={i}
            d={`M${x - 3} ${foot - 6}l6 6m0 -6l-6 6`}
            stroke={look.quiet}
            strokeWidth="1.25"
            data-mark="gap"
          />
        ) : (
          <circle
            key={i}
            cx={x}
            cy={y}
            r={i === points.length - 1 ? 3.5 : 2}
            fill={computed === true ? look.paper : look.ink}
            stroke={computed === true ? look.quiet : look.ink}
            strokeWidth={computed === true ? 1.25 : 0}
            data-mark={i === points.length - 1 ? 'last' : 'point'}
          />
        ),
      )}
      {placed.map(({ i, x, y, text }) =>
        isNamed(i, points.length - 1, first, ends !== undefined) && y !== undefined && text !== undefined ? (
          <Label
            key={i}
            x={x}
            y={Math.max(y - 8, 11)}
            text={text}
            size={i === points.length - 1 ? 12 : 11}
            {...(i === points.length - 1 ? { weight: 650 } : {})}
            fill={i === points.length - 1 ? look.ink : look.quiet}
            anchor="middle"
          />
        ) : null,
      )}
      {axis && points[0] !== undefined && points.length > 1 && (
        <Label
          x={left}
          y={height - 4}
          text={fitted(points[0].quarter, width / 2, 11)}
          size={11}
          fill={look.quiet}
        />
      )}
      {axis && last !== undefined && (
        <Label
          x={width - edge.right}
          y={height - 4}
          text={last.quarter}
          size={11}
          fill={look.quiet}
          anchor="end"
        />
      )}
    </Drawing>
  );
};

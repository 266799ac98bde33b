// A line of few quarters, small enough to stand beside a number. Absence has a mark of its own and is never drawn
// as 0; the target is a thin line; nothing depends on colour.
import type { ReactElement } from 'react';
import { boundsOf, type ChartTarget, extent, linear } from './scale.ts';

export interface SparklineProps {
  /** Oldest first, one per quarter; undefined: not measured. */
  readonly points: readonly (number | undefined)[];
  readonly target?: ChartTarget | undefined;
  /** The values at the bottom and at the top; the figures' own where nothing is given. */
  readonly domain?: readonly [number, number];
  /** How many of the first points were computed afterwards; they are drawn lighter and hollow. */
  readonly computed?: number;
  /** What the drawing says, in words. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

interface Dot {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

const segments = (dots: readonly Dot[]): [Dot, Dot][] =>
  dots.flatMap((dot, i) => {
    const next = dots[i + 1];
    return next !== undefined && next.index === dot.index + 1 ? [[dot, next] as [Dot, Dot]] : [];
  });

const GapMark = ({ x, y }: { x: number; y: number }): ReactElement => (
  <path
    d={`M${x - 2} ${y - 2}l4 4m0 -4l-4 4`}
    stroke="currentColor"
    strokeWidth="1"
    strokeOpacity="0.7"
    data-mark="gap"
  />
);

/** The line, as SVG in the colour of the text around it. */
export const Sparkline = ({
  points,
  target,
  domain,
  computed = 0,
  label,
  width = 120,
  height = 32,
}: SparklineProps): ReactElement => {
  const edge = 5;
  const across = linear([0, Math.max(points.length - 1, 1)], [edge, width - edge]);
  const up = linear(domain ?? extent([...points, ...boundsOf(target)]) ?? [0, 1], [height - edge, edge]);
  const dots = points.flatMap((value, index) =>
    value === undefined ? [] : [{ index, x: across(index), y: up(value) }],
  );
  const gaps = points.flatMap((value, index) =>
    value === undefined ? [{ index, x: across(index), y: height - edge }] : [],
  );
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
    >
      {boundsOf(target).map((bound) => (
        <path
          key={bound}
          d={`M0 ${up(bound)}H${width}`}
          stroke="currentColor"
          strokeOpacity="0.55"
          strokeDasharray="2 2"
          data-mark="target"
        />
      ))}
      {segments(dots).map(([a, b]) => (
        <path
          key={a.index}
          d={`M${a.x} ${a.y}L${b.x} ${b.y}`}
          stroke="currentColor"
          strokeLinecap="round"
          {...(a.index < computed ? { strokeWidth: '1', strokeOpacity: 0.6 } : { strokeWidth: '1.75' })}
        />
      ))}
      {gaps.map(({ index, x, y }) => (
        <GapMark key={index} x={x} y={y} />
      ))}
      {dots.map(({ index, x, y }) => {
        const last = index === points.length - 1;
        return (
          <circle
            key={index}
            cx={x}
            cy={y}
            r={last ? 3 : 1.6}
            fill={index < computed ? 'none' : 'currentColor'}
            stroke="currentColor"
            strokeWidth={index < computed ? 1 : 0}
            data-mark={last ? 'last' : 'point'}
          />
        );
      })}
    </svg>
  );
};

// The process behaviour chart: is a change news, or the usual variation? Mean and natural limits come from the moving
// ranges (Wheeler, "Understanding Variation"); a point outside them, or eight running on one side, is a signal.
import type { ReactElement } from 'react';
import { Drawing } from './drawing.tsx';
import { Label } from './label.tsx';
import type { Look } from './look.ts';
import { extent, linear } from './scale.ts';
import type { TrendPoint } from './trend.tsx';

/** What a series says of itself; undefined below two readings. */
export interface NaturalLimits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** The places of the points that are signals. */
  readonly signals: readonly number[];
}

const runLength = 8;
const ofMovingRange = 2.66;

/** Mean, natural limits and signals of a series; gaps are passed over, a point on the mean is in no run. */
export const naturalLimits = (values: readonly (number | undefined)[]): NaturalLimits | undefined => {
  const there = values.flatMap((value, i) => (value === undefined ? [] : [{ value, i }]));
  if (there.length < 2) return undefined;
  const mean = there.reduce((sum, { value }) => sum + value, 0) / there.length;
  const ranges = there.slice(1).map(({ value }, i) => Math.abs(value - (there[i]?.value ?? value)));
  const reach = (ofMovingRange * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  const [low, high] = [mean - reach, mean + reach];
  const signals = new Set(there.filter(({ value }) => value < low || value > high).map(({ i }) => i));
  let run: number[] = [];
  let side = 0;
  for (const { value, i } of there) {
    const now = Math.sign(value - mean);
    run = now !== 0 && now === side ? [...run, i] : now === 0 ? [] : [i];
    side = now;
    if (run.length >= runLength) for (const one of run) signals.add(one);
  }
  return { mean, low, high, signals: [...signals].sort((a, b) => a - b) };
};

export interface XmrProps {
  readonly points: readonly TrendPoint[];
  readonly label: string;
  /** What stands at the mean and at the limits, as people read it. */
  readonly texts: { readonly mean: string; readonly low: string; readonly high: string };
  readonly look: Look;
  readonly width?: number;
  readonly height?: number;
}

/** The chart; without two readings only its gaps. */
export const Xmr = ({ points, label, texts, look, width = 360, height = 150 }: XmrProps): ReactElement => {
  const limits = naturalLimits(points.map(({ value }) => value));
  const right = 76;
  const foot = height - 20;
  const across = linear([0, Math.max(points.length - 1, 1)], [10, width - right - 8]);
  const up = linear(extent([...points.map(({ value }) => value), limits?.low, limits?.high]) ?? [0, 1], [
    foot - 8,
    12,
  ]);
  const lines = limits === undefined ? [] : (['low', 'mean', 'high'] as const);
  return (
    <Drawing label={label} width={width} height={height}>
      {limits !== undefined &&
        lines.map((name) => (
          <g key={name} data-mark={name}>
            <path
              d={`M4 ${up(limits[name])}H${width - right}`}
              stroke={look.quiet}
              {...(name === 'mean' ? {} : { strokeDasharray: '6 3' })}
            />
            <Label
              x={width - right + 6}
              y={up(limits[name]) + 4}
              text={texts[name]}
              size={11}
              fill={look.quiet}
            />
          </g>
        ))}
      {points.map(({ value, quarter }, i) => {
        const before = points[i - 1]?.value;
        return value === undefined || before === undefined ? null : (
          <path
            key={quarter}
            d={`M${across(i - 1)} ${up(before)}L${across(i)} ${up(value)}`}
            stroke={look.ink}
            strokeWidth="1.5"
            data-mark="line"
          />
        );
      })}
      {points.map(({ value, quarter }, i) =>
        value === undefined ? (
          <path
            key={quarter}
            d={`M${across(i) - 3} ${foot - 6}l6 6m0 -6l-6 6`}
            stroke={look.quiet}
            strokeWidth="1.25"
            data-mark="gap"
          />
        ) : limits?.signals.includes(i) ? (
          <path
            key={quarter}
            d={`M${across(i)} ${up(value) - 5}l5 5l-5 5l-5 -5z`}
            fill={look.fault}
            data-mark="signal"
          />
        ) : (
          <circle key={quarter} cx={across(i)} cy={up(value)} r="2.5" fill={look.ink} data-mark="point" />
        ),
      )}
      {points[0] !== undefined && (
        <Label x={4} y={height - 4} text={points[0].quarter} size={11} fill={look.quiet} />
      )}
      {points.length > 1 && (
        <Label
          x={width - right}
          y={height - 4}
          text={points.at(-1)?.quarter ?? ''}
          size={11}
          fill={look.quiet}
          anchor="end"
        />
      )}
    </Drawing>
  );
};

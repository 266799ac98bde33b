// What we measure inside above what the customer feels of it: two small multiples on one time scale, each on a scale of
// its own, because nothing is compared across units. A lag is drawn as a shift of the customer's line.
import type { ReactElement } from 'react';
import { Drawing } from './drawing.tsx';
import { fitted, Label, textWidth } from './label.tsx';
import type { Look } from './look.ts';
import { boundsOf, linear } from './scale.ts';
import { type TrendPoint, trendDomain } from './trend.tsx';

/** One of the two series. */
export interface PairSeries {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

export interface PairProps {
  readonly inside: PairSeries;
  readonly outside: PairSeries;
  readonly label: string;
  readonly look: Look;
  readonly width?: number;
}

const rowHeight = 74;
const left = 6;

/** The room at the right, wide enough for both last values with their units. */
const roomFor = (...both: readonly PairSeries[]): number =>
  Math.min(120, Math.max(64, ...both.map(({ points }) => textWidth(points.at(-1)?.text ?? '', 13) + 14)));

const Row = (props: {
  series: PairSeries;
  top: number;
  width: number;
  right: number;
  stroke: string;
  weight: number;
  look: Look;
}): ReactElement => {
  const { series, top, width, right, stroke, weight, look } = props;
  const { points, name } = series;
  const foot = top + rowHeight - 8;
  const across = linear([0, Math.max(points.length - 1, 1)], [left + 4, width - right]);
  const up = linear(trendDomain(points) ?? [0, 1], [foot - 4, top + 26]);
  const last = points.at(-1);
  return (
    <g data-series={name}>
      <Label
        x={left}
        y={top + 13}
        text={fitted(name, width - left - 6, 12)}
        size={12}
        weight={600}
        fill={stroke}
      />
      <path d={`M${left} ${foot}H${width - right + 6}`} stroke={look.rule} />
      {boundsOf(last?.target).map((bound) => (
        <path
          key={bound}
          d={`M${left} ${up(bound)}H${width - right + 6}`}
          stroke={look.quiet}
          strokeWidth="1"
          data-mark="target"
        />
      ))}
      {points.map(({ value }, i) => {
        const before = points[i - 1]?.value;
        return value === undefined || before === undefined ? null : (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a quarter's place is its identity
            key={i}
            d={`M${across(i - 1)} ${up(before)}L${across(i)} ${up(value)}`}
            stroke={stroke}
            strokeWidth={weight}
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
        ) : (
          <circle
            key={quarter}
            cx={across(i)}
            cy={up(value)}
            r={i === points.length - 1 ? 3.5 : 2}
            fill={stroke}
            data-mark="point"
          />
        ),
      )}
      {last?.value !== undefined && last.text !== undefined && (
        <Label
          x={width - right + 12}
          y={up(last.value) + 4}
          text={fitted(last.text, right - 12, 12)}
          size={12}
          weight={650}
          fill={stroke}
        />
      )}
    </g>
  );
};

/** The pair: internal KPI above, counterpart below, in blue-green and heavier; both solid, for a dash means a forecast. */
export const Pair = ({ inside, outside, label, look, width = 320 }: PairProps): ReactElement => {
  const height = rowHeight * 2 + 20;
  const right = roomFor(inside, outside);
  const first = inside.points[0]?.quarter;
  const last = inside.points.at(-1)?.quarter;
  return (
    <Drawing label={label} width={width} height={height}>
      <Row series={inside} top={0} width={width} right={right} stroke={look.ink} weight={1.75} look={look} />
      <Row
        series={outside}
        top={rowHeight}
        width={width}
        right={right}
        stroke={look.well}
        weight={2.75}
        look={look}
      />
      {first !== undefined && <Label x={left} y={height - 5} text={first} size={11} fill={look.quiet} />}
      {last !== undefined && (
        <Label x={width - right + 6} y={height - 5} text={last} size={11} fill={look.quiet} anchor="end" />
      )}
    </Drawing>
  );
};

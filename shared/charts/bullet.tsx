// A figure against its target: the actual a solid bar, the quarter before a lighter one, the target a line. No
// gauge, no traffic light; it reads the same in grey.
import type { ReactElement } from 'react';
import { boundsOf, type ChartTarget, extent, linear, place } from './scale.ts';

export interface BulletProps {
  /** undefined: no reading; the bar is then an empty outline with a mark of its own. */
  readonly value: number | undefined;
  readonly previous?: number | undefined;
  readonly target?: ChartTarget | undefined;
  /** The values at both ends; from 0 to a little beyond the greatest where nothing is given. */
  readonly domain?: readonly [number, number];
  /** What the drawing says, in words. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** From 0 (or the least, where negative) to a tenth beyond the greatest. */
export const bulletDomain = (values: readonly (number | undefined)[]): [number, number] => {
  const [least, greatest] = extent([0, ...values]) ?? [0, 1];
  const room = (greatest - least) * 0.1 || 1;
  return [least < 0 ? least - room : 0, greatest > 0 ? greatest + room : 0];
};

const Bar = (props: {
  from: number;
  to: number;
  y: number;
  height: number;
  opacity: number;
  mark: string;
}): ReactElement => (
  <rect
    x={Math.min(props.from, props.to)}
    y={props.y}
    width={place(Math.abs(props.to - props.from))}
    height={props.height}
    fill="currentColor"
    fillOpacity={props.opacity}
    data-mark={props.mark}
  />
);

/** The bullet graph, as SVG in the colour of the text around it. */
export const Bullet = ({
  value,
  previous,
  target,
  domain,
  label,
  width = 160,
  height = 24,
}: BulletProps): ReactElement => {
  const span = domain ?? bulletDomain([value, previous, ...boundsOf(target)]);
  const across = linear(span, [1, width - 1]);
  const zero = across(Math.max(0, span[0]));
  const middle = height / 2;
  const bounds = boundsOf(target);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
    >
      <rect x="0.5" y={middle - 6} width={width - 1} height="12" fill="currentColor" fillOpacity="0.08" />
      {bounds.length === 2 && (
        <Bar
          from={across(bounds[0] ?? 0)}
          to={across(bounds[1] ?? 0)}
          y={middle - 6}
          height={12}
          opacity={0.14}
          mark="range"
        />
      )}
      {previous !== undefined && (
        <Bar from={zero} to={across(previous)} y={middle - 5} height={10} opacity={0.3} mark="previous" />
      )}
      {value === undefined ? (
        <path d={`M6 ${middle - 3}l6 6m0 -6l-6 6`} stroke="currentColor" strokeWidth="1.5" data-mark="gap" />
      ) : (
        <Bar from={zero} to={across(value)} y={middle - 2.5} height={5} opacity={1} mark="actual" />
      )}
      {bounds.map((bound) => (
        <path
          key={bound}
          d={`M${across(bound)} ${middle - 9}v18`}
          stroke="currentColor"
          strokeWidth="2"
          data-mark="target"
        />
      ))}
    </svg>
  );
};

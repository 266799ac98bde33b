// The frame of every larger chart: its size, its face, and what it says in words. A chart whose marks lead somewhere is
// a group of links, since nothing inside a picture can be reached by keyboard.
import type { ReactElement, ReactNode } from 'react';
import { face } from './look.ts';

export interface DrawingProps {
  /** What the drawing says, in words. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Its marks are links. */
  readonly leads?: boolean;
  readonly children: ReactNode;
}

/** The SVG element of a chart; it shrinks with its place and keeps its shape. */
export const Drawing = ({ label, width, height, leads = false, children }: DrawingProps): ReactElement => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    role={leads ? 'group' : 'img'}
    aria-label={label}
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    fontFamily={face}
    fill="none"
    style={{ maxWidth: '100%', height: 'auto' }}
  >
    {children}
  </svg>
);

/** A mark that leads to its evidence where there is a way; `name` is read out, and shown on hovering by whoever lets
 *  people follow links. */
export const Mark = (props: { to?: string | undefined; name: string; children: ReactNode }): ReactElement =>
  props.to === undefined ? (
    <g>
      <title>{props.name}</title>
      {props.children}
    </g>
  ) : (
    <a href={props.to} aria-label={props.name}>
      {props.children}
    </a>
  );

/** Slanted lines that stand for a fault where there is no colour; `id` must be the drawing's own. */
export const Hatch = ({
  id,
  stroke,
  ground,
}: {
  id: string;
  stroke: string;
  ground: string;
}): ReactElement => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill={ground} />
    <path d="M0 0V6" stroke={stroke} strokeWidth="2.4" />
  </pattern>
);

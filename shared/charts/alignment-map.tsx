// How what departments measure reaches customers: department -> KPI -> customer outcome. A faulty link is rust and
// hatched; KPIs that reach nobody end in "no customer outcome", which is drawn, not left out.
import type { ReactElement } from 'react';
import { type Flow, fullestColumn, layOut, type MapPlace, type Ribbon } from './alignment-layout.ts';
import { Drawing, Hatch, Mark } from './drawing.tsx';
import { Label, wrapped } from './label.tsx';
import type { Look } from './look.ts';

/** A department or an outcome. */
export interface MapEnd {
  readonly id: string;
  readonly name: string;
  readonly to?: string | undefined;
}

export interface AlignmentMapProps {
  readonly departments: readonly MapEnd[];
  readonly outcomes: readonly MapEnd[];
  readonly flows: readonly Flow[];
  readonly label: string;
  /** The words at the node for KPIs without an outcome, and at a node that stands for several KPIs. */
  readonly noOutcome: string;
  readonly others: (count: number) => string;
  /** Where the node for KPIs without an outcome leads. */
  readonly noOutcomeTo?: string;
  readonly look: Look;
  readonly width?: number;
  readonly id?: string;
}

const margin = { left: 168, right: 262, top: 10, bottom: 10 };
const nodeRoom = 28;

/** How high the map is: as its fullest column needs. */
export const mapHeight = (flows: readonly Flow[]): number =>
  Math.max(260, Math.min(1300, fullestColumn(flows) * nodeRoom + margin.top + margin.bottom));

interface Brush {
  readonly look: Look;
  readonly hatch: string;
}

/** A ribbon; its link is for the mouse, as the KPI's own node leads to the same place by keyboard. */
const ribbonOf = (ribbon: Ribbon, { look, hatch }: Brush): ReactElement => {
  const path = (
    <path
      d={ribbon.path}
      stroke={ribbon.faulty ? `url(#${hatch})` : look.well}
      strokeWidth={ribbon.width}
      strokeOpacity={ribbon.faulty ? 0.7 : 0.24}
      data-mark={ribbon.faulty ? 'faulty' : 'ribbon'}
    />
  );
  return ribbon.to === undefined ? (
    <g key={ribbon.id}>
      <title>{ribbon.name}</title>
      {path}
    </g>
  ) : (
    <a key={ribbon.id} href={ribbon.to} aria-label={ribbon.name} tabIndex={-1}>
      {path}
    </a>
  );
};

/** The map. */
export const AlignmentMap = (props: AlignmentMapProps): ReactElement => {
  const {
    departments,
    outcomes,
    flows,
    label,
    noOutcome,
    noOutcomeTo,
    others,
    look,
    width = 1160,
    id = 'map',
  } = props;
  const height = mapHeight(flows);
  const frame = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const { places, ribbons } = layOut(flows, frame);
  const ends = new Map<string, MapEnd>([
    ...departments.map((end) => [`d:${end.id}`, end] as const),
    ...outcomes.map((end) => [`o:${end.id}`, end] as const),
  ]);
  const kpis = new Map<string, string>(
    flows.flatMap(({ kpi }) => (kpi === undefined ? [] : [[`k:${kpi.id}`, kpi.name] as const])),
  );
  const ways = new Map<string, string | undefined>(
    flows.map(
      ({ kpi, department, to }) => [kpi === undefined ? `r:${department}` : `k:${kpi.id}`, to] as const,
    ),
  );
  const nameOf = ({ id: node, kind, count }: MapPlace): string =>
    kind === 'none'
      ? noOutcome
      : kind === 'others'
        ? others(count)
        : (ends.get(node)?.name ?? kpis.get(node) ?? node);
  const lost = new Set(places.filter(({ kind }) => kind === 'none').map(({ id: node }) => node));
  const leads =
    flows.some(({ to }) => to !== undefined) || [...ends.values()].some(({ to }) => to !== undefined);
  return (
    <Drawing label={label} width={width} height={height} leads={leads}>
      <defs>
        <Hatch id={`${id}-hatch`} stroke={look.fault} ground={look.faultGround} />
      </defs>
      {[...ribbons]
        .sort((a, b) => Number(a.faulty) - Number(b.faulty))
        .map((ribbon) => ribbonOf(ribbon, { look, hatch: `${id}-hatch` }))}
      {places.map((node) => {
        const right = node.kind !== 'department';
        const room =
          node.kind === 'department'
            ? margin.left - 12
            : node.kind === 'outcome' || node.kind === 'none'
              ? margin.right - 16
              : (width - margin.left - margin.right) / 2 - 30;
        const name = nameOf(node);
        const faulty = lost.has(node.id);
        const isEnd = node.kind !== 'kpi' && node.kind !== 'others';
        return (
          <Mark
            key={node.id}
            to={node.kind === 'none' ? noOutcomeTo : (ends.get(node.id)?.to ?? ways.get(node.id))}
            name={name}
          >
            <rect
              x={node.x}
              y={node.y}
              width={node.width}
              height={Math.max(node.height, 1)}
              fill={faulty ? look.paper : look.ink}
              {...(faulty ? { stroke: look.fault, strokeDasharray: '3 2', strokeWidth: 1.5 } : {})}
              data-mark={faulty ? 'no-outcome' : node.kind}
            />
            {wrapped(name, room, 11.5, isEnd ? 2 : 1).map((line, i, lines) => (
              <Label
                key={line}
                x={right ? node.x + node.width + 6 : node.x - 6}
                y={node.y + node.height / 2 + 4 + (i - (lines.length - 1) / 2) * 12.5}
                text={line}
                goesOn={i < lines.length - 1}
                size={11.5}
                weight={isEnd ? 600 : 400}
                fill={faulty ? look.fault : node.kind === 'others' ? look.quiet : look.ink}
                anchor={right ? 'start' : 'end'}
                {...(isEnd ? {} : { halo: look.paper })}
              />
            ))}
          </Mark>
        );
      })}
    </Drawing>
  );
};

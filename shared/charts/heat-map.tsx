// Which department acts on which customer outcome: the more KPIs, the darker; blue-green where they help, rust with a
// triangle where they harm, a dot where a customer is heard. A gap - an internal KPI whose counterpart is missing - is a
// hatched frame with its word, so that a grey print shows it too. An empty cell stays empty: absence is seen. A cell's
// name is read out from its link; whoever draws for people with a mouse shows it on hovering.
import { Fragment, type ReactElement } from 'react';
import { Drawing, Hatch, Mark } from './drawing.tsx';
import { fitted, Label, wrapped } from './label.tsx';
import type { Look } from './look.ts';
import { place } from './scale.ts';

/** A row or a column. */
export interface HeatHead {
  readonly id: string;
  readonly name: string;
  readonly to?: string | undefined;
  /** A few words of trouble beneath a row's name. */
  readonly trouble?: string | undefined;
}

/** A cell that is not empty. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  readonly helps: number;
  readonly harms: number;
  readonly heard: boolean;
  readonly gap: boolean;
  /** What it says, in words. */
  readonly name: string;
  readonly to?: string | undefined;
}

export interface HeatMapProps {
  readonly rows: readonly HeatHead[];
  readonly columns: readonly HeatHead[];
  readonly cells: readonly HeatCell[];
  readonly label: string;
  /** The word in a gap. */
  readonly gap: string;
  readonly look: Look;
  readonly width?: number;
  /** Tells its patterns from those of another chart in the same document. */
  readonly id?: string;
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly row: number;
  readonly turned: boolean;
}

/** Where the cells of so many rows and columns lie in a width. */
export const gridOf = (rows: number, columns: number, width: number): Grid => {
  const left = Math.min(290, Math.max(150, width * 0.27));
  const cell = Math.max(10, Math.min(150, (width - left - 2) / Math.max(columns, 1)));
  const turned = cell < 74;
  return { left, cell, turned, top: turned ? 104 : 40, row: rows <= 12 ? 34 : 24 };
};

/** What is drawn beside a link and said by its name is not read out a second time. */
const unread = { 'aria-hidden': true } as const;

/** Whether a cell has room for words. */
const isRoomy = ({ cell }: Grid): boolean => cell >= 48;

const shade = (count: number): number => (count >= 4 ? 0.62 : count === 3 ? 0.46 : count === 2 ? 0.32 : 0.18);

interface Placed {
  readonly cell: HeatCell;
  readonly x: number;
  readonly y: number;
  readonly grid: Grid;
}

/**
 * What is written over a cell where there is room for it: the word of a gap, or the KPIs that help and harm. It lies over
 * the cell's link and not in it, for the link's name says it in words.
 */
const written = ({ cell, x, y, grid }: Placed, gap: string, look: Look): ReactElement => {
  const counts = `${cell.helps > 0 ? `▲${cell.helps}` : ''}${cell.harms > 0 ? `▼${cell.harms}` : ''}`;
  const line = y + grid.row / 2 + 4;
  const key = `${cell.row}|${cell.column}`;
  return cell.gap ? (
    <Label
      key={key}
      x={x + grid.cell / 2}
      y={line}
      text={gap}
      weight={700}
      fill={look.fault}
      anchor="middle"
    />
  ) : (
    <Label key={key} x={x + 8} y={line} text={counts} weight={500} fill={look.ink} />
  );
};

/** There are many cells, so each is one rectangle in its link, made by a plain function that the map calls. */
const cellOf = (placed: Placed, look: Look, hatch: string): ReactElement => {
  const { cell, x, y, grid } = placed;
  const roomy = isRoomy(grid);
  const harmful = cell.harms > cell.helps;
  const inset = cell.gap ? 2 : 1;
  const box = {
    x: place(x + inset),
    y: place(y + inset),
    width: place(grid.cell - 2 * inset),
    height: place(grid.row - 2 * inset),
  };
  const key = `${cell.row}|${cell.column}`;
  const drawn = cell.gap ? (
    <rect
      {...box}
      fill={roomy ? look.faultGround : `url(#${hatch})`}
      stroke={look.fault}
      strokeWidth="1.5"
      strokeDasharray="4 2"
      data-mark="gap"
    />
  ) : (
    <rect
      {...box}
      fill={harmful ? look.fault : look.well}
      fillOpacity={shade(cell.helps + cell.harms)}
      data-mark={harmful ? 'harms' : 'helps'}
    />
  );
  return cell.to === undefined ? (
    <g key={key}>{drawn}</g>
  ) : (
    <a key={key} href={cell.to} aria-label={cell.name}>
      {drawn}
    </a>
  );
};

/** The dots of all cells in which a customer is heard, as one path. */
const dots = (placed: readonly Placed[]): string =>
  placed
    .filter(({ cell }) => cell.heard)
    .map(({ x, y, grid }) => {
      const r = grid.cell < 22 ? 2.5 : 3.5;
      const turn = `a${r} ${r} 0 1 0 `;
      return `M${place(x + grid.cell - 8 - r)} ${place(y + grid.row / 2)}${turn}${2 * r} 0${turn}${-2 * r} 0`;
    })
    .join('');

/** The triangles of all cells that do harm and are too small for words, as one path. */
const triangles = (placed: readonly Placed[]): string =>
  placed
    .filter(({ cell, grid }) => cell.harms > 0 && !cell.gap && !isRoomy(grid))
    .map(({ x, y, grid }) => `M${place(x + 4)} ${place(y + grid.row / 2 - 2.5)}h6l-3 5z`)
    .join('');

/** The map; rows and columns stand in the order in which they are given. */
export const HeatMap = ({
  rows,
  columns,
  cells,
  label,
  gap,
  look,
  width = 1160,
  id = 'heat',
}: HeatMapProps): ReactElement => {
  const grid = gridOf(rows.length, columns.length, width);
  const across = new Map(columns.map((column, i) => [column.id, grid.left + i * grid.cell]));
  const down = new Map(rows.map((row, i) => [row.id, grid.top + i * grid.row]));
  const height = grid.top + rows.length * grid.row + 2;
  const placed = cells.flatMap((cell): Placed[] => {
    const x = across.get(cell.column);
    const y = down.get(cell.row);
    return x === undefined || y === undefined ? [] : [{ cell, x, y, grid }];
  });
  const heard = dots(placed);
  const harming = triangles(placed);
  const leads = [...rows, ...columns, ...cells].some(({ to }) => to !== undefined);
  return (
    <Drawing label={label} width={width} height={height} leads={leads}>
      <defs>
        <Hatch id={`${id}-hatch`} stroke={look.fault} ground={look.faultGround} />
      </defs>
      {columns.map((column) => {
        const x = (across.get(column.id) ?? 0) + grid.cell / 2;
        return (
          <Mark key={column.id} to={column.to} name={column.name}>
            {grid.turned ? (
              <Label
                x={x + 3}
                y={grid.top - 8}
                text={fitted(column.name, 108, 11)}
                size={11}
                fill={look.ink}
                turn={-62}
              />
            ) : (
              wrapped(column.name, grid.cell - 6, 12, 2).map((line, i, lines) => (
                <Label
                  key={line}
                  x={x}
                  y={grid.top - 8 - (lines.length - 1 - i) * 14}
                  text={line}
                  goesOn={i < lines.length - 1}
                  size={12}
                  weight={600}
                  fill={look.ink}
                  anchor="middle"
                />
              ))
            )}
          </Mark>
        );
      })}
      <path
        d={rows
          .map(({ id: row }) => `M0 ${down.get(row)}H${place(grid.left + columns.length * grid.cell)}`)
          .join('')}
        stroke={look.rule}
        strokeWidth="0.75"
      />
      {rows.map((row) => {
        const y = down.get(row.id) ?? 0;
        const lines = wrapped(
          row.name,
          grid.left - 14,
          12,
          grid.row > 30 && row.trouble === undefined ? 2 : 1,
        );
        const all =
          row.trouble === undefined || grid.row < 30
            ? lines
            : [...lines, fitted(row.trouble, grid.left - 14, 11)];
        const labels = all.map((line, i) => (
          <Label
            key={line}
            x={0}
            y={y + grid.row / 2 + 4 + (i - (all.length - 1) / 2) * 14}
            text={line}
            goesOn={i < lines.length - 1}
            size={i >= lines.length ? 11 : 12}
            fill={i >= lines.length ? look.fault : look.ink}
          />
        ));
        return (
          <Fragment key={row.id}>
            <Mark to={row.to} name={row.trouble === undefined ? row.name : `${row.name}: ${row.trouble}`}>
              {labels.slice(0, lines.length)}
            </Mark>
            {labels.length > lines.length && <g {...unread}>{labels.slice(lines.length)}</g>}
          </Fragment>
        );
      })}
      {placed.map((one) => cellOf(one, look, `${id}-hatch`))}
      {isRoomy(grid) && (
        <g pointerEvents="none" {...unread}>
          {placed.map((one) => written(one, gap, look))}
        </g>
      )}
      {harming !== '' && <path d={harming} fill={look.ink} pointerEvents="none" data-mark="harming" />}
      {heard !== '' && <path d={heard} fill={look.ink} pointerEvents="none" data-mark="heard" />}
    </Drawing>
  );
};

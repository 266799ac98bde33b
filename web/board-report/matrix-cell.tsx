// A cell of the matrix: what a department's KPIs do for an outcome, and whether one of them has no counterpart. A gap
// is a word in a dashed frame, so that it is seen without colour; each leads to its findings. There are many cells, so
// these are plain functions that the matrix calls with its words.
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { Text } from '../messages/say.ts';
import type { Words } from '../session/session.tsx';

type Cell = BoardReport['matrix'][number];
type DepartmentLine = BoardReport['departments'][number];

const spoken = (text: string): ReactElement => <span className="visually-hidden">{text} </span>;

const nothing = (text: string): ReactElement => (
  <span className="matrix-none">
    <span aria-hidden="true">·</span>
    {spoken(text)}
  </span>
);

const counted = (sign: string, n: number, text: Text, { f }: Words): ReactElement | null =>
  n === 0 ? null : (
    <span className="matrix-count">
      <span aria-hidden="true">
        {sign}
        {n}
      </span>
      {spoken(f.say(text, { n }))}
    </span>
  );

const gapTo = ({ id, name }: DepartmentLine, text: string, { m, f }: Words): ReactElement => (
  <Link
    className="gap"
    to={`/findings?check=missing-counterpart&department=${id}`}
    title={f.say(m.report.matrixGapHelp, { department: name })}
  >
    {text}
  </Link>
);

/** What a department does for an outcome. */
export const outcomeCell = (
  cell: Cell | undefined,
  department: DepartmentLine,
  words: Words,
): ReactElement => {
  const { m } = words;
  if (cell === undefined) return <td key={department.id}>{nothing(m.report.matrixNone)}</td>;
  return (
    <td key={department.id} className={cell.gap ? 'has-gap' : undefined}>
      {counted('▲', cell.helps, m.report.matrixHelps, words)}
      {counted('▼', cell.harms, m.report.matrixHarms, words)}
      {cell.heard > 0 && (
        <span className="matrix-count">
          <span aria-hidden="true">●</span>
          {spoken(m.report.matrixHeard)}
        </span>
      )}
      {cell.gap && gapTo(department, m.report.matrixGap, words)}
    </td>
  );
};

/** How many of a department's internal KPIs have no counterpart that counts, whatever outcome they act on. */
export const gapsCell = (department: DepartmentLine, words: Words): ReactElement => {
  const { m, f } = words;
  const gaps = department.coverage.internal - department.coverage.covered;
  if (gaps === 0) return <td key={department.id}>{nothing(m.report.none)}</td>;
  return (
    <td key={department.id} className="has-gap">
      {gapTo(department, f.say(m.report.matrixGaps, { n: gaps }), words)}
    </td>
  );
};

// Which department acts on which outcome. A gap - an internal KPI acts here and nobody listens - is a word in a
// hatched frame, so that it is seen without colour; each gap leads to its findings.
import { Paper, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useWords } from '../session/session.tsx';

type Cell = BoardReport['matrix'][number];
type OutcomeLine = BoardReport['outcomes'][number];

const Count = ({ sign, text, count }: { sign: string; text: string; count: number }) =>
  count === 0 ? null : (
    <span className="matrix-count">
      <span aria-hidden="true">
        {sign}
        {count}
      </span>
      <VisuallyHidden>{text} </VisuallyHidden>
    </span>
  );

const CellContent = ({ cell, department }: { cell: Cell | undefined; department: string }) => {
  const { m, f } = useWords();
  if (cell === undefined)
    return (
      <span className="matrix-none">
        <span aria-hidden="true">·</span>
        <VisuallyHidden>{m.report.matrixNone}</VisuallyHidden>
      </span>
    );
  return (
    <>
      <Count sign="▲" count={cell.helps} text={f.say(m.report.matrixHelps, { n: cell.helps })} />
      <Count sign="▼" count={cell.harms} text={f.say(m.report.matrixHarms, { n: cell.harms })} />
      {cell.heard > 0 && (
        <span className="matrix-count">
          <span aria-hidden="true">●</span>
          <VisuallyHidden>{m.report.matrixHeard} </VisuallyHidden>
        </span>
      )}
      {cell.gap && (
        <Link
          className="gap"
          to={`/findings?check=missing-counterpart&department=${cell.department}`}
          title={f.say(m.report.matrixGapHelp, { department })}
        >
          {m.report.matrixGap}
        </Link>
      )}
    </>
  );
};

const Tags = ({ outcome }: { outcome: OutcomeLine }) => {
  const { m } = useWords();
  const tags = [
    ...(outcome.contributors === 0 ? [m.report.unserved] : outcome.heard ? [] : [m.report.unheard]),
    ...(outcome.assumed ? [m.report.assumed] : []),
  ];
  return tags.length === 0 ? null : <span className="outcome-tags">{tags.join(' · ')}</span>;
};

/** Outcomes as rows, departments as columns; rows with gaps come first. */
export const OutcomeMatrix = ({ report }: { report: BoardReport }) => {
  const { m } = useWords();
  const cells = new Map(report.matrix.map((cell) => [`${cell.department}|${cell.outcome}`, cell]));
  const gapsOf = (id: string): number =>
    report.matrix.filter((cell) => cell.gap && cell.outcome === id).length;
  const trouble = (outcome: OutcomeLine): number => gapsOf(outcome.id) * 2 + (outcome.heard ? 0 : 1);
  const outcomes = [...report.outcomes].sort((a, b) => trouble(b) - trouble(a) || b.weight - a.weight);
  return (
    <Paper component="section" className="panel" aria-labelledby="matrix">
      <h2 id="matrix">{m.report.matrix}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is no set of inputs */}
      <div className="scroll matrix-scroll" role="group" aria-labelledby="matrix" tabIndex={0}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{m.report.outcome}</th>
              {report.departments.map(({ id, name }) => (
                <th key={id} scope="col">
                  <Link to={`/report/${report.quarter}/departments/${id}`}>{name}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome) => (
              <tr key={outcome.id}>
                <th scope="row">
                  {outcome.statement}
                  <Tags outcome={outcome} />
                </th>
                {report.departments.map(({ id, name }) => {
                  const cell = cells.get(`${id}|${outcome.id}`);
                  return (
                    <td key={id} className={cell?.gap === true ? 'has-gap' : undefined}>
                      <CellContent cell={cell} department={name} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet legend">{m.report.matrixLegend}</p>
    </Paper>
  );
};

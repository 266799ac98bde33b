// Which department acts on which outcome, and where nobody listens: first all gaps by department, then outcome by
// outcome, those with gaps first.
import { Link } from 'react-router';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { Scroller } from '../parts/scroller.tsx';
import { useWords } from '../session/session.tsx';
import { gapsCell, outcomeCell } from './matrix-cell.tsx';

type OutcomeLine = BoardReport['outcomes'][number];

/** The outcomes in the order of their trouble: gaps, then unheard, then weight. */
export const worstFirst = ({ outcomes, matrix }: Pick<BoardReport, 'outcomes' | 'matrix'>): OutcomeLine[] => {
  const gapsOf = ({ id }: OutcomeLine): number =>
    matrix.filter((cell) => cell.gap && cell.outcome === id).length;
  return [...outcomes].sort(
    (a, b) => gapsOf(b) - gapsOf(a) || Number(a.heard) - Number(b.heard) || b.weight - a.weight,
  );
};

const gapsIn = ({ coverage }: BoardReport['departments'][number]): number =>
  coverage.internal - coverage.covered;

const Tags = ({ outcome }: { outcome: OutcomeLine }) => {
  const { m } = useWords();
  const tags = [
    ...(outcome.contributors === 0 ? [m.report.unserved] : outcome.heard ? [] : [m.report.unheard]),
    ...(outcome.assumed ? [m.report.assumed] : []),
  ];
  return tags.length === 0 ? null : <span className="outcome-tags">{tags.join(' · ')}</span>;
};

const Rows = ({ report }: { report: BoardReport }) => {
  const words = useWords();
  const cells = new Map(report.matrix.map((cell) => [`${cell.department}|${cell.outcome}`, cell]));
  return (
    <tbody>
      <tr>
        <th scope="row">{words.m.report.matrixAllGaps}</th>
        {report.departments.map((department) => gapsCell(department, words))}
      </tr>
      {worstFirst(report).map((outcome) => (
        <tr key={outcome.id}>
          <th scope="row">
            {outcome.statement}
            <Tags outcome={outcome} />
          </th>
          {report.departments.map((department) =>
            outcomeCell(cells.get(`${department.id}|${outcome.id}`), department, words),
          )}
        </tr>
      ))}
    </tbody>
  );
};

/** The departments, those with most gaps first. */
export const byGaps = (departments: BoardReport['departments']): BoardReport['departments'] =>
  [...departments].sort((a, b) => gapsIn(b) - gapsIn(a));

/** Outcomes as rows, departments as columns, in words and numbers: the table behind the heat map. */
export const MatrixTable = ({ report }: { report: BoardReport }) => {
  const { m } = useWords();
  return (
    <>
      <Scroller label={m.report.matrix} className="scroll matrix-scroll">
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
          <Rows report={report} />
        </table>
      </Scroller>
      <p className="quiet legend">{m.report.matrixLegend}</p>
    </>
  );
};

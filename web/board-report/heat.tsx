// The heat map of the board report; the matrix is the table behind it.
import { type HeatCell, HeatMap } from '../../shared/charts/heat-map.tsx';
import { onPage } from '../../shared/charts/look.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { ChartPanel } from '../parts/chart.tsx';
import { useWords } from '../session/session.tsx';
import { byGaps, MatrixTable, worstFirst } from './outcome-matrix.tsx';

const findingsOf = (department: string): string =>
  `/findings?check=missing-counterpart&department=${department}`;

/** Departments as columns, outcomes as rows; where the trouble is comes first on both sides. */
export const Heat = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const departments = byGaps(report.departments);
  const outcomes = worstFirst(report);
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
  const statementOf = new Map(outcomes.map(({ id, statement }) => [id, statement]));
  const gaps = report.matrix.filter(({ gap }) => gap).length;
  const cells = report.matrix.map((cell): HeatCell => {
    const department = nameOf.get(cell.department) ?? cell.department;
    const said = f.say(m.board.heatCell, {
      department,
      outcome: statementOf.get(cell.outcome) ?? cell.outcome,
      helps: String(cell.helps),
      harms: String(cell.harms),
    });
    return {
      row: cell.outcome,
      column: cell.department,
      helps: cell.helps,
      harms: cell.harms,
      heard: cell.heard > 0,
      gap: cell.gap,
      name: [
        said,
        ...(cell.heard > 0 ? [m.board.heatHeard] : []),
        ...(cell.gap ? [m.board.heatGap] : []),
      ].join(', '),
      to: cell.gap ? findingsOf(cell.department) : `/report/${report.quarter}/departments/${cell.department}`,
    };
  });
  const label = f.say(m.board.chart.heatMap, {
    departments: departments.length,
    outcomes: outcomes.length,
    gaps,
    empty: departments.length * outcomes.length - report.matrix.length,
  });
  const troubleOf = ({ contributors, heard, assumed }: (typeof outcomes)[number]): string | undefined =>
    [
      ...(contributors === 0 ? [m.report.unserved] : heard ? [] : [m.report.unheard]),
      ...(assumed ? [m.report.assumed] : []),
    ][0];
  return (
    <ChartPanel
      id="heat"
      title={m.board.heat}
      sentence={gaps === 0 ? m.board.heatNone : f.say(m.board.heatSentence, { n: gaps })}
      least={Math.min(1000, 300 + departments.length * 26)}
      draw={(width) => (
        <HeatMap
          rows={outcomes.map((outcome) => ({
            id: outcome.id,
            name: outcome.statement,
            to: `/report/${report.quarter}/outcomes/${outcome.id}`,
            trouble: troubleOf(outcome),
          }))}
          columns={departments.map(({ id, name }) => ({
            id,
            name,
            to: `/report/${report.quarter}/departments/${id}`,
          }))}
          cells={cells}
          label={label}
          gap={m.board.heatGap}
          look={onPage}
          width={width}
        />
      )}
      table={<MatrixTable report={{ ...report, departments }} />}
      legend={m.board.heatLegend}
    />
  );
};

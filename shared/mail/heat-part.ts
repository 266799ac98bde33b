// The part of the heat map that can be read in a mail: the departments with the most gaps and the outcomes that fare
// worst. The mail's words and its picture take it from here, so that both speak of the same cells.
import type { BoardReport } from '../report/board-report.ts';
import { worstStatuses } from '../report/views/standing.ts';

/** What fits into a picture of 552 pixels. */
const columns = 10;
const rows = 12;

/** The drawn departments and outcomes, and whether they are all there are. */
export interface HeatPart {
  readonly departments: BoardReport['departments'];
  readonly outcomes: BoardReport['outcomes'];
  readonly isAll: boolean;
}

const gapsIn = ({ coverage }: BoardReport['departments'][number]): number =>
  coverage.internal - coverage.covered;

const rankOf = ({ standing }: BoardReport['outcomes'][number]): number =>
  standing === undefined ? 0.5 : worstStatuses.indexOf(standing.status);

/** The part of a report's heat map that a mail shows. */
export const heatPartOf = ({
  departments,
  outcomes,
}: Pick<BoardReport, 'departments' | 'outcomes'>): HeatPart => ({
  departments: [...departments].sort((a, b) => gapsIn(b) - gapsIn(a)).slice(0, columns),
  outcomes: [...outcomes]
    .sort((a, b) => rankOf(a) - rankOf(b) || b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, rows),
  isAll: departments.length <= columns && outcomes.length <= rows,
});

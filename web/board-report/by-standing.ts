// The order in which a board reads its outcomes: what misses its target, then what nobody hears, then the rest; within
// each the most important first.
import type { Status } from '../../shared/domain/status.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';

type OutcomeLine = BoardReport['outcomes'][number];

const order: Readonly<Record<Status, number>> = {
  'off-target': 0,
  'near-target': 2,
  'no-reading': 3,
  'no-target': 4,
  'on-target': 5,
};
const unheard = 1;

/** The outcomes, worst first. */
export const byStanding = (outcomes: readonly OutcomeLine[]): OutcomeLine[] => {
  const rank = ({ standing }: OutcomeLine): number =>
    standing === undefined ? unheard : order[standing.status];
  return [...outcomes].sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
};

// What was changed of a definition in the page's words; how it is said is shared with the board pack.
import type { ChangeNames, ChangeSaying } from '../../shared/format/changed.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { Formats } from '../format/formats.ts';
import type { Messages } from '../messages/messages.ts';

/** How the page says a change of a report. */
export const changeSaying = (
  { outcomes }: Pick<BoardReport, 'outcomes'>,
  department: ChangeNames['department'],
  m: Messages,
  f: Formats,
): ChangeSaying => ({
  f,
  names: { department, outcome: (id) => outcomes.find((one) => one.id === id)?.statement ?? id },
  words: {
    field: m.report.field,
    perspective: m.perspective,
    direction: m.direction,
    none: m.chart.none,
    yes: m.board.outcome.yes,
    no: m.board.outcome.no,
  },
});

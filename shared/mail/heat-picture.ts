// The heat map of a mail, as the SVG that the picture is made from: the page's chart in the colours of paper.
import { gridOf, HeatMap } from '../charts/heat-map.tsx';
import { onPaper } from '../charts/look.ts';
import { markupOf } from '../charts/markup.ts';
import type { BoardReport } from '../report/board-report.ts';
import { heatPartOf } from './heat-part.ts';
import type { MailWords } from './words/en.ts';

/** Pixels of a mail's width between its margins, and how far the turned name of the last column leans out. */
const width = 552;
const overhang = 46;

/** The picture as SVG. */
export const heatPicture = (
  report: BoardReport,
  { heat, heatGap }: Pick<MailWords, 'heat' | 'heatGap'>,
): string => {
  const { departments, outcomes } = heatPartOf(report);
  const grid = gridOf(outcomes.length, departments.length, width);
  const drawn = grid.turned ? width - overhang : width;
  const markup = markupOf(
    HeatMap({
      rows: outcomes.map(({ id, statement }) => ({ id, name: statement })),
      columns: departments.map(({ id, name }) => ({ id, name })),
      cells: report.matrix.map(({ department, outcome, helps, harms, heard, gap }) => ({
        row: outcome,
        column: department,
        helps,
        harms,
        heard: heard > 0,
        gap,
        name: '',
      })),
      label: heat,
      gap: heatGap,
      look: onPaper,
      width: drawn,
    }),
  );
  return markup
    .replace(` width="${drawn}"`, ` width="${width}"`)
    .replace(`viewBox="0 0 ${drawn} `, `viewBox="0 0 ${width} `);
};

// The views beside coverage and alignment that a board's report holds, put together.
import type { BoardReport } from '../board-report.ts';
import type { ReportInput } from '../report-input.ts';
import { figuresOf } from './figures.ts';
import { impactByDepartment } from './impact.ts';
import { sevenQuestions } from './questions.ts';
import type { Impact } from './shape.ts';

/** How many quarters the lines of the figures draw. */
const quartersDrawn = 8;

/** The views of the context's quarter. Figures that were frozen when it closed win over those that would be now. */
export const boardViews = (
  { map, context, figures = [] }: Pick<ReportInput, 'map' | 'context' | 'figures'>,
  impacts: readonly Impact[],
  { coverage, alignment }: Pick<BoardReport, 'coverage' | 'alignment'>,
): NonNullable<BoardReport['views']> => {
  const { quarter } = context;
  const now = figuresOf({ map, context }, { coverage, alignment });
  const history = [
    ...figures.filter((past) => past.quarter < quarter),
    figures.find((one) => one.quarter === quarter) ?? now,
  ].slice(-quartersDrawn);
  return {
    clocked: now.clocked,
    assumedGreen: now.assumedGreen,
    siloed: now.siloed,
    impact: impactByDepartment(impacts),
    questions: sevenQuestions({ map, context, coverage, alignment, history }),
    history,
  };
};

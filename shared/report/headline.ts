// The report opens with one sentence that has a verb and a number, computed.
import { fill } from '../checks/message.ts';
import type { BoardReport } from './board-report.ts';

/** The headline's sentences by message id; `{name}` stands for a field of its data. */
export const headlines: Readonly<Record<string, string>> = {
  'no-internal-kpi':
    'No internal KPI is measured in {quarter}: there is nothing to hold against the customer.',
  gaps: '{gaps} of {internal} internal KPIs have no customer-facing counterpart that counts in {quarter}.',
  'one-gap': '1 of {internal} internal KPIs has no customer-facing counterpart that counts in {quarter}.',
  'covered-with-one-error':
    'All {internal} internal KPIs have a counterpart in {quarter}, but 1 finding harms or silences a customer.',
  'covered-with-errors':
    'All {internal} internal KPIs have a counterpart in {quarter}, but {errors} findings harm or silence a customer.',
  aligned:
    'All {internal} internal KPIs have a customer-facing counterpart in {quarter}, and no error is open.',
};

/** The headline of a report as a sentence. */
export const headlineText = ({ headline }: Pick<BoardReport, 'headline'>): string =>
  fill(headlines[headline.message] ?? headline.message, headline.data);

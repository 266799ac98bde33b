// The report opens with one sentence that has a verb and a number, computed.
import { fill } from '../checks/message.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { BoardReport, Coverage } from './board-report.ts';

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

/** What a quarter's report opens with; `errors` counts its findings of that level. */
export const headlineOf = (
  quarter: Quarter,
  { covered, internal }: Coverage,
  errors: number,
): BoardReport['headline'] => {
  const data = { quarter, covered, internal, errors };
  if (internal === 0) return { message: 'no-internal-kpi', data };
  const gaps = internal - covered;
  if (gaps > 0) return { message: gaps === 1 ? 'one-gap' : 'gaps', data: { ...data, gaps } };
  if (errors === 0) return { message: 'aligned', data };
  return { message: errors === 1 ? 'covered-with-one-error' : 'covered-with-errors', data };
};

/** The headline of a report as a sentence. */
export const headlineText = ({ headline }: Pick<BoardReport, 'headline'>): string =>
  fill(headlines[headline.message] ?? headline.message, headline.data);

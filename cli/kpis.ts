// `classify` and `suggest`: KPIs as rows of CSV, each read by the library.
import Papa from 'papaparse';
import { classify } from '../shared/library/classify.ts';
import { suggest } from '../shared/library/suggest.ts';
import type { Row, Sheet } from './input.ts';

/** The columns that both commands need; `definition` and `unit` are read where they are there. */
export const kpiColumns = ['id', 'name'] as const;

const described = ({ cells }: Row) => {
  const { name = '', definition = '', unit = '' } = cells;
  return { name, ...(definition === '' ? {} : { definition }), ...(unit === '' ? {} : { unit }) };
};

/** CSV `id,perspective,confidence,reasons`, a line a KPI, in the order of the rows. */
export const classifySheet = ({ rows }: Sheet): string =>
  Papa.unparse(
    {
      fields: ['id', 'perspective', 'confidence', 'reasons'],
      data: rows.map((row) => {
        const { perspective, confidence, reasons } = classify(described(row));
        return [row.cells['id'] ?? '', perspective, confidence.toFixed(2), reasons.join('; ')];
      }),
    },
    { newline: '\n' },
  );

/** One JSON object a line: `{"id","suggestions":[{"name","definition","score","why"}]}`, in the order of the rows. */
export const suggestSheet = ({ rows }: Sheet): string =>
  rows
    .map((row) =>
      JSON.stringify({
        id: row.cells['id'] ?? '',
        suggestions: suggest(described(row)).map(({ name, definition, score, why }) => ({
          name,
          definition,
          score,
          why,
        })),
      }),
    )
    .join('\n');

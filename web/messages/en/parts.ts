// English: what the parts say that every room uses: formats, pages of a list, sources, alternative texts of charts.

/** The words of the shared parts, a group each. */
export const enParts = {
  loading: 'Loading',
  units: {
    quarter: '{quarter} {year}',
    fiscalQuarter: '{quarter} {year}/{next}',
    range: '{low} to {high}',
    workingDays: { one: '{n} working day', other: '{n} working days' },
    workingDaysLabel: 'working days',
  },
  pager: { label: 'Pages', first: 'First page', next: 'Next page' },
  source: { open: 'Source', file: 'File', row: 'Row', column: 'Column', of: 'Source of {name}, {quarter}' },
  chart: {
    gap: 'not measured',
    point: '{quarter}: {value}',
    trend: '{name} over {n} quarters. {points}',
    bullet: '{name}: {value}; target {target}; the quarter before {previous}',
    none: 'none',
  },
} as const;

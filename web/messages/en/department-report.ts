// English: the department report, and the review of its submission.

/** The words of the department report. */
export const enDepartment = {
  title: '{name}, {quarter}',
  kicker: 'Department report · {quarter}',
  seeAlso: 'See also',
  toBoard: 'Board report {quarter}',
  toQuarter: 'Fill in {quarter}',
  noCharter: 'No charter: the department has not said what part it plays for the customer.',
  kpis: 'KPIs',
  noKpis: 'This department has no KPI in the quarter.',
  defineKpis: 'A KPI is defined by the department’s head; the list of all KPIs is in the set-up.',
  value: 'Value',
  change: '{value} in {quarter}',
  noPrevious: 'no reading the quarter before',
  target: 'Target',
  trend: '8 quarters',
  status: 'Status',
  outcomes: 'Customer outcomes',
  noOutcomes: 'contributes to none',
  counterparts: 'Counterparts',
  counterpartCounts: 'counts',
  counterpartFault: 'does not count: {why}',
  noCounterparts: 'none linked',
  notAsked: 'not asked of this perspective',
  notMeasured: 'Not measured: {why}',
  findings: 'Findings',
  noFindings: 'No check fails here.',
  emptyTitle: 'There is no report of this department for {quarter}',
  emptyWhy:
    'It is written once the department is active in the quarter and something has been submitted or has become due.',
} as const;

/** The words of the review. */
export const enReview = {
  title: 'Review the submission',
  submitted: 'Version {version}, submitted by {by} on {at}.',
  decided: '{state} by {by} on {at}.',
  comment: 'Comment',
  stale: 'This report has seen version {seen}; version {version} is being evaluated.',
  accept: 'Accept',
  return: 'Return with a comment',
  commentLabel: 'What must be changed',
  commentNeeded: 'Say what must be changed, so that the department knows what to do.',
  accepted: 'Accepted.',
  returned: 'Returned; the department sees your comment.',
  noteOf: 'Note of the department',
  own: 'You submitted it yourself, so somebody else must decide.',
} as const;

// English: the catalogue of checks.

/** The words of the catalogue. */
export const enChecks = {
  title: 'Checks',
  kicker: 'Catalogue',
  heading: {
    one: '{n} check asks a question of its own',
    other: '{n} checks ask one question each',
  },
  headingFails: {
    one: '“{title}” has {n} unresolved finding',
    other: '“{title}” has {n} unresolved findings',
  },
  headingHolds: '“{title}” has no unresolved finding',
  explanation: 'Each check asks one question of each thing it is about. A finding is a check that fails.',
  question: 'The question',
  why: 'Why it matters',
  remedy: 'What clears it',
  about: 'Asked of',
  levels: 'Levels',
  thresholds: 'Thresholds',
  noThresholds: 'none',
  on: 'Runs unless switched off',
  off: 'Runs only where switched on',
  findings: 'Findings of this check',
  goneTitle: 'There is no such check',
  gone: 'The catalogue lists all of them.',
} as const;

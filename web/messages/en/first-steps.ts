// English: the way of a new organisation to its first report.

/** The words that lead a new organisation to its first report. */
export const enFirstSteps = {
  title: 'First steps',
  headings: {
    start: 'Five steps lead to the first board report',
    going: {
      one: '{n} step is left to the first board report',
      other: '{n} steps are left to the first board report',
    },
    done: 'Everything is there: the board report follows from here',
  },
  noDepartment: 'You head no department yet',
  noDepartmentHelp:
    'An analyst names the departments and who heads them. Once one is yours, you find its quarter here.',
  importTitle: 'Is there a list of KPIs already?',
  why: 'A spreadsheet with a row a KPI - its department, target and figures, in columns of your own - does most of these steps at once. You see what it means before anything is written.',
  import: 'Import your spreadsheet',
  byHand: 'Step by step',
  after: 'After the first report',
  steps: {
    departments: {
      title: 'Name the departments',
      what: 'Whoever measures and submits. Give each a charter: the part it plays for the customer.',
      have: { one: '{n} department', other: '{n} departments' },
    },
    outcomes: {
      title: 'Write down what customers want to be true',
      what: 'In their words, each owned by a department. What nobody has asked customers counts as assumed.',
      have: { one: '{n} customer outcome', other: '{n} customer outcomes' },
    },
    kpis: {
      title: 'Define what the departments measure',
      what: 'An import brings the KPIs of all departments; a department’s head defines them one by one. The KPI library has wordings.',
      have: { one: '{n} KPI', other: '{n} KPIs' },
    },
    link: {
      title: 'Link internal KPIs to what the customer feels',
      what: 'Say which customer-facing KPI shows what each internal one does to the customer: in the import, or on the KPI by its department’s head. What stays unlinked is what the board sees first.',
      have: { one: '{n} internal KPI is linked', other: '{n} internal KPIs are linked' },
      left: { one: '{n} is not', other: '{n} are not' },
    },
    submit: {
      title: 'Bring in the figures of {quarter}',
      what: 'Heads find their quarter as their first screen and submit it. While a department has no head, an analyst imports its figures. The board report follows within seconds.',
      have: { one: '{n} board report', other: '{n} board reports' },
    },
    members: {
      title: 'Say who heads the departments',
      what: 'From then on they fill in the quarter; executives read the report. Each signs in with the own address.',
      have: { one: '{n} member heads a department', other: '{n} members head departments' },
    },
  },
  go: {
    departments: 'Add a department',
    members: 'See the members',
    outcomes: 'Add an outcome',
    kpis: 'Import KPIs',
    seeKpis: 'See the KPIs',
    linkByImport: 'Link them in the import',
    link: 'See what is not linked',
    submit: 'See the board report',
    figures: 'Import figures',
  },
} as const;

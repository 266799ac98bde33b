// English: first steps, the KPI library, the page of the API.

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
  why: 'It takes about 15 minutes by hand. If you have it in a spreadsheet already, import it instead.',
  import: 'Import what you have',
  steps: {
    departments: {
      title: 'Name the departments',
      what: 'Whoever measures and submits. Give each a charter: the part it plays for the customer.',
      have: { one: '{n} department', other: '{n} departments' },
    },
    members: {
      title: 'Say who heads them',
      what: 'Heads fill in the quarter; executives read the report. Each signs in with the own address.',
      have: { one: '{n} member heads a department', other: '{n} members head departments' },
    },
    outcomes: {
      title: 'Write down what customers want to be true',
      what: 'In their words, each owned by a department. What nobody has asked customers counts as assumed.',
      have: { one: '{n} customer outcome', other: '{n} customer outcomes' },
    },
    kpis: {
      title: 'Define KPIs, and link the internal ones',
      what: 'Each department’s head defines them. An internal KPI needs a customer-facing counterpart. The KPI library has wordings.',
      have: { one: '{n} KPI', other: '{n} KPIs' },
    },
    submit: {
      title: 'Let the departments submit {quarter}',
      what: 'Heads find their quarter as their first screen. The board report follows within seconds.',
      have: { one: '{n} board report', other: '{n} board reports' },
    },
  },
  go: {
    departments: 'Add a department',
    members: 'See the members',
    outcomes: 'Add an outcome',
    kpis: 'See the KPIs',
    submit: 'See the board report',
  },
} as const;

/** The words of the KPI library. */
export const enLibrary = {
  title: 'KPI library',
  heading: { one: '{n} KPI as the field words it', other: '{n} KPIs as the field words them' },
  why: 'Each internal KPI comes with what the customer notices of it, and with customer-facing counterparts to choose from.',
  function: 'Function',
  perspective: 'Perspective',
  name: 'KPI',
  felt: 'What the customer notices',
  counterparts: 'Counterparts',
  definition: 'Definition',
  formula: 'Formula',
  because: 'Why this perspective',
  clock: 'Clock',
  clockFromTo: 'from “{from}” to “{to}”',
  synonyms: 'Also called',
  adopt: 'Define it for a department',
  close: 'Close',
  none: 'Nothing fits the search.',
  more: 'Show more',
  functions: {
    'customer-experience': 'Customer experience',
    sales: 'Sales',
    marketing: 'Marketing',
    'order-to-cash': 'Order to cash',
    'supply-chain': 'Supply chain',
    manufacturing: 'Manufacturing',
    'it-service': 'IT service',
    'software-delivery': 'Software delivery',
    'contact-centre': 'Contact centre',
    'field-service': 'Field service',
    hr: 'HR',
    finance: 'Finance',
    procurement: 'Procurement',
    healthcare: 'Healthcare',
    'public-service': 'Public service',
    transport: 'Transport',
    utilities: 'Utilities',
    telecom: 'Telecom',
    retail: 'Retail',
    banking: 'Banking',
    insurance: 'Insurance',
    education: 'Education',
    hospitality: 'Hospitality',
    projects: 'Projects',
    environment: 'Environment',
  },
} as const;

/** The words of the API's page. */
export const enApi = {
  title: 'API',
  heading: { one: '{n} operation, to try as yourself', other: '{n} operations, to try as yourself' },
  why: 'Everything that this page does can be done by a program. Calls that you try here are made as you, and count.',
  document: 'The document (OpenAPI 3.1)',
  operations: 'Operations by area',
} as const;

/** What a quarter's sheet says beyond its figures. */
export const enMyQuarter = {
  reasons: 'Reasons behind the score',
  reasonsWhy: 'A score needs its why: what did customers name, and how often?',
  theme: 'Theme',
  count: 'How often',
  quote: 'One of them, in the own words',
  reasonOf: 'reason {n} of {name}',
  addReason: 'Add a reason',
  exceptions: 'How often was the rule broken for a customer?',
  faults: {
    'reason-incomplete': 'Each reason needs a theme and how often it was named.',
    exceptions: 'A whole number is expected, such as 3.',
  },
  proposals: 'Proposed by wording and outcomes',
  proposalsNone: 'No KPI of yours fits. The library proposes to measure:',
  link: 'Link',
  inLibrary: 'See it in the library',
  spreadsheet: 'Prefer a spreadsheet?',
  template: 'Download this quarter',
  fill: 'Take in the filled one',
  taken: {
    one: '{n} figure was taken in; look at it and submit.',
    other: '{n} figures were taken in; look at them and submit.',
  },
} as const;

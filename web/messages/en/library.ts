// English: the KPI library, and what a wording reads as.

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

/** What a wording reads as. */
export const enWording = {
  reads: 'The wording reads as “{perspective}”',
  declared:
    'You say it is “{declared}”. You may well be right: the wording may only need a word that says who feels it. The reader noticed:',
  take: 'Say “{perspective}” instead',
  fits: 'fits by {score}',
} as const;

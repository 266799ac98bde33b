// English: the lists of the set-up.

/** The words of the lists. */
export const enSetUp = {
  kicker: 'Set-up',
  id: 'Id',
  name: 'Name',
  function: 'Function',
  charter: 'Charter: the part it plays for the customer',
  statement: 'Statement, in the customer’s words',
  owningDepartment: 'Owning department',
  validation: 'Checked with customers',
  validated: '{method}, {n} asked, {date}',
  assumed: 'assumed',
  weight: 'Weight',
  title: 'Title',
  department: 'Department',
  quarters: 'Quarters',
  outcomes: 'Outcomes',
  unit: 'Unit',
  perspective: 'Perspective',
  direction: 'Direction',
  owner: 'Owner',
  target: 'Target',
  counterparts: 'Counterparts',
  email: 'E-mail',
  roles: 'Roles',
  heads: 'Heads',
  from: 'from {quarter}',
  fromTo: '{from} to {to}',
  retired: 'retired from {quarter}',
  removed: 'removed',
  none: '–',
  empty: {
    departments:
      'No department yet. Departments are what KPIs, submissions and findings belong to; an analyst defines them.',
    outcomes:
      'No customer outcome yet. Write what customers want to be true, in their words: everything measured is tied to one.',
    objectives:
      'No objective yet. An objective says what a department sets out to do, and for which outcomes.',
    kpis: 'No KPI yet. A department’s head defines its KPIs and links the internal ones to a customer-facing counterpart.',
    members: 'No member yet.',
    journeys: 'No journey yet. A journey shows where the customer’s clock runs and where customers meet us.',
    capabilities: 'No capability yet. Value is built by abilities that cross departments.',
  },
} as const;

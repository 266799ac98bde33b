// A made-up company for the page's tests: six departments, five outcomes, gaps of several kinds. The quarter in
// report is 2026-Q2, the clock stands at 20 July 2026.

import { departmentSchema } from '../../shared/domain/department.ts';
import { journeySchema } from '../../shared/domain/journey.ts';
import { kpiSchema } from '../../shared/domain/kpi.ts';
import { memberSchema } from '../../shared/domain/member.ts';
import { objectiveSchema } from '../../shared/domain/objective.ts';
import { type Organisation, organisationSchema } from '../../shared/domain/organisation.ts';
import { outcomeSchema } from '../../shared/domain/outcome.ts';
import { quartersUpTo } from '../../shared/domain/quarter-steps.ts';
import type { Definitions } from '../../shared/domain/sources.ts';
import { type Reading, type Submission, submissionSchema } from '../../shared/domain/submission.ts';

/** Everything that the fake service starts with. */
export interface Company {
  readonly organisation: Organisation;
  readonly now: string;
  readonly definitions: Definitions;
  readonly submissions: readonly Submission[];
}

const firstQuarter = '2024-Q3';
const eight = quartersUpTo('2026-Q2', 8);

const organisation = organisationSchema.parse({
  id: 'northwind',
  name: 'Northwind Appliances',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  fiscalStart: 1,
  policy: {},
});

const member = (
  id: string,
  name: string,
  roles: readonly string[],
  heads: readonly string[] = [],
  locale = 'en-GB',
) => memberSchema.parse({ id, name, email: `${id}@northwind.example`, roles, heads, locale });

const members = [
  member('ada', 'Ada Okafor', ['executive']),
  member('ben', 'Ben Sørensen', ['department-head'], ['operations']),
  member('cleo', 'Cleo Marchetti', ['department-head'], ['service']),
  member('dana', 'Dana Whitfield', ['analyst']),
  member('emil', 'Emil Novák', ['auditor']),
  member('greta', 'Greta Brandt', ['department-head'], ['logistics'], 'de-DE'),
];

const department = (id: string, name: string, kind: string, charter?: string) =>
  departmentSchema.parse({
    id,
    name,
    function: kind,
    firstQuarter,
    ...(charter === undefined ? {} : { charter }),
  });

const departments = [
  department('finance', 'Finance', 'finance'),
  department('it', 'IT', 'it', 'We keep the shop and the phones open whenever a customer comes.'),
  department('logistics', 'Logistics', 'operations', 'We bring it on the day that we promised.'),
  department('operations', 'Operations', 'operations', 'We build what works when it is switched on.'),
  department('sales', 'Sales', 'sales', 'We promise only what the house can keep.'),
  department('service', 'Customer service', 'customer-service', 'We answer once, and it is settled.'),
];

/** From the order to the first use; nobody clocks the stretch behind the door. */
const journeys = [
  journeySchema.parse({
    id: 'order',
    name: 'From order to first use',
    firstQuarter,
    events: [
      { id: 'placed', name: 'Order placed', seenBy: 'customer' },
      { id: 'dispatched', name: 'Dispatched', seenBy: 'inside' },
      { id: 'delivered', name: 'Delivered', seenBy: 'customer' },
      { id: 'runs', name: 'It runs', seenBy: 'customer' },
    ],
    segments: [
      { from: 'placed', to: 'dispatched', duration: '20', unit: { kind: 'duration', symbol: 'h' } },
      { from: 'dispatched', to: 'delivered', duration: '2', unit: { kind: 'duration', symbol: 'day' } },
      { from: 'delivered', to: 'runs', duration: '5', unit: { kind: 'duration', symbol: 'h' } },
    ],
    touchpoints: [
      { id: 'shop', name: 'Shop', channels: ['web', 'phone'], owners: ['sales'] },
      { id: 'door', name: 'At the door', channels: ['driver'], owners: ['logistics'], momentOfTruth: true },
      { id: 'first-use', name: 'First use', channels: ['hotline'], owners: [], momentOfTruth: true },
    ],
  }),
];

const outcome = (
  id: string,
  statement: string,
  owningDepartment: string,
  weight: number,
  validated: boolean,
  way: object = {},
) =>
  outcomeSchema.parse({
    ...way,
    id,
    statement,
    owningDepartment,
    weight,
    firstQuarter,
    ...(validated
      ? {
          validation: {
            method: 'Interviews',
            sampleSize: 240,
            date: '2026-02-11',
            source: 'Panel of spring 2026',
          },
        }
      : {}),
  });

const outcomes = [
  outcome('easy-help', 'I get help without asking twice.', 'service', 3, true),
  outcome('fair-bill', 'The bill says what I was told.', 'finance', 1, false),
  outcome('on-time', 'It comes on the day I was told.', 'logistics', 3, true, {
    journey: 'order',
    touchpoints: ['order/shop', 'order/door'],
    clock: { journey: 'order', from: 'placed', to: 'runs' },
    tolerance: { value: '3', unit: { kind: 'duration', symbol: 'day' }, direction: 'lower' },
  }),
  outcome('open-shop', 'I can order whenever I like.', 'it', 2, true),
  outcome('works', 'It works when I switch it on.', 'operations', 4, true),
];

const objectives = [
  objectiveSchema.parse({
    id: 'right-first-time',
    department: 'operations',
    title: 'Right the first time',
    firstQuarter,
    outcomes: ['works'],
  }),
  objectiveSchema.parse({
    id: 'faster-line',
    department: 'operations',
    title: 'A faster line',
    firstQuarter,
  }),
];

interface KpiInShort {
  readonly department: string;
  readonly name: string;
  readonly perspective?: string;
  readonly unit: { readonly kind: string; readonly symbol?: string };
  readonly direction?: string;
  readonly owner?: string;
  readonly target?: string | { readonly low: string; readonly high: string };
  readonly serves?: readonly string[];
  readonly counterparts?: readonly string[];
  readonly values: readonly (string | undefined)[];
  readonly statutory?: boolean;
  readonly everyQuarters?: number;
  readonly definition?: string;
  readonly clock?: object;
  readonly touchpoints?: readonly string[];
}
const share = { kind: 'share' };
const internal = 'internal-efficiency';
const customer = 'customer-facing';

/** KPIs by id; `values` are the eight quarters up to 2026-Q2, undefined: nothing said. */
const inShort: Readonly<Record<string, KpiInShort>> = {
  'build-time': {
    department: 'operations',
    name: 'Build time per unit',
    perspective: internal,
    unit: { kind: 'duration', symbol: 'min' },
    direction: 'lower',
    owner: 'ben',
    target: '38',
    serves: ['works'],
    counterparts: ['works-first-time'],
    values: ['46', '45', '44', '43', '41', '40', '39', undefined],
    definition: 'Median minutes from the first to the last step of the line, over all units of the quarter.',
  },
  'units-tested': {
    department: 'operations',
    name: 'Units tested per hour',
    perspective: internal,
    unit: { kind: 'rate', symbol: 'per hour' },
    owner: 'ben',
    target: '42',
    serves: ['works'],
    values: ['31', '33', '35', '36', '38', '40', '41.5', undefined],
  },
  'works-first-time': {
    department: 'operations',
    name: 'Worked the first time, customers say',
    perspective: customer,
    unit: share,
    owner: 'ben',
    target: '0.95',
    serves: ['works'],
    values: ['0.93', '0.932', '0.928', '0.925', '0.921', '0.917', '0.912', undefined],
  },
  'line-temperature': {
    department: 'operations',
    name: 'Line temperature within limits',
    perspective: internal,
    unit: { kind: 'other', symbol: '°C' },
    direction: 'range',
    owner: 'ben',
    target: { low: '18', high: '22' },
    serves: ['works'],
    statutory: true,
    everyQuarters: 2,
    values: ['20', undefined, '21', undefined, '20.5', undefined, '21', undefined],
  },
  dispatch: {
    department: 'logistics',
    name: 'Order to dispatch',
    clock: { journey: 'order', from: 'placed', to: 'dispatched' },
    perspective: internal,
    unit: { kind: 'duration', symbol: 'h' },
    direction: 'lower',
    owner: 'greta',
    target: '20',
    serves: ['on-time'],
    counterparts: ['promise-kept'],
    values: ['31', '29', '27', '26', '24', '23', '21', '19.5'],
  },
  'truck-load': {
    department: 'logistics',
    name: 'Truck load',
    perspective: internal,
    unit: share,
    owner: 'greta',
    target: '0.85',
    serves: ['on-time'],
    counterparts: ['promise-kept'],
    values: ['0.74', '0.76', '0.78', '0.8', '0.82', '0.84', '0.86', '0.88'],
  },
  'promise-kept': {
    department: 'logistics',
    name: 'Delivered on the promised day',
    clock: { journey: 'order', from: 'placed', to: 'delivered' },
    touchpoints: ['order/door'],
    perspective: customer,
    unit: share,
    owner: 'greta',
    target: '0.95',
    serves: ['on-time'],
    values: ['0.94', '0.941', '0.938', '0.93', '0.925', '0.92', '0.914', '0.905'],
  },
  'handling-time': {
    department: 'service',
    name: 'Handling time per call',
    perspective: internal,
    unit: { kind: 'duration', symbol: 'min' },
    direction: 'lower',
    owner: 'cleo',
    target: '6',
    serves: ['easy-help'],
    counterparts: ['old-survey'],
    values: ['8.4', '8.1', '7.9', '7.2', '6.8', '6.4', '6.2', '5.9'],
  },
  'first-contact': {
    department: 'service',
    name: 'Solved at first contact',
    perspective: customer,
    unit: share,
    owner: 'cleo',
    target: '0.8',
    serves: ['easy-help'],
    values: ['0.71', '0.72', '0.72', '0.73', '0.74', '0.76', '0.77', '0.775'],
  },
  'old-survey': {
    department: 'service',
    name: 'Satisfaction by letter',
    perspective: customer,
    unit: { kind: 'score', symbol: 'points' },
    serves: ['easy-help'],
    values: ['61', '60', undefined, undefined, undefined, undefined, undefined, undefined],
  },
  'quotes-per-day': {
    department: 'sales',
    name: 'Quotes per person and day',
    perspective: internal,
    unit: { kind: 'count' },
    owner: 'ada',
    target: '9',
    values: ['6', '6', '7', '7', '8', '8', '9', '10'],
  },
  revenue: {
    department: 'sales',
    name: 'Revenue',
    perspective: 'financial',
    unit: { kind: 'money', symbol: 'EUR' },
    owner: 'ada',
    target: '12500000',
    serves: ['fair-bill'],
    values: ['10100000', '10400000', '10900000', '11200000', '11800000', '12100000', '12300000', '12650000'],
  },
  'page-speed': {
    department: 'it',
    name: 'Shop answers within a second',
    perspective: customer,
    unit: share,
    owner: 'dana',
    target: '0.99',
    serves: ['open-shop'],
    values: ['0.97', '0.972', '0.975', '0.98', '0.981', '0.985', '0.988', '0.991'],
  },
  'tickets-closed': {
    department: 'it',
    name: 'Tickets closed per week',
    perspective: internal,
    unit: { kind: 'count' },
    owner: 'dana',
    target: '120',
    serves: ['open-shop'],
    counterparts: ['page-speed'],
    values: ['96', '99', '104', '108', '111', '115', '118', '122'],
  },
  'dunning-days': {
    department: 'finance',
    name: 'Days until the first reminder',
    perspective: internal,
    unit: { kind: 'duration', symbol: 'day' },
    direction: 'lower',
    owner: 'ada',
    target: '14',
    serves: ['fair-bill'],
    values: ['21', '20', '19', '18', '17', '16', '15', '14'],
  },
};

const kpis = Object.entries(inShort).map(([id, one]) => {
  const { values: _values, serves = [], counterparts = [], target, statutory, ...fields } = one;
  return kpiSchema.parse({
    direction: 'higher',
    ...fields,
    id,
    firstQuarter,
    contributions: serves.map((outcomeId) => ({
      outcome: outcomeId,
      effect: id === 'dunning-days' ? '-' : '+',
    })),
    counterparts: counterparts.map((kpi) => ({ kpi })),
    targets:
      target === undefined
        ? []
        : id === 'quotes-per-day'
          ? [
              { from: firstQuarter, value: '10', setAt: '2024-07-02T09:00:00Z', by: 'ada' },
              {
                from: '2026-Q2',
                value: target,
                setAt: '2026-06-12T09:00:00Z',
                by: 'ada',
                reason: 'Two people left the team',
              },
            ]
          : [
              {
                from: firstQuarter,
                value: target,
                setAt: '2024-07-02T09:00:00Z',
                by: fields.owner ?? 'dana',
              },
            ],
    ...(statutory === true
      ? { statutory: { reason: 'Required by the safety code', by: 'ada', at: '2024-07-02T09:00:00Z' } }
      : {}),
  });
});

const submitters: Readonly<Record<string, string>> = {
  operations: 'ben',
  service: 'cleo',
  logistics: 'greta',
};

const submissions = departments.flatMap(({ id }) =>
  eight.flatMap((quarter, i) => {
    const readings = kpis
      .filter((kpi) => kpi.department === id)
      .flatMap((kpi, row): Reading[] => {
        const actual = inShort[kpi.id]?.values[i];
        if (actual !== undefined)
          return [
            { kpi: kpi.id, actual, source: { file: `${id}-${quarter}.csv`, row: row + 2, column: 'Actual' } },
          ];
        return kpi.id === 'old-survey' ? [{ kpi: kpi.id, notMeasured: 'The survey was stopped' }] : [];
      });
    if (readings.length === 0) return [];
    const last = quarter === '2026-Q2';
    return [
      submissionSchema.parse({
        department: id,
        quarter,
        version: 1,
        state: last ? (id === 'it' ? 'returned' : 'submitted') : 'accepted',
        readings,
        history: false,
        submittedAt: last ? '2026-07-09T08:30:00Z' : '2025-01-09T08:30:00Z',
        submittedBy: submitters[id] ?? 'dana',
        ...(last && id !== 'it'
          ? {}
          : { decidedAt: last ? '2026-07-14T15:00:00Z' : '2025-01-20T10:00:00Z', decidedBy: 'ada' }),
        ...(last && id === 'it'
          ? { comment: 'Tickets closed: does the figure hold the hotline’s tickets too?' }
          : {}),
      }),
    ];
  }),
);

/** The company as it stands when a test begins. */
export const company = (): Company => ({
  organisation,
  now: '2026-07-20T08:00:00.000Z',
  definitions: { departments, journeys, capabilities: [], outcomes, objectives, members, kpis },
  submissions,
});

/** Requests in good order whose content can’t be. */
import { kpiBody, problem } from './bodies.ts';
import { quarter } from './company.ts';
import { asItIs, type Case, invalid, readings, service } from './malformed-case.ts';

/** Requests in good order whose content can’t be. */
export const malformedContent: readonly Case[] = [
  [
    'a quarter that is none',
    'submitQuarter',
    { as: 'hans', params: { id: 'service', quarter: '2026-Q5' }, body: readings() },
    invalid(asItIs, { path: '/quarter', found: '"2026-Q5"', expected: 'a quarter such as 2026-Q3' }),
  ],
  [
    'a quarter that has not begun',
    'submitQuarter',
    { as: 'hans', params: { id: 'service', quarter: '2027-Q1' }, body: readings() },
    problem(
      'quarter-not-begun',
      409,
      'The quarter has not begun',
      'The quarter 2027-Q1 begins on 2027-01-01.',
      [{ path: '/quarter', found: '"2027-Q1"', expected: 'a quarter that has begun and is not closed' }],
    ),
  ],
  [
    'a quarter that is closed',
    'submitQuarter',
    { as: 'hans', params: { id: 'service', quarter: '2026-Q2' }, body: readings() },
    problem('quarter-closed', 409, 'The quarter is closed', 'The quarter 2026-Q2 closed on 2026-08-14.', [
      { path: '/quarter', found: '"2026-Q2"', expected: 'a quarter that has begun and is not closed' },
    ]),
  ],
  [
    'history of a quarter that is open',
    'submitHistory',
    { params: service, body: readings() },
    problem(
      'conflict',
      409,
      'Not possible in the present state',
      'The quarter 2026-Q3 is not closed; its department submits it.',
      [{ path: '/quarter', found: '"2026-Q3"', expected: 'a closed quarter' }],
    ),
  ],
  [
    'an unknown department in the path',
    'submitHistory',
    { params: { id: 'ghosts', quarter: '2026-Q1' }, body: readings() },
    problem('not-found', 404, 'Not found', 'There is no department “ghosts”.'),
  ],
  [
    'an unknown owning department, an unknown owner and an unknown objective',
    'putKpi',
    {
      as: 'hans',
      params: { id: 'new' },
      body: kpiBody('service', {
        owner: 'rob',
        objective: 'ghost',
        counterparts: [{ kpi: 'not-yet-there' }],
      }),
    },
    invalid(
      'The kpi can’t be stored as it is.',
      { path: '/owner', found: '"rob"', expected: 'the id of an active member' },
      { path: '/objective', found: '"ghost"', expected: 'the id of an objective' },
    ),
  ],
  [
    'a head of departments that do not exist',
    'putMember',
    {
      params: { id: 'nina' },
      body: {
        name: 'Nina',
        email: 'nina@example.org',
        roles: ['department-head'],
        heads: ['service', 'ghosts'],
        deputyOf: [{ department: 'spirits', until: '2026-12-31' }],
      },
    },
    invalid(
      'The member can’t be stored as it is.',
      { path: '/heads/1', found: '"ghosts"', expected: 'the id of a department' },
      { path: '/deputyOf/0/department', found: '"spirits"', expected: 'the id of a department' },
    ),
  ],
  [
    'text in a number, and every other fault at once',
    'submitQuarter',
    {
      as: 'hans',
      params: service,
      body: readings(
        { kpi: 'first-contact', actual: 'about 80 %' },
        { kpi: 'answer-time', actual: 3 },
        { kpi: 'x' },
      ),
    },
    invalid(
      asItIs,
      {
        path: '/readings/0/actual',
        found: '"about 80 %"',
        expected: 'a decimal number as text, such as "12.5", with a point and without thousands marks',
      },
      { path: '/readings/1/actual', found: '3', expected: 'a value of type string' },
      {
        path: '/readings/2/actual',
        found: 'nothing',
        expected: 'an actual, or "notMeasured" with the reason: one of the two',
      },
    ),
  ],
  [
    'a KPI without a direction, which no target could be judged by',
    'putKpi',
    { as: 'hans', params: { id: 'new' }, body: kpiBody('service', { direction: undefined }) },
    invalid(asItIs, {
      path: '/direction',
      found: 'nothing',
      expected: 'a direction: higher, lower or range',
    }),
  ],
  [
    'a target that the direction excludes',
    'putTarget',
    {
      as: 'hans',
      params: { id: 'first-contact', quarter },
      body: { value: { low: '0.1', high: '0.2' } },
      headers: { 'if-match': '"1"' },
    },
    invalid('The target does not fit its KPI.', {
      path: '/value',
      found: '{"low":"0.1","high":"0.2"}',
      expected: 'one number, as its KPI is better higher',
    }),
  ],
  [
    'a negative duration, and a share above 1',
    'submitQuarter',
    {
      as: 'hans',
      params: service,
      body: readings({ kpi: 'answer-time', actual: '-3' }, { kpi: 'first-contact', actual: '80' }),
    },
    invalid(
      'The readings can’t be taken as they are.',
      { path: '/readings/0/actual', found: '"-3"', expected: 'a duration of 0 or more' },
      { path: '/readings/1/actual', found: '"80"', expected: 'a share from 0 to 1 (0.95 is 95 %)' },
    ),
  ],
  [
    'a negative duration as a target',
    'putTarget',
    {
      as: 'hans',
      params: { id: 'answer-time', quarter },
      body: { value: '-1' },
      headers: { 'if-match': '"1"' },
    },
    invalid('The target does not fit its KPI.', {
      path: '/value',
      found: '"-1"',
      expected: 'a duration of 0 or more',
    }),
  ],
  [
    'a negative duration of a journey, between events that are no neighbours',
    'putJourney',
    {
      params: { id: 'order' },
      body: {
        name: 'Order',
        events: ['a', 'b', 'c'].map((id) => ({ id, name: id, seenBy: 'customer' })),
        segments: [{ from: 'a', to: 'c', duration: '-2', unit: { kind: 'duration', symbol: 'day' } }],
      },
    },
    invalid(
      'The journey can’t be stored as it is.',
      { path: '/segments/0/to', found: '"c"', expected: 'the event that follows “a”' },
      { path: '/segments/0/duration', found: '"-2"', expected: 'a duration of 0 or more' },
    ),
  ],
  [
    'two readings of one KPI',
    'submitQuarter',
    {
      as: 'hans',
      params: service,
      body: readings({ kpi: 'answer-time', actual: '3' }, { kpi: 'answer-time', actual: '4' }),
    },
    invalid(asItIs, { path: '/readings/1/kpi', found: '"answer-time"', expected: 'each KPI once' }),
  ],
  [
    'a submission by the wrong department',
    'submitQuarter',
    { as: 'otto', params: service, body: readings({ kpi: 'first-contact', actual: '0.8' }) },
    problem('forbidden', 403, 'Not allowed', 'You don’t write for the department “service”.'),
  ],
  [
    'readings of another department’s KPI, and of none',
    'submitQuarter',
    {
      as: 'hans',
      params: service,
      body: readings({ kpi: 'dispatch-time', actual: '3' }, { kpi: 'ghost', actual: '3' }),
    },
    invalid(
      'The readings can’t be taken as they are.',
      {
        path: '/readings/0/kpi',
        found: '"dispatch-time"',
        expected: 'the id of a KPI that “service” holds in 2026-Q3',
      },
      {
        path: '/readings/1/kpi',
        found: '"ghost"',
        expected: 'the id of a KPI that “service” holds in 2026-Q3',
      },
    ),
  ],
  [
    'a check that nobody knows, and a quarter that closes before it is due',
    'putPolicy',
    {
      body: { dueDays: 20, closeDays: 10, checks: { 'no-such-check': false } },
      headers: { 'if-match': '"1"' },
    },
    invalid(
      'The organisation can’t be stored as it is.',
      { path: '/closeDays', found: '10', expected: '20 or more, as a quarter is due by then' },
      { path: '/checks/no-such-check', found: 'false', expected: 'the id of a check' },
    ),
  ],
  [
    'a name that turns the reading direction',
    'putDepartment',
    { params: { id: 'new' }, body: { name: 'Sales\u202egpj.exe', function: 'sales' } },
    invalid(asItIs, {
      path: '/name',
      found: '"Sales\u202egpj.exe"',
      expected: 'text on one line, without control or direction-override characters',
    }),
  ],
];

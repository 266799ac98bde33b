/** What can't be used is refused with the whole of what is wrong, and leaves the table as it was. */
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyLimits } from '../../shared/runtime/json-body.ts';
import { type Company, furnishedCompany, kpiBody, problem, quarter } from './company.ts';
import type { Sent } from './event.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
  await company.done('submitQuarter', {
    as: 'otto',
    params: { id: 'operations', quarter },
    body: { readings: [] },
  });
});

const unusable = 'The input can’t be used';
const asItIs = 'The request can’t be used as it is.';
const invalid = (detail: string, ...errors: { path: string; found: string; expected: string }[]) =>
  problem('invalid-input', 400, unusable, detail, errors);
const service = { id: 'service', quarter };
const kpi = { id: 'first-contact' };
const json = (text: string): Sent => ({ raw: { body: text } });
const readings = (...list: object[]) => ({ readings: list });
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

type Case = readonly [
  name: string,
  operation: string,
  sent: Sent & { readonly as?: string },
  document: ReturnType<typeof problem>,
];

const cases: readonly Case[] = [
  [
    'a body that is too large',
    'submitQuarter',
    { as: 'hans', params: service, raw: { body: ' '.repeat(bodyLimits.bytes + 1) } },
    problem('too-large', 413, 'Too large', 'The request is too large.', [
      { path: '', found: '262145 bytes', expected: 'at most 262144 bytes' },
    ]),
  ],
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
    'a stale version',
    'submitQuarter',
    {
      as: 'otto',
      params: { id: 'operations', quarter },
      body: readings(),
      headers: { 'if-none-match': '*' },
    },
    problem('stale-version', 412, 'Changed meanwhile', 'This is not the present version any more.', [
      { path: 'If-None-Match', found: '*', expected: 'the present version "1"; read it again' },
    ]),
  ],
  [
    'a version that is yet to come',
    'putKpi',
    { as: 'hans', params: kpi, body: kpiBody('service'), headers: { 'if-match': '"2"' } },
    problem('stale-version', 412, 'Changed meanwhile', 'This is not the present version any more.', [
      { path: 'If-Match', found: '"2"', expected: 'the present version "1"; read it again' },
    ]),
  ],
  [
    'no version where there is one',
    'putKpi',
    { as: 'hans', params: kpi, body: kpiBody('service') },
    problem('precondition-required', 428, 'Version missing', 'Say which version you change.', [
      { path: 'If-Match', found: 'nothing', expected: 'the version that you have read; now it is "1"' },
    ]),
  ],
  [
    'a version that is none',
    'putKpi',
    { as: 'hans', params: kpi, body: kpiBody('service'), headers: { 'if-match': 'W/"1"' } },
    invalid('The precondition can’t be used as it is.', {
      path: 'If-Match',
      found: '"W/\\"1\\""',
      expected: 'one version in quotes, such as "3"',
    }),
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
    'server-owned fields and another tenant in the body',
    'putKpi',
    {
      as: 'hans',
      params: { id: 'new' },
      body: kpiBody('service', { version: 9, org: 'rival', targets: [] }),
    },
    invalid(
      asItIs,
      { path: '/version', found: '9', expected: 'no such field' },
      { path: '/org', found: '"rival"', expected: 'no such field' },
      { path: '/targets', found: '[]', expected: 'no such field' },
    ),
  ],
  [
    'a tenant in the query',
    'getKpi',
    { params: kpi, query: { org: 'rival', role: 'analyst' } },
    invalid(
      asItIs,
      { path: '/org', found: '"rival"', expected: 'no such parameter' },
      { path: '/role', found: '"analyst"', expected: 'no such parameter' },
    ),
  ],
  [
    'no JSON',
    'putDepartment',
    { params: { id: 'new' }, ...json('{"name": "New",') },
    invalid(asItIs, {
      path: '',
      found: '"{\\"name\\": \\"New\\","',
      expected: 'JSON; the mistake is at position 15',
    }),
  ],
  [
    'no body',
    'putDepartment',
    { params: { id: 'new' }, headers: { 'content-type': 'application/json' } },
    invalid(asItIs, { path: '', found: 'nothing', expected: 'JSON' }),
  ],
  [
    'NaN',
    'putOutcome',
    { params: { id: 'new' }, ...json('{"statement":"x","weight":NaN}') },
    invalid(asItIs, {
      path: '',
      found: '"{\\"statement\\":\\"x\\",\\"weight\\":NaN}"',
      expected: 'JSON',
    }),
  ],
  [
    'a number that no double holds',
    'putOutcome',
    { params: { id: 'new' }, ...json('{"statement":"x","weight":1e400}') },
    invalid(asItIs, { path: '/weight', found: '"1e400"', expected: 'a number that can be held' }),
  ],
  [
    'a key given twice',
    'putDepartment',
    { params: { id: 'new' }, ...json('{"name":"New","function":"it","name":"Other"}') },
    invalid(asItIs, { path: '/name', found: 'the key twice', expected: 'each key once' }),
  ],
  [
    'a prototype',
    'putDepartment',
    { params: { id: 'new' }, ...json('{"name":"New","function":"it","__proto__":{"version":9}}') },
    invalid(asItIs, { path: '/__proto__', found: '"__proto__"', expected: 'no such field' }),
  ],
  [
    'a body too deep',
    'putDepartment',
    { params: { id: 'new' }, ...json(nested(bodyLimits.depth + 1)) },
    invalid(asItIs, { path: '/0'.repeat(20), found: 'a level too deep', expected: 'at most 20 levels' }),
  ],
  [
    'bytes that are no UTF-8',
    'putDepartment',
    {
      params: { id: 'new' },
      raw: { body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), base64: true },
    },
    invalid(asItIs, { path: '', found: 'bytes that are no UTF-8', expected: 'JSON in UTF-8' }),
  ],
  [
    'half a character',
    'putDepartment',
    { params: { id: 'new' }, ...json('{"name":"\\ud83d","function":"it"}') },
    invalid(asItIs, { path: '/name', found: 'half a character', expected: 'well-formed Unicode' }),
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
  [
    'a form instead of JSON',
    'putDepartment',
    {
      params: { id: 'new' },
      ...json('name=New'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    problem('unsupported-media-type', 415, 'Not JSON', 'The request must be JSON.', [
      { path: 'Content-Type', found: '"application/x-www-form-urlencoded"', expected: 'application/json' },
    ]),
  ],
  [
    'an id with a key’s delimiter',
    'putDepartment',
    { params: { id: 'fin|ance' }, body: { name: 'New', function: 'it' } },
    invalid(asItIs, {
      path: '/id',
      found: '"fin|ance"',
      expected: 'an id of 1 to 40 characters from a-z, 0-9 and -',
    }),
  ],
  [
    'an Idempotency-Key that can’t be printed',
    'putDepartment',
    { params: { id: 'new' }, body: { name: 'New', function: 'it' }, headers: { 'idempotency-key': 'ü' } },
    invalid('The Idempotency-Key can’t be used as it is.', {
      path: 'Idempotency-Key',
      found: '"ü"',
      expected: '1 to 100 printable ASCII characters',
    }),
  ],
  [
    'a page that is too long',
    'listKpis',
    { query: { limit: '51' } },
    invalid(asItIs, { path: '/limit', found: '"51"', expected: 'a whole number from 1 to 50' }),
  ],
  [
    'an entity of the audit that is only half named',
    'listAudit',
    { as: 'eve', query: { kind: 'kpi' } },
    invalid('An entity is named by its kind and its id.', {
      path: '/id',
      found: 'nothing',
      expected: 'kind and id together',
    }),
  ],
];

describe('malformed input', () => {
  it.each(cases)('%s is refused whole', async (_name, operation, sent, document) => {
    const before = await company.fresh.hash();
    const answer = await company.call(operation, sent);
    expect(answer.body).toEqual(document);
    expect(answer.status).toBe(document.status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(await company.fresh.hash()).toBe(before);
  });

  it('an address that nobody declared is not found', async () => {
    const answer = await company.handler('set-up')({
      version: '2.0',
      headers: {},
      requestContext: { requestId: 'request-1', http: { method: 'GET', path: '/v1/secrets' } },
    });
    expect(JSON.parse(answer.body)).toEqual(
      problem('not-found', 404, 'Not found', 'There is no such address.'),
    );
  });
});

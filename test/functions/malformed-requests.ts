/** Requests that say something no request may say, whatever it is about. */
import { bodyLimits } from '../../shared/runtime/json-body.ts';
import { kpiBody, problem } from './bodies.ts';
import { quarter } from './company.ts';
import { asItIs, type Case, invalid, json, kpi, nested, readings, service } from './malformed-case.ts';

/** Requests that say something no request may say, whatever it is about. */
export const malformedRequests: readonly Case[] = [
  [
    'a body that is too large',
    'submitQuarter',
    { as: 'hans', params: service, raw: { body: ' '.repeat(bodyLimits.bytes + 1) } },
    problem('too-large', 413, 'Too large', 'The request is too large.', [
      { path: '', found: '262145 bytes', expected: 'at most 262144 bytes' },
    ]),
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

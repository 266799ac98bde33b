// Requests that the right person may make, to be spoilt one field at a time.
import { kpiBody, memberBody } from '../functions/bodies.ts';
import { quarter } from '../functions/company.ts';
import type { Sent } from '../functions/event.ts';

type Writing = readonly [operation: string, sent: Sent & { readonly as?: string; readonly body: object }];

/** Writes with sound bodies: each would be carried out as it stands. */
export const writes: readonly Writing[] = [
  ['putDepartment', { params: { id: 'new' }, body: { name: 'New', function: 'other' } }],
  ['putCapability', { params: { id: 'new' }, body: { name: 'Delivering' } }],
  ['putOutcome', { params: { id: 'new' }, body: { statement: 'It works.' } }],
  ['putMember', { params: { id: 'new' }, body: memberBody('new', ['auditor']) }],
  ['putKpi', { as: 'hans', params: { id: 'new' }, body: kpiBody('service') }],
  ['putObjective', { as: 'hans', params: { id: 'new' }, body: { department: 'service', title: 'Title' } }],
  ['putDraft', { as: 'hans', params: { id: 'service', quarter }, body: { readings: [] } }],
  ['submitQuarter', { as: 'hans', params: { id: 'service', quarter }, body: { readings: [] } }],
];

/** Reads of one thing by an id of people’s choice: operation, name of the parameter, the other parameters. */
export const reads: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['getKpi', 'id', {}],
  ['getDepartment', 'id', {}],
  ['getMember', 'id', {}],
  ['getOutcome', 'id', {}],
  ['getFinding', 'fingerprint', {}],
  ['getQuarterSheet', 'id', { quarter }],
  ['getDepartmentReport', 'id', { quarter }],
];

/** Who and where, as only the token may say. */
export const identities: Readonly<Record<string, unknown>> = {
  org: 'rival',
  organisation: 'rival',
  orgId: 'rival',
  tenant: 'rival',
  role: 'analyst',
  admin: true,
  isAdmin: true,
  userId: 'sub-rita',
  sub: 'sub-rita',
  by: 'eve',
  member: 'rita',
};

/** What only the server writes. */
export const serverOwned: Readonly<Record<string, unknown>> = {
  version: 9,
  updatedAt: '2020-01-01T00:00:00Z',
  updatedBy: 'eve',
  auditHash: 'f'.repeat(64),
  pk: 'rival|def',
  sk: 'kpi|win-rate',
  gsi1pk: 'rival|unresolved',
  schema: 1,
  type: 'kpi',
  id: 'other',
  ttl: 1,
  changes: [],
  formerDepartments: [],
  submittedBy: 'eve',
  decidedBy: 'eve',
  history: true,
};

/** Ids that would reach beyond one key, were they put into it as they are. */
export const brokenIds: readonly string[] = [
  'first-contact|x',
  'kpi|first-contact',
  'rival|def',
  '|',
  '..',
  '../rival',
  'first-contact\u0000',
  'first-contact\n',
  ' first-contact',
  'first-contact ',
  'FIRST-CONTACT',
  'first_contact',
  'first*',
  'fírst-contact',
  'first-contact’; drop',
  '{"S":"first-contact"}',
  'a'.repeat(41),
  '__proto__',
];

/** Ids that are sound and begin, or go on, as a known one does. */
export const nearIds: readonly string[] = [
  'firs',
  'first-contac',
  'first-contact-2',
  'servic',
  'service-2',
  'han',
  'on-tim',
];

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const bytes = (...values: number[]) => ({ body: Buffer.from(values).toString('base64'), base64: true });

/** Bodies that no client of ours sends. */
export const spoiltBodies: readonly (readonly [
  string,
  { readonly body: string; readonly base64?: boolean },
])[] = [
  ['nothing', { body: '' }],
  ['null', { body: 'null' }],
  ['a list', { body: '[]' }],
  ['a text', { body: '"name"' }],
  ['a number', { body: '7' }],
  ['words', { body: 'name=x' }],
  ['half an object', { body: '{"name":"x"' }],
  ['a comma too many', { body: '{"name":"x",}' }],
  ['single quotes', { body: "{'name':'x'}" }],
  ['a comment', { body: '{"name":"x"/* */}' }],
  ['two objects', { body: '{}{}' }],
  ['depth', { body: nested(10_000) }],
  ['depth in a field', { body: `{"name":${nested(200)}}` }],
  ['a size', { body: `{"name":"${'x'.repeat(300_000)}"}` }],
  ['NaN', { body: '{"name":NaN}' }],
  ['infinity', { body: '{"name":1e400}' }],
  ['a key twice', { body: '{"name":"x","name":"y"}' }],
  ['a key twice, once escaped', { body: '{"name":"x","n\\u0061me":"y"}' }],
  ['a prototype', { body: '{"__proto__":{"roles":["analyst"]}}' }],
  ['a constructor', { body: '{"constructor":{"prototype":{"roles":["analyst"]}}}' }],
  ['invalid UTF-8', bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)],
  ['overlong UTF-8', bytes(0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d)],
  ['half a surrogate', { body: '{"name":"\\ud800"}' }],
  ['a null byte', { body: '{"name":"x\\u0000"}' }],
];

/** Texts that forge what a name, a mail header or a log line looks like. */
export const forgingTexts: readonly string[] = [
  'Eve\r\nBcc: all@example.org',
  'Eve\nSubject: paid',
  'Eve\rX-Header: 1',
  'Eve\u0000',
  'Eve\u0008\u0008\u0008Ana',
  'Eve\u001b[2J',
  'Eve\u007f',
  'Eve\u0085Bcc: x',
  '\u202eevE',
  'Eve\u202d',
  'Eve\u2066x\u2069',
  'Eve\u200f',
];

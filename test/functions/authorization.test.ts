/**
 * Who may do what, for every operation of the route table: seven kinds of caller against their own department, another
 * department and another organisation. A route without a row here fails.
 */
import { createHash } from 'node:crypto';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { unsubscribeToken } from '../../shared/domain/unsubscribe-token.ts';
import { applyChangeSet } from '../../shared/flows/change-set.ts';
import type { Item } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import { unsubscribeKeyOf } from '../../shared/table/unsubscribe-key.ts';
import { memberBody } from './bodies.ts';
import {
  type Answered,
  acme,
  asOf,
  type Company,
  furnishedCompany,
  quarter,
  rival,
  subjectOf,
} from './company.ts';
import {
  findingOf,
  putFinding,
  putHead,
  putJourneyReport,
  putOutcomeReport,
  putReports,
  waiverAsked,
} from './derived.ts';
import { claimsOf, type Sent } from './event.ts';

const callers = [
  'executive',
  'department-head',
  'analyst',
  'auditor',
  'anonymous',
  'no-organisation',
  'removed',
] as const;
type Caller = (typeof callers)[number];
const targets = ['own department', 'other department', 'other organisation'] as const;
type Target = (typeof targets)[number];

const memberOf: Readonly<Record<Caller, string>> = {
  executive: 'eve',
  'department-head': 'hans',
  analyst: 'ana',
  auditor: 'ada',
  anonymous: 'ana',
  'no-organisation': 'ana',
  removed: 'rob',
};
const departmentOf: Readonly<Record<Target, string>> = {
  'own department': 'service',
  'other department': 'operations',
  'other organisation': 'sales',
};
const kpiOf: Readonly<Record<Target, string>> = {
  'own department': 'first-contact',
  'other department': 'dispatch-time',
  'other organisation': 'win-rate',
};
const headOf: Readonly<Record<Target, string>> = {
  'own department': 'hans',
  'other department': 'otto',
  'other organisation': 'rita',
};

let company: Company;
let stopMail: string;
const standingAction = new Map<Target, string>();
const standingImport = new Map<string, string>();
beforeAll(async () => {
  company = await furnishedCompany();
  stopMail = unsubscribeToken(acme, 'hans', await unsubscribeKeyOf(company.fresh.table, acme));
  await putReports(company.fresh, 'service');
  await putReports(company.fresh, 'operations');
  await company.done('putDepartment', { params: { id: 'archive' }, body: departmentBody() });
  await company.done('putMember', {
    params: { id: 'olga' },
    body: memberBody('olga', ['department-head']),
  });
  await putOutcomeReport(company.fresh, standing('outcome')('own department'));
  await putOutcomeReport(company.fresh, standing('outcome')('other department'));
  await putJourneyReport(company.fresh, standing('journey')('own department'));
  await putJourneyReport(company.fresh, standing('journey')('other department'));
  await putHead(company.fresh, acme, { reported: [past, quarter].map((one) => ({ quarter: one, asOf })) });
  await company.done('sealReport', { as: 'eve', params: { quarter: past }, body: {} });
  for (const target of targets) {
    const org = target === 'other organisation' ? rival : acme;
    const given = (kind: string) => ({ org, params: { id: standing(kind)(target) } });
    await company.done('putJourney', { ...given('journey'), body: journeyBody() });
    await company.done('putCapability', { ...given('capability'), body: { name: 'Delivering' } });
    await company.done('putOutcome', { ...given('outcome'), body: { statement: 'It works.' } });
    await company.done('putObjective', {
      ...given('objective'),
      as: headOf[target],
      body: objectiveBody(target),
    });
    standingAction.set(target, await decided(target));
    if (target !== 'other department') standingImport.set(org, await imported(org));
  }
});

const claims = (caller: Caller): Record<string, unknown> | undefined => {
  if (caller === 'anonymous') return undefined;
  const all = claimsOf(acme, subjectOf(memberOf[caller]));
  return caller === 'no-organisation' ? { ...all, 'cognito:groups': '[editors]' } : all;
};

const version = (answer: Answered): Record<string, string> =>
  answer.status === 200 && answer.headers['etag'] !== undefined ? { 'if-match': answer.headers['etag'] } : {};
const read = (operation: string, params: Record<string, string>) => company.call(operation, { params });

/** A fresh submission of the target's department, by its head, where there is one in acme. */
const submitted = async (target: Target): Promise<number> => {
  const params = { id: departmentOf[target], quarter };
  if (target === 'other organisation') return 1;
  const sheet = await read('getQuarterSheet', params);
  const headers = { 'if-match': `"${sheet.body.version}"` };
  const receipt = await company.done('submitQuarter', {
    as: headOf[target],
    params,
    body: { readings: [] },
    headers,
  });
  return receipt.body.version;
};

type Row = (target: Target, caller: Caller) => Sent | Promise<Sent>;
let findings = 0;
const inQuarter = (target: Target, of = quarter) => ({ id: departmentOf[target], quarter: of });
const definition = (get: string, id: (target: Target) => string, body: (target: Target) => unknown): Row => {
  return async (target) => {
    const params = { id: id(target) };
    return { params, body: body(target), headers: version(await read(get, params)) };
  };
};
const one =
  (id: (target: Target) => string): Row =>
  (target) => ({ params: { id: id(target) } });
const judged: Row = async (target) => ({
  params: inQuarter(target),
  body: {},
  headers: { 'if-match': `"${await submitted(target)}"` },
});
const settings: Row = async () => ({ headers: version(await company.call('getOrganisation')) });
const finding = async (target: Target) => {
  const fingerprint = (++findings).toString(16).padStart(32, '0');
  if (target === 'other organisation') await putFinding(company.fresh, fingerprint, 'sales', 'rival');
  else await putFinding(company.fresh, fingerprint, departmentOf[target]);
  return { params: { fingerprint } };
};
const said =
  (body: object, asked = false): Row =>
  async (target) => {
    const fingerprint = (++findings).toString(16).padStart(32, '0');
    const made = asked ? waiverAsked(findingOf(fingerprint)) : findingOf(fingerprint);
    const org = target === 'other organisation' ? 'rival' : 'acme';
    await putFinding(company.fresh, fingerprint, departmentOf[target], org, made);
    return { params: { fingerprint }, body, headers: { 'if-match': '"1"' } };
  };
const actionBody = async (target: Target) => ({
  findings: [(await finding(target)).params.fingerprint],
  text: 'Ask customers.',
  owner: headOf[target],
  dueQuarter: '2026-Q4',
});
/** A fresh action of the target's department, seen to by its head. */
const decided = async (target: Target): Promise<string> => {
  const as = target === 'other organisation' ? { org: rival, as: 'rita' } : { as: 'eve' };
  return (await company.done('decideAction', { ...as, body: await actionBody(target) })).body.id;
};
const ended =
  (body: object): Row =>
  async (target) => ({
    params: { id: await decided(target) },
    body,
    headers: { 'if-match': '"1"' },
  });
const departmentsTable = (id: string) => ({
  tables: [
    {
      name: 'departments',
      header: ['id', 'name', 'function', 'first_quarter'],
      rows: [[id, 'Department', 'other', '2025-Q1']],
    },
  ],
});
/** An import that has ended; its id. */
const imported = async (org: typeof acme): Promise<string> => {
  const body = { ...departmentsTable('imported'), apply: true };
  const { id } = (await company.done('importTables', { org, body })).body;
  const deps = { table: company.fresh.table, log: () => undefined, machineNow: Date.now };
  await applyChangeSet(deps, org, id, Number.POSITIVE_INFINITY);
  return id;
};
/** A quarter that nothing is handed in for here, so that it can be sealed. */
const past: Quarter = '2026-Q2';
const reopening = { reason: 'A figure was wrong.' };
/** The seal of that quarter, brought into a state. */
const standingSeal = async (state: 'sealed' | 'reopened') => {
  const of = async () => ({
    params: { quarter: past },
    headers: version(await read('getSeal', { quarter: past })),
  });
  if ((await read('getSeal', { quarter: past })).body.state !== state)
    await (state === 'sealed'
      ? company.done('sealReport', { as: 'eve', body: {}, ...(await of()) })
      : company.done('reopenReport', { as: 'eve', body: reopening, ...(await of()) }));
  return of();
};
let evaluated: Item | undefined;
/** History is taken only before the first evaluation: takes away what says that there was one, until the test ends. */
const beforeTheFirstEvaluation = async (): Promise<void> => {
  const head = await company.fresh.look(keys.head(acme));
  if (head === undefined) return;
  evaluated = head;
  const { client, name } = company.fresh.table;
  await client.send(new DeleteCommand({ TableName: name, Key: keys.head(acme) }));
};
afterEach(async () => {
  if (evaluated !== undefined) await company.fresh.put(evaluated);
  evaluated = undefined;
});
const nothing: Row = () => ({});
/** A reorganisation that is looked at, not made. */
const looked =
  (id: (target: Target) => string, body: object): Row =>
  (target) => ({ params: { id: id(target) }, body: { ...body, apply: false } });
const departmentBody = () => ({ name: 'Department', function: 'other', firstQuarter: '2025-Q1' });
const journeyBody = () => ({
  name: 'Journey',
  events: [
    { id: 'a', name: 'A', seenBy: 'customer' },
    { id: 'b', name: 'B', seenBy: 'customer' },
  ],
});
const objectiveBody = (target: Target) => ({ department: departmentOf[target], title: 'Title' });
const kpiOfTarget = (target: Target) => ({
  department: departmentOf[target],
  name: 'Name',
  unit: { kind: 'count', symbol: '' },
  direction: 'higher',
  perspective: 'internal-efficiency',
  firstQuarter: '2025-Q1',
});
const standing = (kind: string) => (target: Target) => `${kind}-${departmentOf[target]}`;
const spare = (kind: string) => (target: Target) => `new-${kind}-${departmentOf[target]}`;

/** A request that the right caller may make of each operation. */
const rows: Readonly<Record<string, Row>> = {
  getHealth: nothing,
  getOpenApi: nothing,
  listChecks: nothing,
  getCheck: () => ({ params: { id: 'missing-counterpart' } }),
  getMe: nothing,
  getOrganisation: nothing,
  putOrganisation: async (target) => ({
    ...(await settings(target, 'analyst')),
    body: { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' },
  }),
  putPolicy: async (target) => ({ ...(await settings(target, 'analyst')), body: {} }),
  listDepartments: nothing,
  getDepartment: one((target) => departmentOf[target]),
  putDepartment: definition('getDepartment', spare('department'), departmentBody),
  listJourneys: nothing,
  getJourney: one(standing('journey')),
  putJourney: definition('getJourney', spare('journey'), journeyBody),
  listCapabilities: nothing,
  getCapability: one(standing('capability')),
  putCapability: definition('getCapability', spare('capability'), () => ({ name: 'Delivering' })),
  listOutcomes: nothing,
  getOutcome: one(standing('outcome')),
  putOutcome: definition('getOutcome', spare('outcome'), () => ({ statement: 'It works.' })),
  listMembers: nothing,
  getMember: one((target) => headOf[target]),
  putMember: definition('getMember', spare('member'), () => memberBody('member', ['auditor'])),
  listObjectives: nothing,
  getObjective: one(standing('objective')),
  putObjective: definition('getObjective', spare('objective'), objectiveBody),
  listKpis: nothing,
  getKpi: one((target) => kpiOf[target]),
  putKpi: definition('getKpi', spare('kpi'), kpiOfTarget),
  listLibrary: nothing,
  getLibraryEntry: () => ({ params: { id: 'first-contact-resolution' } }),
  classifyKpis: () => ({ body: { kpis: [{ id: 'a', name: 'Average handling time' }] } }),
  suggestCounterparts: () => ({ body: { name: 'Average handling time' } }),
  putStatutory: async (target) => ({
    params: { id: kpiOf[target] },
    body: { approved: true, reason: 'The regulator asks for it.' },
    headers: version(await read('getKpi', { id: kpiOf[target] })),
  }),
  putTarget: async (target) => ({
    params: { id: kpiOf[target], quarter },
    body: { value: '0.5' },
    headers: version(await read('getKpi', { id: kpiOf[target] })),
  }),
  getQuarterSheet: (target) => ({ params: inQuarter(target) }),
  putDraft: (target) => ({ params: inQuarter(target), body: { readings: [] } }),
  previewSubmission: (target) => ({ params: inQuarter(target), body: { readings: [] } }),
  submitQuarter: async (target) => ({
    params: inQuarter(target),
    body: { readings: [] },
    headers: version(await read('getQuarterSheet', inQuarter(target))),
  }),
  submitHistory: async (target) => {
    await beforeTheFirstEvaluation();
    const params = { id: departmentOf[target], quarter: '2026-Q1' };
    return { params, body: { readings: [] }, headers: version(await read('getQuarterSheet', params)) };
  },
  listVersions: (target) => ({ params: inQuarter(target) }),
  returnSubmission: async (target) => ({
    ...(await judged(target, 'analyst')),
    body: { comment: 'Look again.' },
  }),
  acceptSubmission: judged,
  listFindings: nothing,
  getFinding: finding,
  explainFinding: finding,
  acknowledgeFinding: async (target) => ({
    ...(await finding(target)),
    body: {},
    headers: { 'if-match': '"1"' },
  }),
  commentFinding: said({ text: 'We look into it.' }),
  askWaiver: said({ reason: 'A new system comes in spring.', until: '2027-03-31' }),
  approveWaiver: said({}, true),
  refuseWaiver: said({ comment: 'Spring is too late.' }, true),
  listActions: nothing,
  getAction: one((target) => standingAction.get(target) ?? ''),
  decideAction: async () => ({ body: await actionBody('own department') }),
  finishAction: ended({}),
  dropAction: ended({ comment: 'It helps nobody.' }),
  getPreferences: nothing,
  putPreferences: async (_target, caller) => ({
    body: { locale: 'de-DE', digest: 'monthly', reminders: true },
    headers: version(await company.call('getPreferences', { claims: claims(caller) })),
  }),
  unsubscribe: () => ({ params: { token: stopMail } }),
  listReports: nothing,
  getBoardReport: () => ({ params: { quarter } }),
  getBoardPack: () => ({ params: { quarter } }),
  getDepartmentReport: (target) => ({ params: inQuarter(target) }),
  getOutcomeReport: (target) => ({ params: { id: standing('outcome')(target), quarter } }),
  getJourneyReport: (target) => ({ params: { id: standing('journey')(target), quarter } }),
  getAlignmentTrace: () => ({ params: { quarter } }),
  listAudit: nothing,
  exportAudit: () => ({ query: { format: 'csv' } }),
  getSeal: () => ({ params: { quarter: past } }),
  sealReport: async () => ({ ...(await standingSeal('reopened')), body: {} }),
  reopenReport: async () => ({ ...(await standingSeal('sealed')), body: reopening }),
  getSince: () => ({ params: { quarter } }),
  listCommentary: () => ({ params: { quarter } }),
  putCommentary: async () => {
    const { body } = await read('listCommentary', { quarter: '2026-Q1' });
    const etag = `"${body.items[0]?.version}"`;
    const headers: Record<string, string> = body.items.length === 0 ? {} : { 'if-match': etag };
    return { params: { quarter: '2026-Q1', about: 'report' }, body: { text: 'The strike.' }, headers };
  },
  importTables: (target) => ({ body: { ...departmentsTable(departmentOf[target]), apply: false } }),
  listImports: nothing,
  getImport: one((target) => standingImport.get(target === 'other organisation' ? rival : acme) ?? ''),
  exportTables: nothing,
  listRests: (target) => ({ params: { kind: 'kpi', id: kpiOf[target] } }),
  renameDepartment: looked((target) => departmentOf[target], { name: 'Another name' }),
  mergeDepartment: looked((target) => departmentOf[target], { into: 'archive' }),
  splitDepartment: looked((target) => departmentOf[target], {
    id: 'split-off',
    name: 'Split off',
    function: 'other',
    kpis: [],
  }),
  moveKpi: looked((target) => kpiOf[target], { department: 'archive' }),
  handOver: looked((target) => headOf[target], { to: 'olga' }),
  retire: (target) => ({
    params: { kind: 'kpi', id: kpiOf[target] },
    body: { from: '2026-Q4', apply: false },
  }),
  copyKpi: (target) => ({
    params: { id: kpiOf[target] },
    body: { id: 'copied', department: departmentOf[target], apply: false },
  }),
  setTargets: (target) => ({
    params: inQuarter(target, '2027-Q1'),
    body: { targets: [{ kpi: kpiOf[target], value: '0.5' }], apply: false },
  }),
  extendDueDate: (target) => ({
    params: inQuarter(target),
    body: { dueDate: '2026-11-05', reason: 'A flood.', apply: false },
  }),
};

/** Routes whose department is no scope of the route, and yet decides: a head speaks only for findings of the own. */
const ownFindingsOnly = new Set(['acknowledgeFinding', 'commentFinding', 'askWaiver']);
/** Routes where a role is not enough: these findings are about no outcome, so no head decides on their waivers. */
const neverHeads = new Set(['approveWaiver', 'refuseWaiver']);
/** Routes that write what they name, so that an unknown id is simply new. */
const makes = new Set(['putDepartment', 'putJourney', 'putCapability', 'putOutcome', 'putMember']);

/** Routes whose id belongs to no organisation. */
const shared = new Set(['getLibraryEntry']);

/** The status that a cell of the matrix must have. */
const expected = (route: Route, caller: Caller, target: Target): number => {
  if (route.access === 'public') return route.status;
  if (caller === 'anonymous') return 401;
  if (caller === 'no-organisation' || caller === 'removed') return 403;
  if (!route.access.includes(caller)) return 403;
  const namesTarget = route.path.includes('{id}') || route.path.includes('{fingerprint}');
  const isForeign =
    target === 'other organisation' &&
    namesTarget &&
    !makes.has(route.operationId) &&
    !shared.has(route.operationId);
  if (route.operationId === 'putTarget' && isForeign) return 404;
  if (route.scope === 'own-department' && target !== 'own department') return 403;
  if (isForeign) return 404;
  if (ownFindingsOnly.has(route.operationId) && caller === 'department-head' && target !== 'own department')
    return 403;
  if (neverHeads.has(route.operationId) && caller === 'department-head') return 403;
  if (route.operationId === 'finishAction' && caller !== 'executive')
    return caller === 'department-head' && target === 'own department' ? route.status : 403;
  return route.status;
};

const hashOf = (items: unknown): string => createHash('sha256').update(JSON.stringify(items)).digest('hex');
const hashStored = async () => {
  const items = await company.fresh.scan();
  return { all: hashOf(items), rival: hashOf(items.filter(({ pk }) => pk.startsWith('rival|'))) };
};
let known: { readonly writes: number; readonly hashes: ReturnType<typeof hashStored> } | undefined;
/** The hash of everything stored, and of what is rival's; looked at again once anything was sent that may write. */
const stored = () => {
  const writes = company.fresh.writes();
  if (known?.writes !== writes) known = { writes, hashes: hashStored() };
  return known.hashes;
};

const seen = new Map<string, number>();
afterAll(() => {
  process.stderr.write(`authorization matrix: ${[...seen.values()].reduce((a, b) => a + b, 0)} cells\n`);
});

describe('T2 T6 authorization', () => {
  it('has a row for every route, and no other', () => {
    expect(Object.keys(rows).sort()).toEqual(routes.map((route) => route.operationId).sort());
  });

  describe.each(routes.map((route) => [route.operationId, route] as const))('%s', (operation, route) => {
    it.each(targets)('answers every caller about %s as declared', async (target) => {
      for (const caller of callers) {
        const sent = await rows[operation]?.(target, caller);
        const before = await stored();
        company.lines();
        const answer = await company.call(operation, { ...sent, claims: claims(caller) });
        const after = await stored();
        const cell = `${caller} on ${target}`;
        expect({ cell, status: answer.status }).toEqual({ cell, status: expected(route, caller, target) });
        expect({ cell, rival: after.rival }).toEqual({ cell, rival: before.rival });
        expect({ cell, leaks: /secret|rita@/i.test(JSON.stringify(answer.body)) }).toEqual({
          cell,
          leaks: false,
        });
        if (answer.status >= 400) {
          expect({ cell, after }).toEqual({ cell, after: before });
          expect(answer.headers['content-type']).toBe('application/problem+json');
          expect(company.lines()).toContainEqual(
            expect.objectContaining({ security: true, operation, status: answer.status }),
          );
        }
        seen.set(operation, (seen.get(operation) ?? 0) + 1);
      }
    });
  });
});

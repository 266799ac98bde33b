/**
 * Two organisations on a table of their own, and the API's functions in front of it: everything that people would have
 * done before a test begins has been done through the API.
 */
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { Area } from '../../shared/api/route.ts';
import type { Role } from '../../shared/domain/member.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type OrgId, orgId } from '../../shared/domain/slug.ts';
import type { ApiHandler } from '../../shared/runtime/api-handler.ts';
import { Recent } from '../../shared/runtime/recent.ts';
import type { Item } from '../../shared/table/item.ts';
import type { Table } from '../../shared/table/table.ts';
import type { FreshTable } from '../fresh-table.ts';
import { pressHere } from '../paper/press-here.ts';
import { freshTable } from '../table-fixture.ts';
import { kpiBody, memberBody, memberNamed } from './bodies.ts';
import { claimsOf, clientId, eventOf, routeOf, type Sent } from './event.ts';

export const acme = orgId.parse('acme');
export const rival = orgId.parse('rival');

/** Where the business clock stands: five days after the third quarter was due. */
export const asOf = '2026-10-20T09:00:00.000Z';
/** The quarter that is open, due and reported. */
export const quarter: Quarter = '2026-Q3';

/** An answer with its body parsed. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

/** A log line. */
export type Line = Readonly<Record<string, unknown>>;

export interface Company {
  readonly fresh: FreshTable;
  /** Calls an operation; `as` is a member of `org` (acme). */
  call(operationId: string, sent?: Sent & { readonly as?: string; readonly org?: OrgId }): Promise<Answered>;
  /** The same, for what must succeed: a refusal throws. */
  done(operationId: string, sent?: Sent & { readonly as?: string; readonly org?: OrgId }): Promise<Answered>;
  /** The handler of an area, past every convenience. */
  handler(area: Area): ApiHandler;
  /** The lines that the functions have logged since the last call. */
  lines(): Line[];
  /** Moves the business clock. */
  setClock(instant: string): void;
  /** From here on the functions reach the table like this. */
  reach(table: Table): void;
}

const written: Line[] = [];
const catchLines = (): void => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    for (const line of String(text).split('\n')) if (line.startsWith('{')) written.push(JSON.parse(line));
    return true;
  });
};

type Handlers = Readonly<Record<Area, ApiHandler>>;
let present: Table | undefined;
let handlers: Promise<Handlers> | undefined;
const memories = new Set<Recent<unknown>>();

/** What the functions remember of people is kept in sight, so that it can be forgotten between two companies. */
class Remembered<T> extends Recent<T> {
  constructor(most: number) {
    super(most);
    memories.add(this as Recent<unknown>);
  }
}

const presentTable = (): Table => {
  if (present === undefined) throw new Error('no table yet');
  return present;
};
const swapped: Table = {
  get name() {
    return presentTable().name;
  },
  get client() {
    return presentTable().client;
  },
};

const load = async (): Promise<Handlers> => {
  process.env['TABLE_NAME'] = 'the-present-one';
  process.env['TOKEN_CLIENT_ID'] = clientId;
  vi.doMock('../../shared/runtime/recent.ts', () => ({ Recent: Remembered }));
  vi.doMock('../../shared/paper/press.ts', () => ({ press: async () => pressHere() }));
  vi.doMock('../../shared/table/table.ts', async (original) => ({
    ...(await original<typeof import('../../shared/table/table.ts')>()),
    openTable: () => swapped,
  }));
  return {
    'set-up': (await import('../../functions/api/set-up.ts')).handler,
    submissions: (await import('../../functions/api/submissions.ts')).handler,
    findings: (await import('../../functions/api/findings.ts')).handler,
    reports: (await import('../../functions/api/reports.ts')).handler,
    paper: (await import('../../functions/api/paper.ts')).handler,
    audit: (await import('../../functions/api/audit.ts')).handler,
    imports: (await import('../../functions/api/imports.ts')).handler,
    reorganise: (await import('../../functions/api/reorganise.ts')).handler,
    library: (await import('../../functions/api/library.ts')).handler,
    catalogue: (await import('../../functions/api/catalogue.ts')).handler,
  };
};

/** The functions in front of a table, as new: loaded once, remembering nobody. */
const functionsBefore = async (table: Table): Promise<Handlers> => {
  present = table;
  for (const memory of memories) memory.clear();
  handlers ??= load();
  return handlers;
};

/** The subject that a member signs in with. */
export const subjectOf = (member: string): string => `sub-${member}`;

const companyOn = async (fresh: FreshTable): Promise<Company> => {
  const loaded = await functionsBefore(fresh.table);
  catchLines();
  const setClock = (instant: string) => {
    process.env['CLOCK_OFFSET_MS'] = String(Date.parse(instant) - Date.now());
  };
  setClock(asOf);
  const call: Company['call'] = async (operationId, { as = 'ana', org = acme, ...sent } = {}) => {
    const route = routeOf(operationId);
    const claims = 'claims' in sent ? sent.claims : claimsOf(org, subjectOf(as));
    const answer = await loaded[route.area](eventOf(route, { ...sent, claims }));
    const body = answer.isBase64Encoded ? answer.body : JSON.parse(answer.body);
    return { status: answer.statusCode, headers: answer.headers, body };
  };
  return {
    fresh,
    call,
    done: async (operationId, sent) => {
      const answer = await call(operationId, sent);
      if (answer.status < 300) return answer;
      throw new Error(`${operationId}: ${answer.status} ${JSON.stringify(answer.body)}`);
    },
    handler: (area) => loaded[area],
    lines: () => written.splice(0),
    setClock,
    reach: (table) => {
      present = table;
    },
  };
};

/** The functions over a fresh table with the two organisations and their first analysts, and nothing else. */
export const emptyCompany = async (): Promise<Company> => {
  const fresh = await freshTable();
  const company = await companyOn(fresh);
  const { createOrganisation } = await import('../../shared/table/organisations.ts');
  for (const org of [acme, rival]) {
    const writing = { org, by: 'operator', at: asOf, machineNow: Date.now(), nonce: randomUUID() };
    const organisation = { id: org, name: org, timeZone: 'Europe/Berlin', currency: 'EUR', fiscalStart: 1 };
    const analyst = memberNamed('ana', ['analyst']);
    await createOrganisation(fresh.table, writing, organisation, analyst, subjectOf('ana'));
  }
  return company;
};

/** Makes a member who can sign in. */
export const admit = async (
  company: Company,
  id: string,
  roles: readonly Role[],
  more: object = {},
  org: OrgId = acme,
): Promise<void> => {
  await company.done('putMember', { org, params: { id }, body: memberBody(id, roles, more) });
  const { linkLogin } = await import('../../shared/table/organisations.ts');
  const writing = { org, by: 'operator', at: asOf, machineNow: Date.now(), nonce: randomUUID() };
  await linkLogin(company.fresh.table, writing, subjectOf(id), id);
};

const furnish = async (): Promise<Company> => {
  const company = await emptyCompany();
  company.setClock('2026-10-20T08:00:00.000Z');
  const { done } = company;
  for (const id of ['service', 'operations'])
    await done('putDepartment', {
      params: { id },
      body: { name: id, function: 'operations', firstQuarter: '2025-Q1' },
    });
  await done('putOutcome', {
    params: { id: 'on-time' },
    body: {
      statement: 'It comes on the day I was told.',
      firstQuarter: '2025-Q1',
      owningDepartment: 'service',
    },
  });
  await admit(company, 'eve', ['executive']);
  await admit(company, 'ada', ['auditor']);
  await admit(company, 'hans', ['department-head'], { heads: ['service'] });
  await admit(company, 'otto', ['department-head'], { heads: ['operations'] });
  await admit(company, 'dora', ['department-head'], {
    deputyOf: [{ department: 'service', until: '2026-10-31' }],
  });
  await admit(company, 'rob', ['executive', 'department-head', 'analyst', 'auditor'], {
    heads: ['service'],
    status: 'removed',
  });
  const contributions = [{ outcome: 'on-time', effect: '+' }];
  await done('putKpi', {
    as: 'hans',
    params: { id: 'first-contact' },
    body: kpiBody('service', { owner: 'hans', contributions }),
  });
  await done('putKpi', {
    as: 'hans',
    params: { id: 'answer-time' },
    body: kpiBody('service', {
      name: 'Time to answer',
      unit: { kind: 'duration', symbol: 'min' },
      direction: 'lower',
      perspective: 'internal-efficiency',
      owner: 'hans',
    }),
  });
  await done('putKpi', {
    as: 'otto',
    params: { id: 'dispatch-time' },
    body: kpiBody('operations', {
      name: 'Order to dispatch',
      unit: { kind: 'duration', symbol: 'h' },
      direction: 'lower',
      perspective: 'internal-efficiency',
      owner: 'otto',
    }),
  });
  await done('putDepartment', {
    org: rival,
    params: { id: 'sales' },
    body: { name: 'Secret sales', function: 'sales' },
  });
  await admit(company, 'rita', ['department-head', 'executive'], { heads: ['sales'] }, rival);
  await done('putKpi', {
    org: rival,
    as: 'rita',
    params: { id: 'win-rate' },
    body: kpiBody('sales', { name: 'Secret win rate' }),
  });
  return company;
};

let furniture: readonly Item[] | undefined;

/**
 * Acme with the departments service (headed by hans; dora is its deputy to the end of October) and operations (otto),
 * the executive eve, the auditor ada, and rob, who has left; an outcome and three KPIs. Rival has the department
 * sales, headed by rita, with the KPI win-rate; all that it calls by name is secret.
 */
export const furnishedCompany = async (): Promise<Company> => {
  if (furniture === undefined) {
    const company = await furnish();
    company.setClock(asOf);
    furniture = await company.fresh.scan();
    return company;
  }
  const fresh = await freshTable();
  await Promise.all(furniture.map((item) => fresh.put(item)));
  return companyOn(fresh);
};

/** Attacks on the API by those who may sign in: what they name, send and forge. The tokens have a file of their own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../shared/api/routes.ts';
import { kpiBody, memberBody } from '../functions/bodies.ts';
import { acme, type Company, furnishedCompany, quarter, rival } from '../functions/company.ts';
import { putFinding, putHead, putReports } from '../functions/derived.ts';
import { type Attack, expectRefused } from './refused.ts';
import {
  brokenIds,
  forgingTexts,
  identities,
  nearIds,
  reads,
  serverOwned,
  spoiltBodies,
  writes,
} from './requests.ts';

const print = (digit: string): string => digit.repeat(32);
let company: Company;
let payloads = 0;
beforeAll(async () => {
  company = await furnishedCompany();
  await putFinding(company.fresh, print('a'), 'service', acme);
  await putFinding(company.fresh, print('b'), 'sales', rival);
  await putReports(company.fresh, 'service');
  await putHead(company.fresh);
});
afterAll(() => {
  process.stderr.write(`attack payloads: ${payloads}\n`);
});
const refuse = async (attacks: readonly Attack[], ...statuses: number[]): Promise<void> => {
  payloads += await expectRefused(company, attacks, statuses);
};

describe('an attack', () => {
  it('T1 another organisation’s id answers as an unknown one does', async () => {
    const foreign: Readonly<Record<string, string>> = {
      getKpi: 'win-rate',
      getDepartment: 'sales',
      getMember: 'rita',
      getOutcome: 'sales-outcome',
      getFinding: print('b'),
      getQuarterSheet: 'sales',
      getDepartmentReport: 'sales',
    };
    for (const [operation, name, others] of reads) {
      const id = foreign[operation] ?? '';
      const unknown = name === 'id' ? 'zzz' : print('c');
      const asked = (value: string): Attack => ({
        operation,
        sent: { as: 'eve', params: { ...others, [name]: value } },
      });
      await refuse([asked(id), asked(unknown)], 404);
      const [a, b] = await Promise.all(
        [id, unknown].map((value) => company.call(operation, asked(value).sent)),
      );
      expect(JSON.stringify(a).replaceAll(id, 'ID')).toBe(JSON.stringify(b).replaceAll(unknown, 'ID'));
    }
  });

  it('T2 a head writes for no other department', async () => {
    const params = { id: 'operations', quarter };
    await refuse(
      [
        { operation: 'putKpi', sent: { as: 'hans', params: { id: 'new' }, body: kpiBody('operations') } },
        { operation: 'putDraft', sent: { as: 'hans', params, body: { readings: [] } } },
        { operation: 'submitQuarter', sent: { as: 'hans', params, body: { readings: [] } } },
        { operation: 'previewSubmission', sent: { as: 'hans', params, body: { readings: [] } } },
        {
          operation: 'putObjective',
          sent: { as: 'hans', params: { id: 'new' }, body: { department: 'operations', title: 'Title' } },
        },
        {
          operation: 'putKpi',
          sent: {
            as: 'hans',
            params: { id: 'dispatch-time' },
            body: kpiBody('service'),
            headers: { 'if-match': '"1"' },
          },
        },
      ],
      403,
    );
  });

  it('T3 no body, query or header says who asks and where', async () => {
    const bodies = writes.flatMap(([operation, sent]) =>
      Object.entries(identities).map(
        ([field, value]): Attack => ({
          operation,
          sent: { ...sent, body: { ...sent.body, [field]: value } },
          what: field,
        }),
      ),
    );
    const queries = Object.entries(identities).flatMap(([field, value]) =>
      ['listKpis', 'listFindings', 'listMembers'].map(
        (operation): Attack => ({
          operation,
          sent: { as: 'eve', query: { [field]: String(value) } },
        }),
      ),
    );
    await refuse([...bodies, ...queries], 400);
    const headers = {
      'x-org': 'rival',
      'x-organisation': 'rival',
      'x-tenant-id': 'rival',
      'x-role': 'analyst',
      'x-user': 'sub-rita',
      'x-amzn-oidc-identity': 'sub-rita',
      'x-forwarded-user': 'rita',
      cookie: 'org=rival; role=analyst',
    };
    await refuse([{ operation: 'getKpi', sent: { as: 'eve', params: { id: 'win-rate' }, headers } }], 404);
    await refuse(
      [
        { operation: 'listAudit', sent: { as: 'hans', headers } },
        { operation: 'putPolicy', sent: { as: 'hans', body: {}, headers } },
      ],
      403,
    );
  });

  it('T4 what the server owns is taken from no body', async () => {
    await refuse(
      writes.flatMap(([operation, sent]) =>
        Object.entries(serverOwned)
          .filter(([field]) => !(field in sent.body))
          .map(
            ([field, value]): Attack => ({
              operation,
              sent: { ...sent, body: { ...sent.body, [field]: value } },
              what: field,
            }),
          ),
      ),
      400,
    );
  });

  it('T5 an answer tells nothing of the store, and nobody’s address but the own', async () => {
    const simple = routes.filter(
      (route) => route.method === 'GET' && !route.path.includes('{') && route.media === undefined,
    );
    let answered = 0;
    for (const as of ['eve', 'hans', 'ada'])
      for (const { operationId } of simple) {
        const answer = await company.call(operationId, { as });
        if (answer.status !== 200 || ['getOpenApi', 'exportTables'].includes(operationId)) continue;
        answered += 1;
        const text = JSON.stringify(answer.body);
        expect(text, operationId).not.toMatch(/"(pk|sk|gsi\d..|auditHash|zip|ttl)"|rival|secret/i);
        if (operationId === 'listAudit') continue;
        const addresses = [...text.matchAll(/[\w.]+@example\.org/g)].map(([address]) => address);
        expect(
          addresses.filter((address) => address !== `${as}@example.org`),
          operationId,
        ).toEqual([]);
      }
    expect(answered).toBeGreaterThan(30);
  });

  it('T14 no id leads to another key, by a delimiter or as a prefix', async () => {
    const asked = (ids: readonly string[]) =>
      reads.flatMap(([operation, name, others]) =>
        ids.map((id): Attack => ({ operation, sent: { as: 'eve', params: { ...others, [name]: id } } })),
      );
    await refuse(asked(brokenIds), 400, 404);
    await refuse(asked(nearIds), 400, 404);
    await refuse(
      brokenIds.map((id) => ({
        operation: 'putKpi',
        sent: { as: 'hans', params: { id }, body: kpiBody('service') },
      })),
      400,
    );
  });

  it('T18 what no client sends is refused, whatever it is sent to', async () => {
    await refuse(
      writes
        .filter(([operation]) => ['putCapability', 'putKpi', 'putDraft', 'submitQuarter'].includes(operation))
        .flatMap(([operation, { body: _body, ...sent }]) =>
          spoiltBodies.map(([what, raw]): Attack => ({ operation, sent: { ...sent, raw }, what })),
        ),
      400,
      413,
    );
    expect(({} as { roles?: unknown }).roles).toBeUndefined();
  });

  it('T22 T23 no text forges a name, a header or a line', async () => {
    await refuse(
      forgingTexts.flatMap((text): Attack[] => [
        { operation: 'putCapability', sent: { params: { id: 'new' }, body: { name: text } } },
        {
          operation: 'putDepartment',
          sent: { params: { id: 'new' }, body: { name: text, function: 'other' } },
        },
        {
          operation: 'putMember',
          sent: { params: { id: 'new' }, body: { ...memberBody('new', ['auditor']), name: text } },
        },
        {
          operation: 'putMember',
          sent: {
            params: { id: 'new' },
            body: { ...memberBody('new', ['auditor']), email: `${text}@example.org` },
          },
        },
        {
          operation: 'putKpi',
          sent: { as: 'hans', params: { id: 'new' }, body: kpiBody('service', { name: text }) },
        },
      ]),
      400,
    );
  });

  it('T25 an address that nobody declared is not there, and no line of the log is forged', async () => {
    const before = await company.fresh.hash();
    const paths = [
      '/v1/admin',
      '/v1/kpis/x/../../audit',
      '/v1/debug',
      '/v2/kpis',
      '/.env',
      '//v1/kpis',
      '/v1/%6bpis',
    ];
    for (const path of paths)
      for (const method of ['GET', 'DELETE', 'TRACE']) {
        const http = {
          method,
          path,
          protocol: 'HTTP/1.1',
          sourceIp: '203.0.113.7',
          userAgent: 'x\n{"level":"INFO"}',
        };
        const event = {
          version: '2.0',
          rawPath: path,
          headers: {},
          requestContext: { requestId: 'request-1', http },
        };
        const answer = await company.handler('set-up')(event);
        expect({ path, method, status: answer.statusCode }).toEqual({ path, method, status: 404 });
        payloads += 1;
      }
    company.lines();
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJldmUifQ.c2lnbmF0dXJl';
    await company.call('listKpis', {
      as: 'eve',
      query: { 'x\n{"level":"ERROR"}': '1', [token]: '1', 'eve@example.org': '1' },
    });
    const lines = company.lines();
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toMatch(/eyJ|@example/);
    expect(await company.fresh.hash()).toBe(before);
  });

  it('T1 to T25 are at least 300 payloads', () => {
    expect(payloads).toBeGreaterThanOrEqual(300);
  });
});

/** Nobody sees another organisation: not by an id, not by a cursor, not by a key that begins alike. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { kpiBody } from './bodies.ts';
import { acme, type Company, furnishedCompany, rival } from './company.ts';
import { putFinding } from './derived.ts';

const print = (n: number) => n.toString(16).padStart(32, '0');
let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
  for (let n = 1; n <= 4; n++) {
    await putFinding(company.fresh, print(n), 'service', acme);
    await putFinding(company.fresh, print(100 + n), 'sales', rival);
  }
  for (const id of ['secret-one', 'secret-two'])
    await company.done('putKpi', {
      org: rival,
      as: 'rita',
      params: { id },
      body: kpiBody('sales', { name: 'Secret' }),
    });
});

const lists = [
  'listKpis',
  'listDepartments',
  'listMembers',
  'listOutcomes',
  'listFindings',
  'listAudit',
] as const;
const follow = (operation: string, cursor: string, query: Record<string, string> = {}, as = 'eve') =>
  company.call(operation, { as, query: { ...query, limit: '2', cursor } });
const cursorOf = async (
  operation: string,
  sent: { as?: string; org?: typeof acme; query?: Record<string, string> },
) => {
  const { body } = await company.done(operation, { ...sent, query: { ...sent.query, limit: '1' } });
  return body.cursor as string;
};
const holdsSecret = (body: unknown): boolean => /secret|rita|"sales"/i.test(JSON.stringify(body));
const packed = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('T1 the unknown and the foreign', () => {
  it.each([
    ['getKpi', 'win-rate', 'zzz'],
    ['getDepartment', 'sales', 'zzz'],
    ['getMember', 'rita', 'zzz'],
  ])('%s answers both alike', async (operation, foreign, unknown) => {
    const [a, b] = await Promise.all(
      [foreign, unknown].map((id) => company.call(operation, { as: 'eve', params: { id } })),
    );
    expect(a?.status).toBe(404);
    expect(JSON.stringify(a).replaceAll(foreign, 'ID')).toBe(JSON.stringify(b).replaceAll(unknown, 'ID'));
  });

  it('T14 have nothing in common with what begins alike', async () => {
    for (const id of ['servic', 'service-2', 'first', 'first-contac'])
      for (const operation of ['getDepartment', 'getKpi'])
        expect((await company.call(operation, { params: { id } })).status).toBe(404);
  });
});

describe('T15 a cursor', () => {
  it.each(lists)('of %s leads nowhere but to the own list', async (operation) => {
    const theirs = await cursorOf(operation, {
      org: rival,
      as: operation === 'listAudit' ? 'rita' : 'ana',
    }).catch(() => undefined);
    if (theirs !== undefined) {
      const answer = await follow(operation, theirs);
      expect(holdsSecret(answer.body)).toBe(false);
    }
  });

  it('of another kind of list is refused', async () => {
    const cursor = await cursorOf('listKpis', { as: 'eve' });
    for (const operation of ['listDepartments', 'listFindings']) {
      const { body } = await follow(operation, cursor);
      expect(body).toMatchObject({
        status: 400,
        errors: [{ path: '/cursor', expected: 'a cursor that this list gave' }],
      });
    }
  });

  it('of another level of findings is refused', async () => {
    const cursor = await cursorOf('listFindings', { as: 'eve', query: { level: 'error' } });
    expect((await follow('listFindings', cursor, { level: 'note' })).status).toBe(400);
  });

  it('that was forged is refused, or stays in the own list: 500 of them', async () => {
    const real = await Promise.all(
      lists.map(async (list) => [list, await cursorOf(list, { as: 'eve' })] as const),
    );
    const keys = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', '__proto__'];
    const texts = [
      'rival|def',
      'rival|finding',
      'kpi|',
      'kpi|win-rate',
      'rival|kpis|sales',
      '',
      '\u0000',
      '1|',
      '~',
    ];
    const forged = fc.oneof(
      fc
        .dictionary(
          fc.constantFrom(...keys),
          fc.oneof(fc.constantFrom(...texts), fc.string({ maxLength: 40 })),
        )
        .map(packed),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
      fc.string({ minLength: 1, maxLength: 60 }),
    );
    const bent = fc
      .tuple(
        fc.constantFrom(...real.filter(([, cursor]) => cursor !== undefined)),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
      )
      .map(
        ([[, cursor], at, text]) =>
          `${cursor.slice(0, at % cursor.length)}${text}${cursor.slice((at % cursor.length) + 1)}`,
      );
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), fc.oneof(forged, bent), async (operation, cursor) => {
        const answer = await follow(operation, cursor);
        seen.add(answer.status);
        expect([200, 400]).toContain(answer.status);
        expect(holdsSecret(answer.body.items ?? [])).toBe(false);
      }),
      { numRuns: 500, seed: 20261020 },
    );
    expect(seen).toContain(400);
  });
});

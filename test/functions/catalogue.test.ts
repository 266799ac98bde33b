/** What anybody may ask. */
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { rulesVersion } from '../../shared/checks/rules-version.ts';
import { problem } from './bodies.ts';
import { type Company, emptyCompany } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await emptyCompany();
});
const ask = (operation: string, params?: Record<string, string>) =>
  company.call(operation, { claims: undefined, ...(params === undefined ? {} : { params }) });

describe('the catalogue', () => {
  it('says that it is well, and by which rules it judges', async () => {
    expect((await ask('getHealth')).body).toEqual({ status: 'ok', rulesVersion });
  });

  it('lists every check in its order', async () => {
    const { body } = await ask('listChecks');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(catalogue.map(({ meta }) => meta.id));
  });

  it('tells of one check', async () => {
    const { body } = await ask('getCheck', { id: 'missing-counterpart' });
    expect(body).toMatchObject({
      id: 'missing-counterpart',
      subject: 'kpi',
      levels: ['error'],
      thresholds: ['liveQuarters'],
      onByDefault: true,
    });
    expect((await ask('getCheck', { id: 'no-such-check' })).body).toEqual(
      problem('not-found', 404, 'Not found', 'There is no check “no-such-check”.'),
    );
  });

  it('describes the API', async () => {
    const { body } = await ask('getOpenApi');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/v1/kpis/{id}');
  });

  it('sends headers that let nobody keep, guess, frame or run what it answers', async () => {
    expect((await ask('getHealth')).headers).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/json; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    });
  });
});

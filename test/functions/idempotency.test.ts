/** A request that is repeated has the same answer, whoever lost it on the way; and of many at once one wins. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../faults.ts';
import { broken } from '../table-fixture.ts';
import { kpiBody, problem } from './bodies.ts';
import { type Answered, acme, type Company, furnishedCompany, quarter, rival } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
});

const service = { id: 'service', quarter };
const keyed = (key: string, more: Record<string, string> = {}) => ({ 'idempotency-key': key, ...more });
const submit = (key: string, actual: string, more: Record<string, string> = { 'if-none-match': '*' }) =>
  company.call('submitQuarter', {
    as: 'hans',
    params: service,
    body: { readings: [{ kpi: 'first-contact', actual }] },
    headers: keyed(key, more),
  });
const stored = async (begins: string) =>
  (await company.fresh.scan()).filter(({ pk }) => pk.startsWith(begins));
const putCapability = (id: string, key: string, name = 'Delivering', as = 'ana') =>
  company.call('putCapability', { as, params: { id }, body: { name }, headers: keyed(key) });

/** Carries out `work` while the functions meet the faults of a plan. */
const while_ = async (rules: readonly FaultRule[], work: () => Promise<Answered>, attempts = 1) => {
  const { table, faults } = broken(company.fresh, { rules }, attempts);
  company.reach(table);
  try {
    return { answer: await work(), faults };
  } finally {
    company.reach(company.fresh.table);
  }
};

describe('T16 the same request again', () => {
  it('has the same answer and is done once', async () => {
    const first = await submit('again', '0.8');
    expect(first.status).toBe(201);
    const before = await company.fresh.hash();
    const second = await submit('again', '0.8');
    expect(second).toEqual(first);
    expect(await company.fresh.hash()).toBe(before);
    expect(await stored('acme|submission|service')).toHaveLength(1);
  });

  it('with another body is refused', async () => {
    const before = await company.fresh.hash();
    const answer = await submit('again', '0.7');
    expect(answer.body).toEqual(
      problem(
        'idempotency-key-reused',
        422,
        'Idempotency-Key used before',
        'This Idempotency-Key was used for another request.',
        [{ path: 'Idempotency-Key', found: '"again"', expected: 'a new key for a new request' }],
      ),
    );
    expect(await company.fresh.hash()).toBe(before);
  });

  it('with another precondition is refused', async () => {
    expect((await submit('again', '0.8', { 'if-match': '"1"' })).status).toBe(422);
  });

  it('under another key is another request', async () => {
    expect((await submit('new', '0.8')).status).toBe(412);
  });

  it('of another member is another request', async () => {
    expect((await putCapability('mine', 'shared')).status).toBe(200);
    const other = await company.call('acknowledgeFinding', {
      as: 'eve',
      params: { fingerprint: '0'.repeat(32) },
      body: {},
      headers: keyed('shared'),
    });
    expect(other.status).toBe(404);
  });

  it('of another organisation is another request', async () => {
    expect((await putCapability('theirs', 'tenants')).status).toBe(200);
    const sent = { params: { id: 'theirs' }, body: { name: 'Other' }, headers: keyed('tenants') };
    expect((await company.call('putCapability', { ...sent, org: rival })).body.name).toBe('Other');
    expect((await company.call('getCapability', { org: acme, params: { id: 'theirs' } })).body.name).toBe(
      'Delivering',
    );
  });
});

describe('a lost acknowledgement', () => {
  it('is answered as if it had not been lost, when the function can still look', async () => {
    const { answer, faults } = await while_(
      [{ fault: 'lost-acknowledgement', on: ['TransactWriteItems'], times: 1 }],
      () => putCapability('lost', 'lost-1'),
    );
    expect(faults.injected).toHaveLength(1);
    expect(answer.status).toBe(200);
    expect(
      await stored('acme|def').then((items) => items.filter(({ sk }) => sk === 'capability|lost')),
    ).toHaveLength(1);
  });

  it('has the same answer on the next try, when the store was gone', async () => {
    const { answer } = await while_(
      [
        { fault: 'lost-acknowledgement', on: ['TransactWriteItems'], times: 1 },
        { fault: 'time-out', on: ['GetItem'], touching: 'idempotency', skip: 1, times: 1 },
      ],
      () => putCapability('lost-twice', 'lost-2'),
    );
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    const before = await company.fresh.hash();
    const again = await putCapability('lost-twice', 'lost-2');
    expect(again.status).toBe(200);
    expect(again.body.version).toBe(1);
    expect(await company.fresh.hash()).toBe(before);
  });

  it('without a key, is told apart from a change by somebody else', async () => {
    const { answer } = await while_(
      [{ fault: 'lost-acknowledgement', on: ['TransactWriteItems'], times: 1 }],
      () => company.call('putCapability', { params: { id: 'keyless' }, body: { name: 'Delivering' } }),
    );
    expect(answer.status).toBe(503);
    const again = await company.call('putCapability', {
      params: { id: 'keyless' },
      body: { name: 'Delivering' },
    });
    expect(again.status).toBe(428);
  });
});

describe('a store that is busy', () => {
  it.each(['throttle', 'time-out'] as const)(
    '(%s) for ever is answered 503 and leaves nothing behind',
    async (fault) => {
      const before = await company.fresh.hash();
      const { answer } = await while_([{ fault, on: ['TransactWriteItems'], times: Infinity }], () =>
        putCapability('busy', `busy-${fault}`),
      );
      expect(answer.status).toBe(503);
      expect(answer.body.type).toBe('urn:counterpart:problem:temporarily-unavailable');
      expect(answer.headers['retry-after']).toMatch(/^\d+$/);
      expect(await company.fresh.hash()).toBe(before);
    },
  );

  it('once is not noticed', async () => {
    const { answer, faults } = await while_(
      [{ fault: 'throttle', times: 1 }],
      () => putCapability('once', 'once'),
      3,
    );
    expect(faults.injected).toHaveLength(1);
    expect(answer.status).toBe(200);
  });
});

describe('T17 fifty at once', () => {
  it('with one key have one answer, done once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => putCapability('fifty', 'fifty-same')));
    const done = answers.filter(({ status }) => status === 200);
    expect(done.length + answers.filter(({ status }) => status === 409).length).toBe(50);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    for (const answer of answers) if (answer.status === 409) expect(answer.headers['retry-after']).toBe('1');
    const entries = (await stored('acme|audit')).filter(
      ({ gsi2pk }) => gsi2pk === 'acme|audit|capability|fifty',
    );
    expect(entries).toHaveLength(1);
  });

  it('with keys of their own have one winner', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        company.call('putKpi', {
          as: 'hans',
          params: { id: 'answer-time' },
          body: kpiBody('service', { name: `Name ${i}` }),
          headers: keyed(`fifty-${i}`, { 'if-match': '"1"' }),
        }),
      ),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(49);
    const now = await company.done('getKpi', { params: { id: 'answer-time' } });
    expect(now.body).toEqual(winners[0]?.body);
    expect(now.body.version).toBe(2);
  });

  it('submit one version', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => submit(`submit-${i}`, '0.9', { 'if-match': '"1"' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(49);
    expect(await stored('acme|submission|service')).toHaveLength(2);
  });
});

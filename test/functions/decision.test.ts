/** Accepting and returning: once, by somebody else, about the version that was seen. */
import { beforeEach, describe, expect, it } from 'vitest';
import { problem } from './bodies.ts';
import { type Company, furnishedCompany } from './company.ts';
import { conflict, serviceQuarter } from './quarter-calls.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const { submit, decide, sheet } = serviceQuarter(() => company);

describe('a decision', () => {
  it.each(['eve', 'ana'])('to accept is taken by %s', async (as) => {
    await submit([]);
    const answer = await decide('acceptSubmission', as);
    expect(answer.body).toMatchObject({ state: 'accepted', version: 1, by: as });
    expect((await sheet('ada')).submission).toMatchObject({ state: 'accepted', decidedBy: as });
  });

  it('to return keeps the comment, and the department submits again', async () => {
    await submit([]);
    expect((await decide('returnSubmission', 'eve')).body).toMatchObject({ state: 'returned' });
    expect((await sheet('hans')).submission).toMatchObject({
      state: 'returned',
      comment: 'Look at the second figure again.',
    });
    expect((await submit([], 1)).body).toMatchObject({ version: 2, state: 'submitted' });
  });

  it.each([
    ['acceptSubmission', 'returnSubmission', 'The submission has been accepted already.'],
    ['returnSubmission', 'acceptSubmission', 'The submission has been returned already.'],
    ['acceptSubmission', 'acceptSubmission', 'The submission has been accepted already.'],
  ] as const)('%s stands against %s', async (first, second, detail) => {
    await submit([]);
    await decide(first, 'eve');
    const before = await company.fresh.hash();
    expect((await decide(second, 'ana')).body).toEqual(conflict(detail));
    expect(await company.fresh.hash()).toBe(before);
  });

  it('is never taken by the one who submitted it', async () => {
    const roles = ['analyst', 'department-head'];
    const body = { name: 'hans', email: 'hans@example.org', roles, heads: ['service'] };
    await company.done('putMember', { params: { id: 'hans' }, body, headers: { 'if-match': '"1"' } });
    await submit([]);
    const before = await company.fresh.hash();
    for (const operation of ['acceptSubmission', 'returnSubmission'] as const)
      expect((await decide(operation, 'hans')).body).toEqual(
        problem(
          'forbidden',
          403,
          'Not allowed',
          'Somebody else than the person who submitted it must decide.',
        ),
      );
    expect(await company.fresh.hash()).toBe(before);
  });

  it('is about the version that was seen', async () => {
    await submit([]);
    await submit([], 1);
    expect((await decide('acceptSubmission', 'eve', 1)).status).toBe(412);
  });

  it('about nothing is not found', async () => {
    expect((await decide('acceptSubmission', 'eve')).body).toEqual(
      problem('not-found', 404, 'Not found', '“service” has not submitted 2026-Q3.'),
    );
  });

  it('to return is not taken once nobody could submit again; to accept is', async () => {
    await submit([]);
    company.setClock('2026-11-16T09:00:00Z');
    expect((await decide('returnSubmission', 'eve')).body.type).toBe(
      'urn:counterpart:problem:quarter-closed',
    );
    expect((await decide('acceptSubmission', 'eve')).status).toBe(200);
  });
});

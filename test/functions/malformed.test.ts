/** What can't be used is refused with the whole of what is wrong, and leaves the table as it was. */
import { beforeAll, describe, expect, it } from 'vitest';
import { problem } from './bodies.ts';
import { type Company, furnishedCompany, quarter } from './company.ts';
import { malformedContent } from './malformed-content.ts';
import { malformedRequests } from './malformed-requests.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
  await company.done('submitQuarter', {
    as: 'otto',
    params: { id: 'operations', quarter },
    body: { readings: [] },
  });
});

describe('T18 malformed input', () => {
  it.each([...malformedRequests, ...malformedContent])(
    '%s is refused whole',
    async (_name, operation, sent, document) => {
      const before = await company.fresh.hash();
      const answer = await company.call(operation, sent);
      expect(answer.body).toEqual(document);
      expect(answer.status).toBe(document.status);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(await company.fresh.hash()).toBe(before);
    },
  );

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

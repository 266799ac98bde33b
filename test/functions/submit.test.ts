/** Handing in: what is stored, when it is taken, and the history that an analyst hands in. */
import { beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../shared/domain/canonical.ts';
import { submissionSchema } from '../../shared/domain/submission.ts';
import { contentOf } from '../../shared/table/item.ts';
import { type Company, furnishedCompany, quarter } from './company.ts';
import { putHead } from './derived.ts';
import { conflict, service, serviceQuarter } from './quarter-calls.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const { submit, decide } = serviceQuarter(() => company);

describe('a submission', () => {
  it('is answered with a receipt and kept whole', async () => {
    const source = { file: 'figures.csv', row: 3, column: 'Q3' };
    const readings = [
      {
        kpi: 'first-contact',
        actual: '0.80',
        reasons: [{ theme: 'price', count: 3 }],
        exceptions: 2,
        source,
      },
      { kpi: 'answer-time', notMeasured: 'The clock was broken.', note: 'Repaired in October.' },
    ];
    const answer = await submit(readings, 0, { note: 'As discussed.' });
    const item = (await company.fresh.scan()).find(({ pk }) => pk === 'acme|submission|service');
    const stored = contentOf(submissionSchema, item ?? {});
    expect(stored).toEqual({
      department: 'service',
      quarter,
      version: 1,
      state: 'submitted',
      readings,
      note: 'As discussed.',
      history: false,
      submittedAt: expect.stringMatching(/^2026-10-20T/),
      submittedBy: 'hans',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toEqual({
      reference: 'service-2026-Q3-v1',
      department: 'service',
      quarter,
      version: 1,
      state: 'submitted',
      readings: 2,
      at: stored.submittedAt,
      by: 'hans',
      contentHash: contentHash(stored),
    });
  });

  it('leaves one audit entry that names its content by hash', async () => {
    const receipt = await submit([{ kpi: 'first-contact', actual: '0.8' }]);
    const { body } = await company.done('listAudit', {
      as: 'ada',
      query: { kind: 'submission', id: `service/${quarter}/1` },
    });
    expect(body.items).toEqual([
      expect.objectContaining({
        action: 'submission.submit',
        by: 'hans',
        version: 1,
        payload: { content: receipt.body.contentHash, readings: 1 },
      }),
    ]);
  });

  it('may leave KPIs out, and may come from the deputy', async () => {
    const answer = await company.call('submitQuarter', {
      as: 'dora',
      params: service,
      body: { readings: [] },
    });
    expect(answer.status).toBe(201);
  });

  it('may follow an accepted one while the quarter is open; each version is kept', async () => {
    await submit([{ kpi: 'first-contact', actual: '0.8' }]);
    await decide('acceptSubmission', 'eve');
    expect((await submit([{ kpi: 'first-contact', actual: '0.81' }], 1)).body).toMatchObject({ version: 2 });
    const { body } = await company.done('listVersions', { as: 'otto', params: service });
    expect(
      body.items.map(({ version, state }: { version: number; state: string }) => [version, state]),
    ).toEqual([
      [2, 'submitted'],
      [1, 'accepted'],
    ]);
  });

  it('of the running quarter is taken before the quarter has ended', async () => {
    const params = { id: 'service', quarter: '2026-Q4' };
    expect((await company.call('submitQuarter', { as: 'hans', params, body: { readings: [] } })).status).toBe(
      201,
    );
  });

  it('is taken up to the end of the closing day, in the organisation’s time zone', async () => {
    company.setClock('2026-11-14T22:59:00Z');
    expect((await submit([])).status).toBe(201);
    company.setClock('2026-11-14T23:01:00Z');
    expect((await submit([], 1)).body.detail).toBe('The quarter 2026-Q3 closed on 2026-11-14.');
  });

  it('of a sealed quarter is refused by its gate', async () => {
    await company.fresh.put({ pk: 'acme|gate', sk: quarter, type: 'gate' });
    const before = await company.fresh.hash();
    expect((await submit([])).body).toMatchObject({ status: 409, detail: 'The quarter 2026-Q3 is sealed.' });
    expect(await company.fresh.hash()).toBe(before);
    const sheet = await company.done('getQuarterSheet', { as: 'hans', params: { id: 'service', quarter } });
    expect(sheet.body).toMatchObject({ gate: 'closed', writable: false });
  });
});

describe('history', () => {
  const history = (asked = '2026-Q1') =>
    company.call('submitHistory', {
      params: { id: 'service', quarter: asked },
      body: { readings: [{ kpi: 'first-contact', actual: '0.7' }] },
    });

  it('is taken from an analyst for a closed quarter, as an item that wakes no evaluation', async () => {
    expect((await history()).body).toMatchObject({ reference: 'service-2026-Q1-v1', by: 'ana' });
    const item = (await company.fresh.scan()).find(({ pk }) => pk === 'acme|submission|service');
    expect(item?.['type']).toBe('history');
  });

  it('is refused once the organisation has been evaluated', async () => {
    await putHead(company.fresh);
    const before = await company.fresh.hash();
    expect((await history()).body).toEqual(
      conflict('History can be handed in only before the organisation’s first evaluation.'),
    );
    expect(await company.fresh.hash()).toBe(before);
  });

  it('is refused for a KPI that was not active', async () => {
    expect((await history('2024-Q1')).body.errors).toEqual([
      { path: '/readings/0/kpi', found: '"first-contact"', expected: 'a KPI that is active in 2024-Q1' },
    ]);
  });
});

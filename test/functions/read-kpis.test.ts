/** The function that a written KPI wakes: it keeps beside it what its wording says, and reports what it could not. */
import { describe, expect, it, vi } from 'vitest';
import { allPerspectiveReadings } from '../../shared/table/perspective-readings.ts';
import { broken } from '../table-fixture.ts';
import { acme, type Company, furnishedCompany, rival } from './company.ts';

const load = async () => (await import('../../functions/stream/read-kpis.ts')).handler;
const record = (sequence: string, pk: string, sk: string, type = 'kpi') => ({
  eventID: sequence,
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: sequence,
    Keys: { pk: { S: pk }, sk: { S: sk } },
    NewImage: { type: { S: type } },
  },
});
const read = async (company: Company, org: typeof acme = acme) =>
  [...(await allPerspectiveReadings(company.fresh.table, org)).keys()].sort();

describe('a written KPI', () => {
  it('has its wording read, however often its records come, and nothing else has', async () => {
    const company = await furnishedCompany();
    const handler = await load();
    const Records = [
      record('1', `${acme}|def`, 'kpi|first-contact'),
      record('2', `${acme}|def`, 'kpi|first-contact'),
      record('3', `${acme}|def`, 'kpi|gone'),
      record('4', `${acme}|def`, 'outcome|on-time', 'outcome'),
      record('5', `${rival}|def`, 'kpi|win-rate'),
    ];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    expect([await read(company), await read(company, rival)]).toEqual([['first-contact'], ['win-rate']]);
    const readings = await allPerspectiveReadings(company.fresh.table, acme);
    expect(readings.get('first-contact')).toMatchObject({ perspective: 'customer-facing' });
    const before = await company.fresh.hash();
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    expect(await company.fresh.hash()).toBe(before);
  });

  it('whose reading fails is reported with its records', async () => {
    const company = await furnishedCompany();
    const handler = await load();
    const rules = [{ fault: 'throttle' as const, touching: 'perspective', times: Infinity }];
    company.reach(broken(company.fresh, { rules }).table);
    const Records = [
      record('1', `${acme}|def`, 'kpi|first-contact'),
      record('2', `${rival}|def`, 'kpi|win-rate'),
    ];
    expect(await handler({ Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '2' }],
    });
    company.reach(company.fresh.table);
    expect([await read(company), await read(company, rival)]).toEqual([[], []]);
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    expect([await read(company), await read(company, rival)]).toEqual([['first-contact'], ['win-rate']]);
    vi.restoreAllMocks();
  });
});

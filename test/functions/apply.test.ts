/** The function that a recorded change wakes: it applies all of it, once, and reports what it could not. */
import { describe, expect, it, vi } from 'vitest';
import { broken } from '../table-fixture.ts';
import { acme, type Company, furnishedCompany } from './company.ts';

const load = async () => (await import('../../functions/stream/apply.ts')).handler;
const record = (sequence: string, pk: string, sk: string, type = 'change') => ({
  eventID: sequence,
  eventName: 'MODIFY',
  dynamodb: {
    SequenceNumber: sequence,
    Keys: { pk: { S: pk }, sk: { S: sk } },
    NewImage: { type: { S: type }, state: { S: 'applying' } },
  },
});
const begun = async (company: Company): Promise<string> => {
  const tables = [{ name: 'capabilities', header: ['id', 'name'], rows: [['repair', 'Repair']] }];
  return (await company.done('importTables', { body: { tables, apply: true } })).body.id;
};
const stateOf = async (company: Company, id: string): Promise<string> =>
  (await company.call('getImport', { params: { id } })).body.state;

describe('a recorded change', () => {
  it('is applied, however often its records come', async () => {
    const company = await furnishedCompany();
    const handler = await load();
    const id = await begun(company);
    const Records = ['1', '2', '3'].map((sequence) => record(sequence, `${acme}|change`, id));
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    expect(await stateOf(company, id)).toBe('applied');
    const before = await company.fresh.hash();
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    expect(await company.fresh.hash()).toBe(before);
  });

  it('that fails is reported with its records; other organisations go on', async () => {
    const company = await furnishedCompany();
    const handler = await load();
    const id = await begun(company);
    company.reach(
      broken(company.fresh, { rules: [{ fault: 'throttle', touching: 'chunk', times: Infinity }] }).table,
    );
    const Records = [
      record('1', `${acme}|change`, id),
      record('2', 'rival|change', 'unknown'),
      record('3', `${acme}|def`, 'kpi|first-contact', 'kpi'),
      record('4', `${acme}|change`, id),
    ];
    expect(await handler({ Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '4' }],
    });
    company.reach(company.fresh.table);
    expect(await stateOf(company, id)).toBe('applying');
    expect(await handler({ Records: Records.slice(3) })).toEqual({ batchItemFailures: [] });
    expect(await stateOf(company, id)).toBe('applied');
    vi.restoreAllMocks();
  });
});

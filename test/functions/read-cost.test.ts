/**
 * What a page costs: read units and round trips one after the other, counted on the client; the signed-in member's
 * own record apart.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { clientOf } from '../fresh-table.ts';
import { kpiBody } from './bodies.ts';
import { type Company, furnishedCompany, quarter } from './company.ts';
import { findingOf, putFinding, putHead, putReports } from './derived.ts';

interface Cost {
  units: number;
  trips: number;
}

/** Counts what a client reads. Requests that are under way together are one round trip. */
const counted = (client: DynamoDBClient): Cost => {
  const cost: Cost = { units: 0, trips: 0 };
  let running = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const input = args.input as { ReturnConsumedCapacity?: string };
      input.ReturnConsumedCapacity = 'TOTAL';
      if (running++ === 0) cost.trips++;
      try {
        const done = await next(args);
        const used = (done.output as { ConsumedCapacity?: unknown }).ConsumedCapacity ?? [];
        for (const one of [used].flat() as { CapacityUnits?: number }[]) cost.units += one.CapacityUnits ?? 0;
        return done;
      } finally {
        running--;
      }
    },
    { step: 'initialize', priority: 'low' },
  );
  return cost;
};

let company: Company;
const costOf = async (operation: string, sent: Parameters<Company['done']>[1]): Promise<Cost> => {
  await company.done(operation, sent);
  const client = clientOf(inject('dynamodbEndpoint'));
  const cost = counted(client);
  company.reach(company.fresh.through(client));
  await company.done(operation, sent);
  company.reach(company.fresh.table);
  return cost;
};

const service = { id: 'service', quarter };
beforeAll(async () => {
  company = await furnishedCompany();
  const definition =
    'The share of all requests that were solved in the first contact, without a call back or a transfer, of those that were closed in the quarter; counted by the ticket system.';
  for (let i = 0; i < 48; i++)
    await company.done('putKpi', {
      as: 'hans',
      params: { id: `measure-${String(i).padStart(2, '0')}` },
      body: kpiBody('service', {
        name: `Measure number ${i}`,
        definition,
        owner: 'hans',
        counterparts: [{ kpi: 'first-contact', lag: 1 }],
        contributions: [{ outcome: 'on-time', effect: '+' }],
      }),
    });
  for (let i = 0; i < 150; i++)
    await company.done('putKpi', {
      as: 'otto',
      params: { id: `other-${String(i).padStart(3, '0')}` },
      body: kpiBody('operations', { definition }),
    });
  const readings = Array.from({ length: 48 }, (_, i) => ({
    kpi: `measure-${String(i).padStart(2, '0')}`,
    actual: `0.${700 + i}`,
  }));
  for (const past of ['2025-Q4', '2026-Q1', '2026-Q2'] satisfies Quarter[])
    await company.done('submitHistory', { params: { id: 'service', quarter: past }, body: { readings } });
  await company.done('submitQuarter', { as: 'hans', params: service, body: { readings } });
  await company.done('putDraft', { as: 'hans', params: service, body: { readings } });
  for (let i = 0; i < 60; i++) {
    const fingerprint = i.toString(16).padStart(32, '0');
    await putFinding(company.fresh, fingerprint, 'service', 'acme', findingOf(fingerprint));
  }
  await putHead(company.fresh);
  await putReports(company.fresh, 'service');
}, 120_000);

const pages: readonly (readonly [string, string, Parameters<Company['done']>[1], Cost])[] = [
  ['the board report', 'getBoardReport', { as: 'eve', params: { quarter } }, { units: 3, trips: 1 }],
  ['a department’s report', 'getDepartmentReport', { as: 'eve', params: service }, { units: 8, trips: 2 }],
  [
    'a department’s quarter of 50 KPIs',
    'getQuarterSheet',
    { as: 'hans', params: service },
    { units: 8, trips: 2 },
  ],
  ['a page of 50 KPIs', 'listKpis', { as: 'eve', query: { limit: '50' } }, { units: 8, trips: 2 }],
  ['a page of 50 findings', 'listFindings', { as: 'eve', query: { limit: '50' } }, { units: 8, trips: 2 }],
  ['a finding', 'getFinding', { as: 'eve', params: { fingerprint: '0'.repeat(32) } }, { units: 8, trips: 2 }],
  ['a page of the audit', 'listAudit', { as: 'eve', query: { limit: '50' } }, { units: 8, trips: 2 }],
  [
    'the audit of one entity',
    'listAudit',
    { as: 'eve', query: { limit: '50', kind: 'kpi', id: 'first-contact' } },
    { units: 8, trips: 2 },
  ],
  ['a department’s versions', 'listVersions', { as: 'eve', params: service }, { units: 8, trips: 2 }],
  ['the caller', 'getMe', { as: 'eve' }, { units: 8, trips: 2 }],
];

describe('a page', () => {
  it.each(pages)('%s keeps its limits', async (name, operation, sent, limit) => {
    const cost = await costOf(operation, sent);
    process.stderr.write(`${name}: ${cost.units} read units, ${cost.trips} round trips\n`);
    expect(cost.units).toBeGreaterThan(0);
    expect(cost.units).toBeLessThanOrEqual(limit.units);
    expect(cost.trips).toBeLessThanOrEqual(limit.trips);
  });
});

// Any series of writes through the API, into a store that fails by plan, with two evaluators at once: each accepted
// request is there once, and the findings are those of a full evaluation. People send a request again, with its key,
// when they don't know what became of it.
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import { evaluateOrganisation } from '../../shared/flows/evaluate.ts';
import { type Hint, hintOf } from '../../shared/flows/hints.ts';
import { proveEvaluated } from '../../shared/flows/nightly.ts';
import { broken } from '../table-fixture.ts';
import { kpiBody } from './bodies.ts';
import { acme, asOf, type Company, furnishedCompany, quarter, rival } from './company.ts';
import type { Sent } from './event.ts';

afterEach(() => vi.restoreAllMocks());

const head = { service: 'hans', operations: 'otto' } as const;
type Department = keyof typeof head;
type Act =
  | { readonly act: 'kpi'; readonly id: string; readonly department: Department; readonly body: object }
  | { readonly act: 'outcome'; readonly retired: boolean }
  | { readonly act: 'objective'; readonly department: Department; readonly outcomes: readonly string[] }
  | { readonly act: 'submit'; readonly department: Department; readonly actual: string | undefined }
  | { readonly act: 'decide'; readonly department: Department; readonly accept: boolean }
  | { readonly act: 'evaluate'; readonly evaluators: number };

const kpis = { service: ['s1', 's2'], operations: ['o1', 'o2'] } as const;
const department = fc.constantFrom<Department>('service', 'operations');
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        department,
        which: fc.integer({ min: 0, max: 1 }),
        perspective: fc.constantFrom('internal-efficiency', 'customer-facing', 'employee'),
        owned: fc.boolean(),
        counterparts: fc.uniqueArray(fc.constantFrom('s1', 's2', 'o1', 'first-contact', 'to-come'), {
          maxLength: 2,
        }),
        serves: fc.boolean(),
      })
      .map(({ department: own, which, perspective, owned, counterparts, serves }) => ({
        act: 'kpi' as const,
        id: kpis[own][which] ?? kpis[own][0],
        department: own,
        body: kpiBody(own, {
          name: `KPI ${which} of ${own}`,
          perspective,
          ...(owned ? { owner: head[own] } : {}),
          counterparts: counterparts.map((kpi) => ({ kpi })),
          contributions: serves ? [{ outcome: 'on-time', effect: '+' }] : [],
        }),
      })),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('outcome' as const), retired: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('objective' as const),
      department,
      outcomes: fc.constantFrom<readonly string[]>([], ['on-time'], ['nowhere']),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('submit' as const),
      department,
      actual: fc.option(
        fc.integer({ min: 0, max: 99 }).map((n) => `0.${String(n).padStart(2, '0')}`),
        { nil: undefined },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('decide' as const), department, accept: fc.boolean() }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('evaluate' as const),
      evaluators: fc.integer({ min: 1, max: 2 }),
    }),
  },
);

/** What every series begins with: there is something to lose. */
const prelude: readonly Act[] = [
  { act: 'submit', department: 'service', actual: '0.50' },
  { act: 'evaluate', evaluators: 1 },
];

const forEver = Number.POSITIVE_INFINITY;
const plan = (seed: number) =>
  ({
    seed,
    rules: [
      { fault: 'throttle', share: 0.04, times: forEver },
      { fault: 'time-out', share: 0.02, times: forEver },
      { fault: 'lost-acknowledgement', on: ['TransactWriteItems'], share: 0.15, times: forEver },
      { fault: 'conflict', share: 0.1, times: forEver },
      { fault: 'short-page', share: 0.2, times: forEver },
      { fault: 'empty-page', share: 0.1, times: forEver },
      { fault: 'unprocessed', share: 0.2, times: forEver },
    ],
  }) as const;

/** Sends a request, and sends it again with its key while the service says that it can't now. */
const persistent = async (
  company: Company,
  operation: string,
  sent: Sent & { readonly as?: string },
): Promise<{ readonly status: number; readonly tries: number }> => {
  const headers = { ...sent.headers, 'idempotency-key': randomUUID() };
  for (let tries = 1; ; tries++) {
    const { status, body } = await company.call(operation, { ...sent, headers });
    if (status !== 503 && status !== 409) return { status, tries };
    if (status === 409 && body.type !== 'urn:counterpart:problem:conflict') return { status, tries };
    if (status === 409 || tries > 25) return { status, tries };
  }
};

const versionOf = async (
  company: Company,
  operation: string,
  as: string,
  params: Record<string, string>,
): Promise<string> => {
  for (let tries = 0; tries < 25; tries++) {
    const { status, headers } = await company.call(operation, { as, params });
    if (status === 200) return headers['etag'] ?? '';
    if (status === 404) return '';
  }
  throw new Error(`${operation} never answered`);
};

const currentOf = async (
  company: Company,
  own: Department,
): Promise<{ version: number; state: string | undefined }> => {
  for (let tries = 0; tries < 25; tries++) {
    const { status, body } = await company.call('getQuarterSheet', {
      as: head[own],
      params: { id: own, quarter },
    });
    if (status === 200) return { version: body.version, state: body.submission?.state };
  }
  throw new Error('the sheet never came');
};

/** Carries out an act; returns the hint that the stream would bring for what was accepted. */
const carryOut = async (
  company: Company,
  one: Exclude<Act, { act: 'evaluate' }>,
): Promise<Hint | undefined> => {
  const define = async (
    operation: string,
    get: string,
    kind: 'kpi' | 'outcome' | 'objective',
    as: string,
    id: string,
    body: object,
  ) => {
    const etag = await versionOf(company, get, as, { id });
    const { status } = await persistent(company, operation, {
      as,
      params: { id },
      body,
      ...(etag === '' ? {} : { headers: { 'if-match': etag } }),
    });
    expect(status).toBe(200);
    return hintOf(`${acme}|def`, `${kind}|${id}`, kind)?.hint;
  };
  if (one.act === 'kpi') return define('putKpi', 'getKpi', 'kpi', head[one.department], one.id, one.body);
  if (one.act === 'outcome')
    return define('putOutcome', 'getOutcome', 'outcome', 'ana', 'on-time', {
      statement: 'It comes on the day I was told.',
      firstQuarter: '2025-Q1',
      ...(one.retired ? { retiredFrom: '2026-Q3' } : {}),
    });
  if (one.act === 'objective')
    return define(
      'putObjective',
      'getObjective',
      'objective',
      head[one.department],
      `goal-${one.department}`,
      {
        department: one.department,
        title: 'A goal',
        firstQuarter: '2026-Q1',
        outcomes: one.outcomes,
      },
    );
  const { version, state } = await currentOf(company, one.department);
  const params = { id: one.department, quarter };
  const headers = { 'if-match': `"${version}"` };
  if (one.act === 'submit') {
    const { status: listed, body } = await company.call('getQuarterSheet', {
      as: head[one.department],
      params,
    });
    if (listed !== 200) return undefined;
    const readings = body.rows.map(({ kpi }: { kpi: { id: string } }) =>
      one.actual === undefined
        ? { kpi: kpi.id, notMeasured: 'not asked' }
        : { kpi: kpi.id, actual: one.actual },
    );
    const { status } = await persistent(company, 'submitQuarter', {
      as: head[one.department],
      params,
      body: { readings },
      headers,
    });
    expect(status).toBe(201);
  } else {
    if (state !== 'submitted') return undefined;
    const { status } = await persistent(company, one.accept ? 'acceptSubmission' : 'returnSubmission', {
      as: 'eve',
      params,
      body: one.accept ? {} : { comment: 'Look again.' },
      headers,
    });
    expect(status).toBe(200);
  }
  return hintOf(`${acme}|submission|${one.department}`, `${quarter}|000001`, 'submission')?.hint;
};

const evaluate = async (
  company: Company,
  hints: readonly Hint[],
  seed: number | undefined,
): Promise<void> => {
  const { table } = seed === undefined ? company.fresh : broken(company.fresh, plan(seed));
  const begin = hints.some((hint) => hint.kind === 'submission' && !hint.history);
  for (let tries = 0; ; tries++) {
    try {
      await evaluateOrganisation({ table, machineNow: Date.now, log: () => undefined }, acme, {
        hints,
        at: asOf,
        begin,
      });
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'temporarily-unavailable' || tries > 25) throw error;
    }
  }
};

describe('any series of writes through the API', () => {
  it('is accepted once each, and leaves the findings of a full evaluation', async () => {
    let injected = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 1, max: 1e6 }),
        async (acts, seed) => {
          const company = await furnishedCompany();
          const { table, faults } = broken(company.fresh, plan(seed));
          const before = (await company.fresh.scan()).filter(({ pk }) => pk.startsWith(`${rival}|`));
          const hints: Hint[] = [];
          const submitted = { service: 0, operations: 0 };
          for (const one of [...prelude, ...acts]) {
            if (one.act === 'evaluate') {
              const batch = hints.splice(0);
              await Promise.all(
                Array.from({ length: one.evaluators }, (_, i) => evaluate(company, batch, seed + i)),
              );
              continue;
            }
            company.reach(table);
            const hint = await carryOut(company, one);
            company.reach(company.fresh.table);
            if (hint !== undefined) hints.push(hint);
            if (hint !== undefined && one.act === 'submit') submitted[one.department] += 1;
          }
          injected += faults.injected.length;
          await evaluate(company, hints, undefined);
          for (const own of ['service', 'operations'] as const) {
            const { items } = (
              await company.done('listVersions', { as: 'eve', params: { id: own, quarter } })
            ).body;
            expect(items).toHaveLength(submitted[own]);
          }
          const deps = { table: company.fresh.table, machineNow: Date.now, log: () => undefined };
          const proof = await proveEvaluated(deps, acme, asOf);
          if (proof !== undefined) expect(proof).toEqual({ staleSheets: [], wrongFindings: [] });
          expect((await company.fresh.scan()).filter(({ pk }) => pk.startsWith(`${rival}|`))).toEqual(before);
          await company.fresh.drop();
        },
      ),
      { numRuns: Number(process.env['SERIES'] ?? 12), endOnFailure: true },
    );
    expect(injected).toBeGreaterThan(10);
  }, 240_000);
});

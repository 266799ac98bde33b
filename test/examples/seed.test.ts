// Seeding does by the public API what the example's people would do, each write exactly once: also when it is killed
// in the middle, when an answer is lost, and when it is started again.
import { availableParallelism } from 'node:os';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetOf } from '../../examples/dataset.ts';
import { demo } from '../../examples/demo/organisation.ts';
import { nhs } from '../../examples/nhs/organisation.ts';
import { phasesOf } from '../../examples/phases.ts';
import { examples } from '../../local/examples.ts';
import { feedExample, seedExample } from '../../local/seed.ts';
import { runAll, writeKey } from '../../local/seed-client.ts';
import { entitiesOf, FakeService } from './fake-service.ts';

const place = ({ department, quarter }: { department: string; quarter: string }) =>
  `departments/${department}/quarters/${quarter}`;
const { history, submitted, drafts } = phasesOf(nhs);
const whole = [
  'imports',
  ...submitted.map((one) => `${place(one)}/submission`),
  ...drafts.map((one) => `${place(one)}/draft`),
].toSorted();
const written = (service: FakeService) => service.done.map(({ what }) => what).toSorted();

describe('a seed', () => {
  test('writes everything once, tells how far it is, and calls a few at a time', async () => {
    const service = new FakeService();
    const told: number[] = [];
    const outcome = await seedExample(service.stack(), nhs, (done, total) => told.push(done / total));
    expect(outcome).toBe('seeded');
    expect(written(service)).toEqual(whole);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(service.most).toBe(Math.min(8, Math.max(2, availableParallelism())));
  });

  test('imports all that the example defines and its closed quarters, as the analyst, in one file', async () => {
    for (const example of [nhs, demo]) {
      const service = new FakeService();
      await seedExample(service.stack(), example);
      const imported = entitiesOf(datasetOf(example, phasesOf(example).history));
      for (const path of imported.keys()) expect(service.entities.has(path), path).toBe(true);
      const [first] = service.done;
      expect(first).toMatchObject({ what: 'imports', by: example.analyst.id });
    }
  });

  test('lets the operator make the organisation, and each head submit what is the head’s to submit', async () => {
    const service = new FakeService();
    await seedExample(service.stack(), nhs);
    expect(service.organisation).toEqual({
      id: 'nhs-example',
      name: 'Six hospital trusts (example)',
      timeZone: 'Europe/London',
      currency: 'GBP',
      fiscalStart: 4,
      analyst: {
        id: 'group-analyst',
        name: 'Analyst of the group',
        email: 'group-analyst@example.org',
        sub: 'local-group-analyst',
      },
    });
    expect(service.logins.size).toBe(nhs.members.length + 1);
    for (const { by, what } of service.done) {
      const trust = /^departments\/([^/]+)\//.exec(what)?.[1];
      expect(by, what).toBe(trust === undefined ? 'group-analyst' : `head-${trust}`);
    }
  });

  test('sends figures with their row in the source, and a draft that names it in words', async () => {
    const service = new FakeService();
    await seedExample(service.stack(), nhs);
    const sent = (end: string) => service.done.find(({ what }) => what.endsWith(end))?.body;
    expect(sent('rhm/quarters/2022-Q4/submission')).toMatchObject({
      readings: [
        {
          kpi: 'rhm-bed-occupancy',
          actual: '0.8633844355773886',
          source: { file: 'trusts_quarterly.csv', row: 133, column: 'internal_ga_bed_occupancy_rate' },
        },
        {},
        {},
        { kpi: 'rhm-twelve-hour', actual: '23' },
        {},
      ],
    });
    expect(sent('r1h/quarters/2022-Q4/draft')).toMatchObject({
      readings: [
        {
          kpi: 'r1h-bed-occupancy',
          actual: '0.9376270448165713',
          source: expect.objectContaining({ row: 49 }),
        },
        {},
        {},
        {},
        {},
      ],
    });
    const [closed] = history;
    const stored = service.entities.get(place(closed ?? expect.unreachable()));
    expect(stored?.content).toEqual(closed?.readings);
  });

  test('that is done already writes nothing, and asks once', async () => {
    for (const name of ['nhs', 'demo', 'empty']) {
      const example = await examples[name]?.();
      if (example === undefined) expect.unreachable();
      const service = new FakeService();
      expect(await seedExample(service.stack(), example)).toBe('seeded');
      const [before, writes] = [service.requests, service.done.length];
      expect(await seedExample(service.stack(), example)).toBe('complete');
      expect([service.requests, service.done.length]).toEqual([before + 1, writes]);
    }
  });

  test('leaves alone what somebody has changed or submitted since', async () => {
    const service = new FakeService();
    await seedExample(service.stack(), nhs);
    const draft = place({ department: 'r1h', quarter: '2022-Q4' });
    service.drafts.delete(draft);
    service.entities.set(draft, { version: 1, by: 'head-r1h', content: [] });
    expect(await seedExample(service.stack(), nhs)).toBe('complete');
    expect(service.entities.get(draft)?.version).toBe(1);
  });

  test('killed at any request, and again, ends with every write done once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: whole.length + 4 }), { maxLength: 3 }),
        fc.boolean(),
        async (cuts, forgotten) => {
          const service = new FakeService();
          for (const cut of cuts) {
            service.cutAfter = service.requests + cut;
            await seedExample(service.stack(), nhs).catch(() => undefined);
            service.cutAfter = Number.POSITIVE_INFINITY;
            if (forgotten) service.answers.clear();
          }
          await seedExample(service.stack(), nhs);
          expect(written(service)).toEqual(whole);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  test('says which row the service refuses, and what an import passed over', async () => {
    const early = new FakeService();
    early.evaluated = true;
    await expect(seedExample(early.stack(), nhs)).rejects.toThrow(
      'readings, row 2, quarter: found history, expected an open one',
    );
    const overtaken = new FakeService();
    overtaken.passedOver = [{ kind: 'kpi', id: 'r0a-four-hour', why: 'somebody else has changed it' }];
    await expect(seedExample(overtaken.stack(), nhs)).rejects.toThrow(
      'kpi r0a-four-hour was not imported: somebody else has changed it',
    );
  });
});

describe('a seed that goes on', () => {
  test('has written the last submission last of all, so that it stands for the whole', async () => {
    for (const department of ['r0a', 'rbk', 'rhm']) {
      const service = new FakeService();
      service.broken = new RegExp(`${department}/quarters/2022-Q4/submission`);
      await expect(seedExample(service.stack(), nhs)).rejects.toThrow('No answer');
      service.broken = undefined;
      expect(service.entities.has(place({ department: 'rj6', quarter: '2022-Q4' }))).toBe(false);
      expect(await seedExample(service.stack(), nhs)).toBe('seeded');
      expect(written(service)).toEqual(whole);
    }
  });

  test('keeps a draft which somebody has changed meanwhile', async () => {
    const service = new FakeService();
    service.broken = /rj6.*submission/;
    await expect(seedExample(service.stack(), nhs)).rejects.toThrow('No answer');
    service.broken = undefined;
    service.answers.clear();
    const draft = place({ department: 'r1h', quarter: '2022-Q4' });
    service.drafts.set(draft, 'changed by hand');
    expect(await seedExample(service.stack(), nhs)).toBe('seeded');
    expect(service.drafts.get(draft)).toBe('changed by hand');
  });
});

test('the same write has the same key, and another one another', () => {
  const key = writeKey('putKpi', 'a', { x: 1, y: 2 });
  expect(writeKey('putKpi', 'a', { y: 2, x: 1 })).toBe(key);
  expect(key).toMatch(/^seed-[0-9a-f]{32}$/);
  expect(
    new Set([key, writeKey('putKpi', 'b', { x: 1, y: 2 }), writeKey('putTarget', 'a', { x: 1, y: 2 })]).size,
  ).toBe(3);
});

describe('feeding', () => {
  test('hands in what has become due, as its head, once', async () => {
    const service = new FakeService();
    await seedExample(service.stack(), nhs);
    const before = service.done.length;
    expect(await feedExample(service.stack(), nhs, nhs.asOf)).toBe(0);
    expect(await feedExample(service.stack(), nhs, '2023-07-12T12:00:00Z')).toBe(6);
    expect(await feedExample(service.stack(), nhs, '2023-07-12T12:00:01Z')).toBe(0);
    const fed = service.done.slice(before);
    expect(fed.map(({ what }) => what).toSorted()).toEqual(
      nhs.departments.map(({ id }) => `departments/${id}/quarters/2023-Q1/submission`).toSorted(),
    );
    expect(fed.every(({ by, what }) => what.includes(`/${by.replace('head-', '')}/`))).toBe(true);
  });

  test('keeps away from a quarter that somebody has submitted by hand', async () => {
    const service = new FakeService();
    await seedExample(service.stack(), nhs);
    const own = place({ department: 'rj6', quarter: '2023-Q1' });
    service.entities.set(own, { version: 2, by: 'head-rj6', content: [] });
    expect(await feedExample(service.stack(), nhs, '2023-07-12T12:00:00Z')).toBe(5);
    expect(service.entities.get(own)?.version).toBe(2);
  });
});

describe('running tasks', () => {
  test('stops at the first failure, without leaving one running', async () => {
    let running = 0;
    let begun = 0;
    const task = (fails: boolean) => async () => {
      begun++;
      running++;
      await new Promise((done) => setTimeout(done, 1));
      running--;
      if (fails) throw new Error('no');
    };
    const tasks = Array.from({ length: 20 }, (_, i) => task(i === 3));
    await expect(runAll(tasks, 2)).rejects.toThrow('no');
    expect(running).toBe(0);
    expect(begun).toBeLessThan(20);
  });
});

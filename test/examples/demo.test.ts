// The invented company is whole, tells its story in its figures, and has exactly the faults that its kept list names.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demo } from '../../examples/demo/organisation.ts';
import { seededFaults } from '../../examples/demo/seeded-faults.ts';
import { headOf, phasesOf } from '../../examples/phases.ts';
import { contextOf, handedInOf, strategyOf } from '../../examples/strategy.ts';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { strategySchema } from '../../shared/domain/facts.ts';
import { targetFault } from '../../shared/domain/kpi.ts';
import { statusIn } from '../../shared/domain/status.ts';
import { valueFault } from '../../shared/domain/unit.ts';
import { deadReferences, foundIn, keptIn, resultsOf } from './example-checks.ts';

const strategy = strategyOf(demo);
const context = contextOf(demo);
const results = resultsOf(demo);

test('the checks find exactly the seeded faults, each for the reasons that were seeded', () => {
  expect(results.filter(({ result }) => result.verdict === 'crashed')).toEqual([]);
  expect(foundIn(results)).toEqual(keptIn(seededFaults));
});

describe('the kept list', () => {
  test('shows every check that is on and judges what files hold, and says why each fault is there', () => {
    const on = catalogue.filter(
      ({ meta }) => meta.anchor !== 'action' && (demo.policy.checks[meta.id] ?? meta.onByDefault ?? true),
    );
    expect([...new Set(seededFaults.map(({ check }) => check))].toSorted()).toEqual(
      on.map(({ meta }) => meta.id).toSorted(),
    );
    for (const { why } of seededFaults) expect(why).toMatch(/^[A-Z].{20,}[.?]$/);
  });

  test('shows a missing counterpart for every reason but linking a KPI to itself', () => {
    const reasons = seededFaults
      .filter(({ check }) => check === 'missing-counterpart')
      .flatMap((fault) => fault.reasons);
    expect([...new Set(reasons)].toSorted()).toEqual([
      'no-owner',
      'none-linked',
      'not-customer-facing',
      'not-found',
      'not-measured',
      'retired',
      'serves-no-outcome',
    ]);
  });

  test('is short beside what holds', () => {
    const holds = results.filter(({ result }) => result.verdict === 'pass').length;
    expect(holds).toBeGreaterThan(seededFaults.length * 10);
  });
});

describe('the company', () => {
  test('has nine departments, twelve outcomes, three journeys, and more than fifty KPIs', () => {
    const active = (retiredFrom: string | undefined) =>
      retiredFrom === undefined || retiredFrom > context.quarter;
    expect(demo.departments).toHaveLength(9);
    expect(demo.outcomes.filter(({ fields }) => active(fields.retiredFrom))).toHaveLength(12);
    expect(demo.journeys).toHaveLength(3);
    expect(demo.kpis.length).toBeGreaterThan(50);
    expect(demo.capabilities.length).toBeGreaterThan(1);
  });

  test('is taken by the API as it stands, and names nothing that is not there', () => {
    expect(strategySchema.parse(strategy)).toEqual(strategy);
    expect(deadReferences(demo)).toEqual([]);
  });

  test('has a head for every department, two executives, an analyst, an auditor and a deputy', () => {
    for (const { id } of demo.departments) expect(headOf(demo, id)).toMatch(/^[a-z]+-[a-z]+$/);
    const roles = [demo.analyst, ...demo.members].flatMap(({ fields }) => fields.roles);
    expect(
      Object.entries(Object.groupBy(roles, (role) => role)).map(([role, all]) => [role, all.length]),
    ).toEqual(
      expect.arrayContaining([
        ['analyst', 1],
        ['executive', 2],
        ['auditor', 1],
        ['department-head', 10],
      ]),
    );
    expect(demo.members.find(({ id }) => id === 'rosa-delgado')?.fields.deputyOf).toEqual([
      { department: 'finance', until: '2026-12-31' },
    ]);
  });

  test('writes to nobody: addresses end in a name that is reserved for examples', () => {
    for (const { fields } of [demo.analyst, ...demo.members])
      expect(fields.email).toMatch(/@larkfield\.example$/);
  });

  test('holds figures and targets that their units allow, in ten quarters', () => {
    const quarters = new Set(handedInOf(demo).map(({ quarter }) => quarter));
    expect(quarters.size).toBe(10);
    for (const kpi of strategy.kpis) {
      for (const reading of Object.values(kpi.readings))
        expect(
          reading?.actual === undefined ? undefined : valueFault(reading.actual, kpi.unit),
        ).toBeUndefined();
      for (const { value } of kpi.targets) expect(targetFault(value, kpi), kpi.id).toBeUndefined();
    }
  });

  test('follows every figure to its row', () => {
    const cells = (file: string) =>
      readFileSync(`examples/demo/${file}`, 'utf8')
        .split('\n')
        .map((line) => line.split(','));
    const files = new Map(
      ['readings.csv', 'draft/readings.csv', 'later/readings.csv'].map((file) => [file, cells(file)]),
    );
    for (const { quarter, readings } of demo.submissions)
      for (const { kpi, actual, source } of readings) {
        const lines = files.get(source?.file ?? '');
        const line = lines?.[(source?.row ?? 0) - 1] ?? [];
        expect(line.slice(0, 2)).toEqual([kpi, quarter]);
        if (actual !== undefined)
          expect(Number(line[lines?.[0]?.indexOf(source?.column ?? '') ?? -1])).toBe(Number(actual));
      }
  });
});

describe('its story', () => {
  const status = (id: string) => {
    const kpi = strategy.kpis.find((one) => one.id === id);
    return kpi && statusIn(kpi, context.quarter, context.policy);
  };

  test('is that the warehouse is green and the customer’s way is red', () => {
    expect([status('order-to-dispatch'), status('order-to-works')]).toEqual(['on-target', 'off-target']);
    const pair = results.find(
      ({ check, subject }) => check === 'diverging-pair' && subject.ids[0] === 'order-to-dispatch',
    );
    expect(pair?.result).toMatchObject({
      level: 'error',
      data: { inside: 38.8, outside: 34.8, readings: 8 },
    });
  });

  test('is told by a company of which most is well: four of five figures with a target are on it or near', () => {
    const told = strategy.kpis.map((kpi) => status(kpi.id)).filter((one) => one?.endsWith('-target'));
    const well = told.filter((one) => one === 'on-target' || one === 'near-target');
    expect(well.length / told.length).toBeGreaterThan(0.8);
  });
});

describe('when its clock starts', () => {
  test('one department has a draft, the others have submitted, one later quarter waits', () => {
    const { history, submitted, drafts, later } = phasesOf(demo);
    expect(drafts.map(({ department, quarter }) => `${department} ${quarter}`)).toEqual(['finance 2026-Q3']);
    expect(submitted).toHaveLength(8);
    expect(new Set(history.map(({ quarter }) => quarter)).size).toBe(9);
    expect([...new Set(later.map(({ quarter }) => quarter))]).toEqual(['2026-Q4']);
  });

  test('submitting the draft settles one error, and shows what the bills say', () => {
    const { drafts } = phasesOf(demo);
    const after = foundIn(resultsOf(demo, [...handedInOf(demo), ...drafts]));
    const before = foundIn(results);
    expect(before.filter((line) => !after.includes(line))).toEqual(['missing-submission finance error']);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'watermelon billing-run-time bill-as-expected warning',
    ]);
  });

  test('a quarter later the signs have become what they announced', () => {
    const later = foundIn(resultsOf({ ...demo, asOf: '2027-01-20T09:00:00Z' }));
    expect(later).toContain('diverging-pair bot-containment solved-first-contact warning');
    expect(later).toContain('watermelon handling-time solved-first-contact error');
    expect(later).not.toContain('moved-target speed-of-answer error');
  });
});

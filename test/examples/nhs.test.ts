// The example holds together: what it refers to exists, the API's schemas take it, it says what is its own, and the
// checks find in it exactly what it declares.
import { describe, expect, test } from 'vitest';
import { expectedFindings } from '../../examples/nhs/expected-findings.ts';
import { nhs } from '../../examples/nhs/organisation.ts';
import { dueToHandIn, handInTime, handInTimes, headOf, phasesOf } from '../../examples/phases.ts';
import { contextOf, strategyOf } from '../../examples/strategy.ts';
import { strategySchema } from '../../shared/domain/facts.ts';
import { targetFault } from '../../shared/domain/kpi.ts';
import { targetIn } from '../../shared/domain/kpi-in-quarter.ts';
import { organisationFields } from '../../shared/domain/organisation.ts';
import { statusIn } from '../../shared/domain/status.ts';
import { valueFault } from '../../shared/domain/unit.ts';
import { deadReferences, foundIn, keptIn, resultsOf } from './example-checks.ts';

const strategy = strategyOf(nhs);
const context = contextOf(nhs);
const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));

describe('what the example defines', () => {
  test('is taken by the API as it stands', () => {
    expect(organisationFields.parse(nhs.organisation.fields).fiscalStart).toBe(4);
    expect(strategySchema.parse(strategy)).toEqual(strategy);
  });

  test('gives each id once', () => {
    for (const list of [nhs.departments, nhs.journeys, nhs.outcomes, nhs.objectives, nhs.kpis])
      expect(ids(list).size).toBe(list.length);
    expect(ids([nhs.analyst, ...nhs.members]).size).toBe(nhs.members.length + 1);
  });

  test('refers to nothing that is not there', () => {
    expect(deadReferences(nhs)).toEqual([]);
  });

  test('belongs together: a KPI, its objective, its counterparts and its readings are of one trust', () => {
    for (const { id, fields } of nhs.kpis)
      for (const other of [id, fields.objective ?? '', ...(fields.counterparts ?? []).map(({ kpi }) => kpi)])
        expect(other.startsWith(`${fields.department}-`), `${id}: ${other}`).toBe(true);
    for (const { department, readings } of nhs.submissions)
      expect(readings.every(({ kpi }) => kpi.startsWith(`${department}-`))).toBe(true);
  });

  test('has a head for every department, and an executive, an analyst and an auditor', () => {
    for (const { id } of nhs.departments) expect(headOf(nhs, id)).toBe(`head-${id}`);
    const roles = [nhs.analyst, ...nhs.members].flatMap(({ fields }) => fields.roles);
    expect(roles.filter((role) => role !== 'department-head').toSorted()).toEqual([
      'analyst',
      'auditor',
      'executive',
    ]);
  });

  test('writes to nobody: all addresses are at example.org', () => {
    for (const { fields } of [nhs.analyst, ...nhs.members]) expect(fields.email).toMatch(/@example\.org$/);
  });

  test('holds figures and targets that their units allow', () => {
    for (const kpi of strategy.kpis) {
      for (const reading of Object.values(kpi.readings))
        expect(
          reading?.actual === undefined ? undefined : valueFault(reading.actual, kpi.unit),
          kpi.id,
        ).toBeUndefined();
      const target = targetIn(kpi, context.quarter);
      expect(target && targetFault(target.value, kpi), kpi.id).toBeUndefined();
      expect(target, kpi.id).toBeDefined();
    }
  });
});

describe('what the example says of itself', () => {
  test('calls the four-hour standard published, and every other target its own', () => {
    for (const { kpi, value, reason = '' } of nhs.targets) {
      expect(reason.startsWith(kpi.endsWith('-four-hour') ? 'Published: ' : 'Ours')).toBe(true);
      if (kpi.endsWith('-four-hour')) expect(value).toBe('0.95');
    }
  });

  test('calls every link its own, and leaves two trusts without any', () => {
    const linked = nhs.kpis.filter(({ fields }) => (fields.contributions ?? []).length > 0);
    for (const { fields } of linked) {
      expect(fields.definition).toContain('this example’s own');
      for (const { rationale } of fields.contributions ?? []) expect(rationale).toMatch(/^Our link: /);
    }
    const unlinked = nhs.kpis.filter((kpi) => !linked.includes(kpi));
    expect([...new Set(unlinked.map(({ fields }) => fields.department))]).toEqual(['ral', 'rbk']);
    for (const { fields } of unlinked) {
      expect(fields.counterparts).toEqual([]);
      expect(fields.definition).toContain('unlinked on purpose');
    }
  });

  test('reads occupancy as an asset, and as harm wherever a patient feels it', () => {
    for (const { id, fields } of nhs.kpis.filter((kpi) => kpi.id.endsWith('-bed-occupancy'))) {
      expect(fields.direction, id).toBe('higher');
      expect(fields.definition, id).toContain('asset-use side alone');
      expect((fields.contributions ?? []).every(({ effect }) => effect === '-')).toBe(true);
    }
  });

  test('tells the contrast that its README tells: full wards on target, patients not', () => {
    const status = (id: string) => {
      const kpi = strategy.kpis.find((one) => one.id === id);
      return kpi && statusIn(kpi, context.quarter, context.policy);
    };
    expect(['r0a', 'rj6', 'rhm'].map((trust) => status(`${trust}-bed-occupancy`))).toEqual([
      'on-target',
      'on-target',
      'off-target',
    ]);
    for (const { id } of nhs.departments.filter((trust) => trust.id !== 'r1h'))
      expect(status(`${id}-four-hour`)).toBe('off-target');
    const waits = strategy.kpis
      .filter(({ id }) => id.endsWith('-twelve-hour'))
      .map(({ id, readings }) => ({
        id,
        actual: Number(readings[context.quarter]?.actual ?? Number.POSITIVE_INFINITY),
      }))
      .sort((a, b) => a.actual - b.actual);
    expect(waits[0]?.id).toBe('rhm-twelve-hour');
  });
});

describe('when the example’s clock starts', () => {
  test('the last quarter is due and open, and everything before it is closed', () => {
    expect(context.calendar).toMatchObject({
      reportingQuarter: '2022-Q4',
      lastDueQuarter: '2022-Q4',
      lastClosedQuarter: '2022-Q3',
    });
  });

  test('twelve quarters are history, five trusts have submitted, one has a draft', () => {
    const { history, submitted, drafts, later } = phasesOf(nhs);
    expect(history).toHaveLength(6 * 12);
    expect(submitted.map(({ department, quarter }) => `${department} ${quarter}`)).toEqual(
      ['r0a', 'ral', 'rbk', 'rhm', 'rj6'].map((trust) => `${trust} 2022-Q4`),
    );
    expect(drafts.map(({ department, quarter }) => `${department} ${quarter}`)).toEqual(['r1h 2022-Q4']);
    expect(later).toHaveLength(6 * 8);
  });

  test('nothing later is due; ten days after the next quarter’s end it is, until the quarter closes', () => {
    expect(dueToHandIn(nhs, nhs.asOf)).toEqual([]);
    expect(handInTime(nhs, '2023-Q1')).toBe('2023-07-10T08:00:00Z');
    expect(dueToHandIn(nhs, '2023-07-10T07:59:59Z')).toEqual([]);
    expect(dueToHandIn(nhs, '2023-07-10T08:00:00Z').map(({ quarter }) => quarter)).toEqual(
      Array(6).fill('2023-Q1'),
    );
    expect(dueToHandIn(nhs, '2023-08-14T12:00:00Z')).toHaveLength(6);
    expect(dueToHandIn(nhs, '2023-08-15T12:00:00Z')).toEqual([]);
  });

  test('a clock that stops at every hand-in time passes all later quarters while they are open', () => {
    const times = handInTimes(nhs, nhs.asOf, '2026-01-01T00:00:00Z');
    expect(times.flatMap((at) => dueToHandIn(nhs, at))).toEqual(phasesOf(nhs).later);
    expect(times.flatMap((at) => handInTimes(nhs, at, at))).toEqual([]);
  });
});

describe('the ways of a patient', () => {
  test('begin before the published clocks and end after them', () => {
    const ways = nhs.journeys.map(
      ({ id, fields }) => `${id}: ${fields.events.map((one) => one.id).join(' ')}`,
    );
    expect(ways).toEqual([
      'emergency: call-for-help arrival seen decision-to-admit departure admission',
      'planned: gp-visit referral appointment listed planned-day treatment recovered',
    ]);
    const clocks = new Set(
      nhs.kpis.flatMap(({ fields: { clock } }) =>
        typeof clock === 'object' ? [`${clock.journey}: ${clock.from} ${clock.to}`] : [],
      ),
    );
    expect([...clocks].toSorted()).toEqual([
      'emergency: arrival departure',
      'emergency: decision-to-admit admission',
      'planned: planned-day treatment',
    ]);
  });

  test('state the published standards as what is acceptable: 4 hours, 12 hours, 28 days, 18 weeks', () => {
    expect(
      nhs.outcomes.flatMap(({ fields: { tolerance } }) =>
        tolerance === undefined ? [] : [`${tolerance.value} ${tolerance.unit.symbol}`],
      ),
    ).toEqual(['4 h', '12 h', '28 day', `${18 * 7} day`]);
  });
});

test('the checks find exactly what the example declares, each for its reasons', () => {
  const results = resultsOf(nhs);
  expect(results.filter(({ result }) => result.verdict === 'crashed')).toEqual([]);
  expect(foundIn(results)).toEqual(keptIn(expectedFindings));
  for (const { why } of expectedFindings) expect(why).toMatch(/^(?:seeded|real): .{10,}/);
});

/** Laws of a reorganisation: nothing is lost, nothing that has ended is rewritten, every change is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/checks/catalogue.ts';
import { evaluate } from '../../../shared/checks/evaluate.ts';
import { fingerprintOf } from '../../../shared/domain/finding.ts';
import { kpiSchema } from '../../../shared/domain/kpi.ts';
import { departmentIn } from '../../../shared/domain/kpi-in-quarter.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addQuarters } from '../../../shared/domain/quarter-steps.ts';
import { altered, alteredItem } from '../../../shared/domain/reorganise/altered.ts';
import { copiedKpi } from '../../../shared/domain/reorganise/copy-kpi.ts';
import { handOver } from '../../../shared/domain/reorganise/hand-over.ts';
import { livesOn, mergeDepartments } from '../../../shared/domain/reorganise/merge.ts';
import { movedKpi } from '../../../shared/domain/reorganise/move.ts';
import { splitDepartment } from '../../../shared/domain/reorganise/split.ts';
import type { Definitions } from '../../../shared/domain/sources.ts';
import { strategyFrom } from '../../../shared/domain/sources.ts';
import { StrategyMap } from '../../../shared/domain/strategy-map.ts';
import { altogether, anyCompany, change, quarters, running, submissionsOf } from './companies.ts';

const runs = { numRuns: 200 };
const reporting = addQuarters(running, -1);

/** Every reading that counts, by KPI. */
const readings = (definitions: Definitions, submissions = submissionsOf(definitions)) =>
  Object.fromEntries(
    strategyFrom(definitions, submissions, reporting).kpis.map((kpi) => [kpi.id, kpi.readings]),
  );
const fingerprints = (definitions: Definitions, submissions = submissionsOf(definitions)): string[] => {
  const context = {
    quarter: reporting,
    policy: defaultPolicy,
    calendar: {
      reportingQuarter: reporting,
      lastDueQuarter: reporting,
      lastClosedQuarter: addQuarters(reporting, -1),
      extended: [],
      timeZone: 'UTC',
      fiscalStart: 1,
    },
  };
  return evaluate(new StrategyMap(strategyFrom(definitions, submissions, reporting)), context, catalogue)
    .filter(({ result }) => result.verdict === 'fail')
    .map(({ check, subject }) => `${check} ${fingerprintOf(check, subject, reporting)}`);
};

describe('a merge', () => {
  it('loses no KPI and no reading', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const submissions = submissionsOf(company);
        const merged = altogether(company, mergeDepartments(company, { from: 'a', into: 'b' }, change));
        expect(merged.kpis.map(({ id }) => id)).toEqual(company.kpis.map(({ id }) => id));
        expect(readings(merged, submissions)).toEqual(readings(company, submissions));
      }),
      runs,
    );
  });

  it('leaves nothing living in the department that ends, and its past as it was', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const merged = altogether(company, mergeDepartments(company, { from: 'a', into: 'b' }, change));
        expect(merged.departments.find(({ id }) => id === 'a')?.retiredFrom).toBe(running);
        expect(merged.kpis.filter((kpi) => kpi.department === 'a' && livesOn(kpi, running))).toEqual([]);
        expect(merged.objectives.filter(({ department }) => department === 'a')).toEqual([]);
        expect(merged.outcomes.filter(({ owningDepartment }) => owningDepartment === 'a')).toEqual([]);
        expect(merged.capabilities.flatMap(({ departments }) => departments)).not.toContain('a');
        for (const { touchpoints } of merged.journeys)
          for (const { owners } of touchpoints) {
            expect(owners).not.toContain('a');
            expect(new Set(owners).size).toBe(owners.length);
          }
        for (const [i, kpi] of company.kpis.entries())
          for (const quarter of quarters)
            expect(departmentIn(merged.kpis[i] ?? kpi, quarter)).toBe(departmentIn(kpi, quarter));
      }),
      runs,
    );
  });

  it('accuses nobody of a quarter that has ended', () => {
    const own = /^(idle-department|missing-submission|missing-counterpart|unlinked-kpi|stale-kpi) /;
    const told = (definitions: Definitions, submissions: ReturnType<typeof submissionsOf>) =>
      fingerprints(definitions, submissions).filter((one) => own.test(one));
    fc.assert(
      fc.property(anyCompany, (company) => {
        const submissions = submissionsOf(company);
        const merged = altogether(company, mergeDepartments(company, { from: 'a', into: 'b' }, change));
        expect(told(merged, submissions)).toEqual(told(company, submissions));
      }),
      { numRuns: 60 },
    );
  });

  it('twice changes nothing more', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const merged = altogether(company, mergeDepartments(company, { from: 'a', into: 'b' }, change));
        expect(mergeDepartments(merged, { from: 'a', into: 'b' }, change)).toEqual([]);
      }),
      runs,
    );
  });

  it('into itself, into one that is unknown, or into one that is retired is refused', () => {
    const [company] = fc.sample(anyCompany, 1) as [Definitions];
    const retired = altogether(company, mergeDepartments(company, { from: 'c', into: 'b' }, change));
    for (const [definitions, into] of [
      [company, 'a'],
      [company, 'zzz'],
      [retired, 'c'],
    ] as const)
      expect(() => mergeDepartments(definitions, { from: 'a', into }, change)).toThrow(
        'The organisation can’t be changed like this.',
      );
  });
});

describe('a move', () => {
  it('back restores where every quarter’s reading belongs, and is told twice', () => {
    fc.assert(
      fc.property(anyCompany, fc.constantFrom('a', 'b', 'c'), (company, to) => {
        const [kpi] = company.kpis;
        if (kpi === undefined || kpi.department === to) return;
        const [there] = movedKpi(kpi, to, change);
        const [back] = movedKpi(kpiSchema.parse(there?.after), kpi.department, change);
        const again = kpiSchema.parse(back?.after);
        for (const quarter of [...quarters, running, addQuarters(running, 1)])
          expect(departmentIn(again, quarter)).toBe(departmentIn(kpi, quarter));
        expect(again.changes.map(({ field, was, is }) => [field, was, is])).toEqual([
          ['department', kpi.department, to],
          ['department', to, kpi.department],
        ]);
      }),
      runs,
    );
  });

  it('keeps the readings of every quarter', () => {
    fc.assert(
      fc.property(anyCompany, fc.constantFrom('a', 'b', 'c'), (company, to) => {
        const submissions = submissionsOf(company);
        const moved = altogether(
          company,
          company.kpis.flatMap((kpi) => movedKpi(kpi, to, change)),
        );
        expect(readings(moved, submissions)).toEqual(readings(company, submissions));
      }),
      runs,
    );
  });
});

describe('a split', () => {
  it('moves what it names and nothing else, and merging it back restores every reading', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const submissions = submissionsOf(company);
        const own = company.kpis.filter(({ department }) => department === 'a').map(({ id }) => id);
        const kpis = own.slice(0, 2);
        const order = { from: 'a', id: 'new', name: 'New', function: 'other', kpis, objectives: [] } as const;
        const split = altogether(company, splitDepartment(company, order, change));
        expect(split.kpis.filter(({ department }) => department === 'new').map(({ id }) => id)).toEqual(kpis);
        expect(readings(split, submissions)).toEqual(readings(company, submissions));
        const merged = altogether(split, mergeDepartments(split, { from: 'new', into: 'a' }, change));
        expect(readings(merged, submissions)).toEqual(readings(company, submissions));
      }),
      runs,
    );
  });

  it('refuses what is not the department’s own, and an id that is taken', () => {
    const [company] = fc.sample(anyCompany, 1) as [Definitions];
    const order = { from: 'a', id: 'b', name: 'New', function: 'other', kpis: [], objectives: [] } as const;
    expect(() => splitDepartment(company, order, change)).toThrow('changed like this');
    expect(() => splitDepartment(company, { ...order, id: 'new', kpis: ['zzz'] }, change)).toThrow(
      expect.objectContaining({
        faults: [{ path: '/kpis/0', found: '"zzz"', expected: 'the id of a KPI of “a”' }],
      }),
    );
  });
});

describe('a rename', () => {
  it('leaves every fingerprint as it is, and is told', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const [department] = company.departments;
        if (department === undefined) return;
        const changes = altered('department', department, { ...department, name: 'Another name' }, change);
        expect(changes[0]?.after).toMatchObject({
          changes: [{ field: 'name', was: 'a', is: 'Another name', by: 'ana', at: change.at }],
        });
        expect(fingerprints(altogether(company, changes))).toEqual(fingerprints(company));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a hand-over', () => {
  it('leaves the leaver nothing and loses nothing', () => {
    fc.assert(
      fc.property(anyCompany, fc.boolean(), (company, leaves) => {
        const after = altogether(company, handOver(company, { member: 'hans', to: 'otto', leaves }, change));
        const owners = (definitions: Definitions) =>
          definitions.kpis.filter(({ owner }) => owner !== undefined).length;
        expect(owners(after)).toBe(owners(company));
        expect(after.kpis.filter((kpi) => kpi.owner === 'hans' && livesOn(kpi, running))).toEqual([]);
        const [hans, otto] = after.members;
        expect(hans).toMatchObject({ heads: [], status: leaves ? 'removed' : 'active' });
        expect(otto?.heads).toEqual(['b', 'a']);
      }),
      runs,
    );
  });

  it('to somebody who heads nothing, or is gone, is refused while departments are handed over', () => {
    const [company] = fc.sample(anyCompany, 1) as [Definitions];
    const with_ = (more: object): Definitions => ({
      ...company,
      members: company.members.map((one) => (one.id === 'otto' ? { ...one, ...more } : one)),
    });
    const over = (definitions: Definitions) => () =>
      handOver(definitions, { member: 'hans', to: 'otto', leaves: true }, change);
    expect(over(with_({ roles: ['auditor'] }))).toThrow('changed like this');
    expect(over(with_({ status: 'removed' }))).toThrow('changed like this');
    expect(over(company)).not.toThrow();
  });
});

describe('a copy', () => {
  it('means the same and has no past', () => {
    fc.assert(
      fc.property(anyCompany, fc.constantFrom('a', 'b'), (company, department) => {
        const [kpi] = company.kpis;
        if (kpi === undefined) return;
        const [copy] = copiedKpi(kpi, { id: 'copy', department }, false, change);
        expect(copy?.after).toMatchObject({
          id: 'copy',
          department,
          name: kpi.name,
          unit: kpi.unit,
          counterparts: kpi.counterparts,
          contributions: kpi.contributions,
          firstQuarter: running,
          perspectiveConfirmed: false,
          targets: [],
          changes: [],
          formerDepartments: [],
        });
        expect(copy?.after).not.toHaveProperty('retiredFrom');
        expect(() => copiedKpi(kpi, { id: 'copy', department }, true, change)).toThrow('changed like this');
      }),
      runs,
    );
  });
});

describe('what is shown', () => {
  it('names every field that changes, from and to', () => {
    const [company] = fc.sample(anyCompany, 1) as [Definitions];
    const [kpi] = company.kpis;
    if (kpi === undefined) return;
    const [moved] = movedKpi(kpi, 'd', change);
    if (moved === undefined) throw new Error('it did not move');
    expect(alteredItem(moved)).toEqual({
      change: 'changed',
      kind: 'kpi',
      id: 'k0',
      name: 'KPI k0',
      fields: [{ field: 'department', from: JSON.stringify(kpi.department), to: '"d"' }],
    });
  });
});

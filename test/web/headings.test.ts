// The sentence that opens a report of a department, an outcome and a journey, and what evidence shows of an id.
import { describe, expect, it } from 'vitest';
import type { DepartmentReport } from '../../shared/report/board-report.ts';
import type { JourneyReport } from '../../shared/report/journey-report.ts';
import type { OutcomeReport } from '../../shared/report/outcome-report.ts';
import { headingOf as departmentHeading } from '../../web/department-report/heading.ts';
import { missingFactor } from '../../web/department-report/missing-factor.ts';
import { isFiltered, needsAll, wantsAsked } from '../../web/findings/filter.ts';
import { namedTogether } from '../../web/findings/named-together.ts';
import { formatsOf } from '../../web/format/formats.ts';
import { headingOf as journeyHeading } from '../../web/journey/heading.ts';
import { en } from '../../web/messages/en.ts';
import { english } from '../../web/messages/languages.ts';
import { headingOf as outcomeHeading } from '../../web/outcome-report/heading.ts';

const f = formatsOf({ locale: 'en-GB', timeZone: 'Europe/London', fiscalStart: 1 }, english);
const words = { m: en, f };
const quarter = '2026-Q3' as const;

describe('a department’s headline', () => {
  const report = (covered: number, internal: number, kpis: number, findings: number) =>
    ({
      department: { id: 'it', name: 'IT' },
      coverage: { covered, internal },
      kpis: Array.from({ length: kpis }),
      findings: Array.from({ length: findings }),
    }) as unknown as DepartmentReport;
  it.each([
    [4, 5, 7, 7, '4 of 5 internal KPIs of IT have a counterpart that counts; 7 findings are unresolved.'],
    [1, 2, 2, 1, '1 of 2 internal KPIs of IT has a counterpart that counts; 1 finding is unresolved.'],
    [0, 0, 2, 0, 'IT reports 2 KPIs, and none of them is internal; no finding is unresolved.'],
    [0, 0, 0, 0, 'IT reports no KPI; no finding is unresolved.'],
  ])('of %i covered of %i internal, %i KPIs and %i findings', (covered, internal, kpis, findings, said) => {
    expect(departmentHeading(report(covered, internal, kpis, findings), words)).toBe(said);
  });
});

describe('an outcome’s headline', () => {
  const heard = {
    perspective: 'customer-facing',
    live: true,
    status: 'off-target',
    unit: { kind: 'share', symbol: '%' },
    target: '0.9',
    readings: [{ quarter, actual: '0.815' }],
  };
  const said = (contributors: number, kpi?: object) =>
    outcomeHeading(
      {
        outcome: { statement: 'It works.' },
        quarter,
        contributors,
        kpis: kpi === undefined ? [] : [kpi],
        findings: [],
      } as unknown as OutcomeReport,
      words,
    );
  it('says how the KPI that stands for it stands, and nothing that is not known', () => {
    expect(said(1, heard)).toBe(
      '“It works.” is off target: 81.5% against a target of 90%; no finding is unresolved.',
    );
    expect(said(1, { ...heard, status: 'no-target', target: undefined })).toContain(
      'has no target: it stands at 81.5%',
    );
    expect(said(1, { ...heard, status: 'no-reading', readings: [] })).toContain('is not measured in Q3 2026');
  });
  it('says that nobody hears it, or that no KPI serves it', () => {
    expect(said(3, { ...heard, live: false })).toContain('is unheard: 3 KPIs contribute');
    expect(said(0)).toContain('has no KPI that contributes to it');
  });
});

describe('a journey’s headline', () => {
  const said = (clocked: boolean[], measured: boolean[]) =>
    journeyHeading(
      {
        name: 'Moving',
        segments: clocked.map((is) => ({ clockedBy: is ? ['a'] : [] })),
        touchpoints: measured.map((is) => ({ momentOfTruth: true, ...(is ? {} : { unmeasured: 'x' }) })),
      } as unknown as JourneyReport,
      words,
    );
  it('counts segments without an owner and moments that nobody measures', () => {
    expect(said([true, false], [false])).toBe(
      'Moving: 1 of 2 segments has no owner; 1 of 1 moments of truth is unmeasured.',
    );
    expect(said([true, true], [true, true])).toBe(
      'Moving: each of its 2 segments has an owner; its 2 moments of truth are measured.',
    );
    expect(said([], [])).toBe('Moving: it has no segment yet; it names no moment of truth.');
  });
});

describe('evidence', () => {
  it('shows the name in place of the id beside it, and the id where nothing has a name', () => {
    expect(
      namedTogether({
        columns: ['KPI', 'name', 'live'],
        rows: [
          ['a', 'Build time', 'yes'],
          ['b', null, 'no'],
        ],
      }),
    ).toEqual({
      columns: ['KPI', 'live'],
      rows: [
        ['Build time', 'yes'],
        ['b', 'no'],
      ],
    });
    const alone = { columns: ['name', 'quarter'], rows: [['A', quarter]] };
    expect(namedTogether(alone)).toEqual(alone);
  });
});

describe('a missing factor', () => {
  it('has words, and stays as it is where an older report wrote it out', () => {
    expect(missingFactor('reading 2026-Q3', words)).toBe('the reading of Q3 2026');
    expect(missingFactor('baseline', words)).toBe('the baseline');
    expect(missingFactor('the reading of 2025-Q3', words)).toBe('the reading of Q3 2025');
  });
});

describe('the register’s filter', () => {
  it('picks findings whose waiver waits, for which it needs every page', () => {
    const search = new URLSearchParams('waiver=asked');
    expect([wantsAsked(search), isFiltered(search), needsAll(search)]).toEqual([true, true, true]);
    expect(needsAll(new URLSearchParams('level=error'))).toBe(false);
  });
});

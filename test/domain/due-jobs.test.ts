import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueJobs, type JobKind, jobKinds, nextDueAt, type Watermarks } from '../../shared/domain/due-jobs.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { anyFiscalStart, anyTimeZone } from './arbitrary.ts';

type Settings = Parameters<typeof dueJobs>[0];
const berlin: Settings = { timeZone: 'Europe/Berlin', fiscalStart: 1, policy: defaultPolicy };
const since = (at: string): Watermarks => ({ nightly: at, reminder: at, digest: at });
const due = (kind: JobKind, from: string, to: string, settings: Settings = berlin) =>
  dueJobs(settings, since(from), to).filter((job) => job.kind === kind);

const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    timeZone: anyTimeZone,
    fiscalStart: anyFiscalStart,
    dueDays: fc.integer({ min: 0, max: 365 }),
    nightlyHour: fc.integer({ min: 0, max: 23 }),
    digestHour: fc.integer({ min: 0, max: 23 }),
    digestWeekday: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ timeZone, fiscalStart, ...policy }) => ({
    timeZone,
    fiscalStart,
    policy: { ...defaultPolicy, ...policy },
  }));
/** A start between 2024 (a leap year) and 2029, and ticks after it, each some quarters of an hour after the last. */
const anyTicks = fc
  .tuple(
    fc.integer({ min: 0, max: 5 * 365 * 96 }),
    fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 }),
  )
  .map(([start, gaps]) => {
    let now = Temporal.Instant.from('2024-01-01T00:00:00Z').add({ minutes: start * 15 });
    return gaps.map((gap) => {
      now = now.add({ minutes: gap * 15 });
      return now.toString();
    });
  });

/** All jobs that a row of ticks serves: each tick runs what is due and then moves the watermarks to the jobs' slots. */
const served = (settings: Settings, start: string, ticks: readonly string[]) => {
  let marks = since(start);
  return ticks.flatMap((now) => {
    const jobs = dueJobs(settings, marks, now);
    for (const job of jobs) marks = { ...marks, [job.kind]: job.at };
    return jobs;
  });
};
const everyQuarterHour = (from: string, hours: number): string[] =>
  Array.from({ length: hours * 4 }, (_, i) =>
    Temporal.Instant.from(from)
      .add({ minutes: (i + 1) * 15 })
      .toString(),
  );

describe('nightly', () => {
  it.each([
    ['in summer', '2026-07-01T00:00:00Z', '2026-06-30T00:15:00Z'],
    ['in winter', '2026-01-10T01:00:00Z', '2026-01-09T01:15:00Z'],
    ['at the next hour that exists when the clocks skip it', '2026-03-29T01:00:00Z', '2026-03-28T01:15:00Z'],
    ['once when its hour comes twice', '2026-10-25T00:00:00Z', '2026-10-24T00:15:00Z'],
    ['on a leap day', '2028-02-29T01:00:00Z', '2028-02-28T01:15:00Z'],
  ])('is due %s', (_when, at, from) => {
    const before = Temporal.Instant.from(at).subtract({ seconds: 1 }).toString();
    expect(due('nightly', from, before)).toEqual([]);
    expect(due('nightly', from, at).map((job) => job.at)).toEqual([at]);
  });

  it('runs once a local day, through both changes of the clocks', () => {
    for (const start of ['2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z', '2028-02-27T12:00:00Z']) {
      const jobs = served(berlin, start, everyQuarterHour(start, 24 * 5)).filter(
        (job) => job.kind === 'nightly',
      );
      expect(jobs.map((job) => job.period)).toEqual([...new Set(jobs.map((job) => job.period))]);
      expect(jobs).toHaveLength(5);
    }
  });

  it('serves only the last of the nights that were missed', () => {
    expect(due('nightly', '2026-07-01T12:00:00Z', '2026-07-09T12:00:00Z')).toEqual([
      { kind: 'nightly', at: '2026-07-09T00:00:00Z', period: '2026-07-09' },
    ]);
    expect(due('nightly', '2000-01-01T00:00:00Z', '2026-07-09T12:00:00Z')).toHaveLength(1);
  });
});

describe('digest', () => {
  it('is due on its weekday at its hour, local time', () => {
    expect(due('digest', '2026-07-01T00:00:00Z', '2026-07-06T04:59:59Z')).toEqual([]);
    expect(due('digest', '2026-07-01T00:00:00Z', '2026-07-06T05:00:00Z')).toEqual([
      { kind: 'digest', at: '2026-07-06T05:00:00Z', period: '2026-07-06' },
    ]);
  });
});

describe('reminder', () => {
  it('comes as many days before the due date as the policy says', () => {
    expect(due('reminder', '2026-06-20T00:00:00Z', '2026-07-01T12:00:00Z')).toEqual([
      {
        kind: 'reminder',
        at: '2026-07-01T05:00:00Z',
        period: '2026-Q2-14',
        quarter: '2026-Q2',
        daysLeft: 14,
      },
    ]);
    expect(due('reminder', '2026-07-01T12:00:00Z', '2026-07-12T12:00:00Z')[0]).toMatchObject({ daysLeft: 3 });
    expect(due('reminder', '2026-07-12T12:00:00Z', '2026-09-30T12:00:00Z')).toEqual([]);
  });

  it('comes for every quarter, however late its figures are due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), anyFiscalStart, (dueDays, fiscalStart) => {
        const settings: Settings = {
          ...berlin,
          fiscalStart,
          policy: { ...defaultPolicy, dueDays, reminderDays: [14] },
        };
        const jobs = Array.from({ length: 366 }, (_, i) =>
          Temporal.PlainDate.from('2027-01-01').add({ days: i }),
        ).flatMap((day) =>
          due('reminder', `${day.toString()}T00:00:00Z`, `${day.toString()}T23:00:00Z`, settings),
        );
        expect(new Set(jobs.map((job) => job.quarter)).size).toBe(jobs.length);
        expect(jobs.length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 12 },
    );
  });

  it('is none where the policy wants none', () => {
    const settings: Settings = { ...berlin, policy: { ...defaultPolicy, reminderDays: [] } };
    expect(due('reminder', '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z', settings)).toEqual([]);
  });
});

describe('ticks', () => {
  it('that are doubled serve nothing twice', () => {
    fc.assert(
      fc.property(anySettings, anyTicks, (settings, ticks) => {
        const [start = ''] = ticks;
        const doubled = ticks.flatMap((tick) => [tick, tick, tick]);
        expect(served(settings, start, doubled)).toEqual(served(settings, start, ticks));
      }),
      { numRuns: 30 },
    );
  });

  it('serve each period of a kind at most once, in order, never early', () => {
    fc.assert(
      fc.property(anySettings, anyTicks, (settings, ticks) => {
        const [start = ''] = ticks;
        const jobs = served(settings, start, ticks);
        for (const kind of jobKinds) {
          const times = jobs.filter((job) => job.kind === kind).map((job) => job.at);
          expect(times.map(Date.parse)).toEqual(times.map(Date.parse).sort((a, b) => a - b));
          expect(new Set(times).size).toBe(times.length);
        }
        for (const job of jobs)
          expect(Date.parse(job.at)).toBeLessThanOrEqual(Date.parse(ticks.at(-1) ?? ''));
      }),
      { numRuns: 30 },
    );
  });

  it('that were missed lose nothing but what the latest of a kind replaces', () => {
    fc.assert(
      fc.property(anySettings, anyTicks, (settings, ticks) => {
        const [start = ''] = ticks;
        const end = ticks.at(-1) ?? '';
        for (const kind of jobKinds) {
          const all = served(settings, start, ticks).filter((job) => job.kind === kind);
          const late = dueJobs(settings, since(start), end).filter((job) => job.kind === kind);
          expect(late).toEqual(all.slice(-1));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('next due instant', () => {
  it('is the first at which something becomes due', () => {
    fc.assert(
      fc.property(anySettings, anyTicks, (settings, [now = '']) => {
        const next = nextDueAt(settings, now) ?? '';
        const before = Temporal.Instant.from(next).subtract({ seconds: 1 }).toString();
        expect(dueJobs(settings, since(now), next).map((job) => job.at)).toContain(next);
        expect(
          Temporal.Instant.compare(before, now) < 0 || dueJobs(settings, since(now), before).length === 0,
        ).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is none where nothing ever becomes due', () => {
    const settings: Settings = { ...berlin, policy: { ...defaultPolicy, reminderDays: [] } };
    expect(nextDueAt(settings, '2026-07-01T12:00:00Z', ['reminder'])).toBeUndefined();
  });

  it('can be asked of one kind', () => {
    expect(nextDueAt(berlin, '2026-07-01T12:00:00Z', ['digest'])).toBe('2026-07-06T05:00:00Z');
  });
});

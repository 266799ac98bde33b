import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarSettings,
  calendarAt,
  calendarSchema,
  closeDate,
  dueDate,
  quarterGate,
  runningQuarter,
} from '../../shared/domain/calendar.ts';
import { dayOf } from '../../shared/domain/day.ts';
import { addQuarters, lastDay } from '../../shared/domain/quarter-steps.ts';
import { anyFiscalStart, anyInstant, anyTimeZone } from './arbitrary.ts';

const berlin: CalendarSettings = {
  timeZone: 'Europe/Berlin',
  fiscalStart: 1,
  policy: { dueDays: 15, closeDays: 45 },
};
const anySettings: fc.Arbitrary<CalendarSettings> = fc.record({
  timeZone: anyTimeZone,
  fiscalStart: anyFiscalStart,
  policy: fc.record({
    dueDays: fc.integer({ min: 0, max: 365 }),
    closeDays: fc.integer({ min: 0, max: 365 }),
  }),
});

describe('calendar', () => {
  it.each([
    ['the last minute of the quarter', '2026-06-30T21:59:00Z', '2026-Q1', '2026-Q1', '2026-Q1'],
    ['the first minute after it', '2026-06-30T22:00:00Z', '2026-Q2', '2026-Q1', '2026-Q1'],
    ['the due date itself', '2026-07-15T21:59:59Z', '2026-Q2', '2026-Q1', '2026-Q1'],
    ['the day after the due date', '2026-07-15T22:00:00Z', '2026-Q2', '2026-Q2', '2026-Q1'],
    ['the closing date itself', '2026-08-14T21:59:59Z', '2026-Q2', '2026-Q2', '2026-Q1'],
    ['the day after the closing date', '2026-08-14T22:00:00Z', '2026-Q2', '2026-Q2', '2026-Q2'],
  ])('on %s', (_when, now, reportingQuarter, lastDueQuarter, lastClosedQuarter) => {
    expect(calendarAt(now, berlin)).toEqual({
      reportingQuarter,
      lastDueQuarter,
      lastClosedQuarter,
      extended: [],
      timeZone: 'Europe/Berlin',
      fiscalStart: 1,
    });
  });

  it('turns at midnight of the organisation, wherever it is', () => {
    const settings = (timeZone: string): CalendarSettings => ({ ...berlin, timeZone });
    const now = '2026-06-30T11:00:00Z';
    expect(calendarAt(now, settings('Pacific/Kiritimati')).reportingQuarter).toBe('2026-Q2');
    expect(calendarAt(now, settings('Pacific/Pago_Pago')).reportingQuarter).toBe('2026-Q1');
  });

  it('reports by the fiscal year', () => {
    expect(calendarAt('2026-05-01T12:00:00Z', { ...berlin, fiscalStart: 4 }).reportingQuarter).toBe(
      '2025-Q4',
    );
  });

  it('says the last quarter whose end, due date and closing date have passed', () => {
    fc.assert(
      fc.property(anyInstant, anySettings, (now, settings) => {
        const today = dayOf(now, settings.timeZone);
        const calendar = calendarAt(now, settings);
        const ends = [
          [calendar.reportingQuarter, (quarter) => lastDay(quarter, settings.fiscalStart)],
          [calendar.lastDueQuarter, (quarter) => dueDate(quarter, settings)],
          [calendar.lastClosedQuarter, (quarter) => closeDate(quarter, settings)],
        ] satisfies [string, (quarter: typeof calendar.reportingQuarter) => string][];
        for (const [quarter, end] of ends) {
          expect(end(quarter) < today).toBe(true);
          expect(end(addQuarters(quarter, 1)) < today).toBe(false);
        }
        expect(runningQuarter(now, settings)).toBe(addQuarters(calendar.reportingQuarter, 1));
        expect(calendarSchema.parse(calendar)).toEqual(calendar);
      }),
    );
  });

  it('never goes back while time goes on', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anySettings, (a, b, settings) => {
        const [early, late] = Date.parse(a) <= Date.parse(b) ? [a, b] : [b, a];
        const before = calendarAt(early, settings);
        const after = calendarAt(late, settings);
        expect(before.reportingQuarter <= after.reportingQuarter).toBe(true);
        expect(before.lastDueQuarter <= after.lastDueQuarter).toBe(true);
        expect(before.lastClosedQuarter <= after.lastClosedQuarter).toBe(true);
      }),
    );
  });
});

describe('extension of a due date', () => {
  const extension = { department: 'sales', quarter: '2026-Q2', dueDate: '2026-07-20' } as const;
  it.each([
    ['before the due date nothing is extended', '2026-07-15T12:00:00Z', []],
    ['it runs from the day after the due date', '2026-07-16T12:00:00Z', ['sales']],
    ['it runs on its last day', '2026-07-20T21:59:59Z', ['sales']],
    ['it ends with its last day', '2026-07-20T22:00:00Z', []],
    ['it says nothing of the next quarter', '2026-10-16T12:00:00Z', []],
  ])('%s', (_what, now, extended) => {
    expect(calendarAt(now, berlin, [extension]).extended).toEqual(extended);
  });

  it('names each department once, sorted', () => {
    const later = { ...extension, dueDate: '2026-07-25' };
    const other = { ...extension, department: 'finance' };
    expect(calendarAt('2026-07-16T12:00:00Z', berlin, [extension, later, other]).extended).toEqual([
      'finance',
      'sales',
    ]);
  });
});

describe('gate of a quarter', () => {
  it.each([
    ['2026-03-31T21:59:59Z', 'not-begun'],
    ['2026-03-31T22:00:00Z', 'open'],
    ['2026-08-14T21:59:59Z', 'open'],
    ['2026-08-14T22:00:00Z', 'closed'],
  ])('at %s the second quarter is %s', (now, gate) => {
    expect(quarterGate('2026-Q2', now, berlin)).toBe(gate);
  });

  it('opens with the first day and shuts after the closing date', () => {
    fc.assert(
      fc.property(anyInstant, anySettings, (now, settings) => {
        const running = runningQuarter(now, settings);
        expect(quarterGate(addQuarters(running, 1), now, settings)).toBe('not-begun');
        expect(quarterGate(running, now, settings)).toBe('open');
        expect(quarterGate(calendarAt(now, settings).lastClosedQuarter, now, settings)).toBe('closed');
      }),
    );
  });
});

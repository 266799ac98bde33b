import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBusinessClock } from '../../local/business-clock.ts';
import type { Schedule } from '../../local/resources/delivery.ts';
import { readExpression, startScheduler } from '../../local/schedule.ts';

const next = (expression: string, after: string, timeZone = 'UTC') =>
  readExpression({ id: 'Clock', expression, timeZone })(new Date(after)).toISOString();

describe('an expression', () => {
  it.each([
    ['cron(0/15 * * * ? *)', '2026-10-20T06:00:00Z', '2026-10-20T06:15:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-10-20T06:59:59Z', '2026-10-20T07:00:00.000Z'],
    ['cron(5/20 8/4 * * ? *)', '2026-10-20T08:46:00Z', '2026-10-20T12:05:00.000Z'],
    ['cron(0 6 ? * 1 *)', '2026-10-20T00:00:00Z', '2026-10-25T06:00:00.000Z'],
    ['cron(0 6 1 1 ? *)', '2026-10-20T00:00:00Z', '2027-01-01T06:00:00.000Z'],
    ['rate(15 minutes)', '2026-10-20T06:07:00Z', '2026-10-20T06:15:00.000Z'],
    ['rate(1 day)', '2026-10-20T06:07:00Z', '2026-10-21T00:00:00.000Z'],
  ])('%s comes after %s at %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it('keeps to its time zone across the change to winter time', () => {
    const zone = 'Europe/Berlin';
    expect(next('cron(0 6 * * ? *)', '2026-10-24T12:00:00Z', zone)).toBe('2026-10-25T05:00:00.000Z');
    expect(next('cron(0 6 * * ? *)', '2026-10-23T12:00:00Z', zone)).toBe('2026-10-24T04:00:00.000Z');
  });

  it.each([
    'at(2026-10-20T06:00:00)',
    'cron(0 6 * * ?)',
    'cron(0 6 L * ? *)',
    'cron(0 6 * * ? 2027)',
    'rate(2 weeks)',
  ])('stops at %s, which it can not read', (expression) => {
    expect(() => next(expression, '2026-10-20T06:00:00Z')).toThrow(
      `The local stack can't read the schedule of Clock: ${expression}.`,
    );
  });
});

describe('schedules', () => {
  const schedule: Schedule = {
    id: 'Clock',
    expression: 'cron(0/15 * * * ? *)',
    timeZone: 'UTC',
    functionId: 'Tick',
    input: '{"time":"<aws.scheduler.scheduled-time>"}',
  };
  const file = () => join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json');
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('fire when the business clock passes their times, with the business time', () => {
    const clock = openBusinessClock(file(), new Date('2026-10-20T06:10:00Z'));
    const send = vi.fn(async () => undefined);
    const scheduler = startScheduler({ schedules: [schedule], clock, invoker: { send } });
    vi.advanceTimersByTime(4 * 60_000);
    expect(send).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20 * 60_000);
    expect(send.mock.calls).toEqual([
      ['Tick', { time: '2026-10-20T06:15:00Z' }],
      ['Tick', { time: '2026-10-20T06:30:00Z' }],
    ]);
    scheduler.stop();
    vi.advanceTimersByTime(60 * 60_000);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('follow a moved clock, and fire at once on request', async () => {
    const clock = openBusinessClock(file(), new Date('2026-10-20T06:10:00Z'));
    const send = vi.fn(async () => undefined);
    const scheduler = startScheduler({ schedules: [schedule], clock, invoker: { send } });
    clock.moveTo(new Date('2027-01-15T11:59:00Z'));
    vi.advanceTimersByTime(60_000);
    expect(send.mock.calls).toEqual([['Tick', { time: '2027-01-15T12:00:00Z' }]]);
    await scheduler.fire(new Date('2027-01-16T00:00:00Z'));
    expect(send).toHaveBeenLastCalledWith('Tick', { time: '2027-01-16T00:00:00Z' });
    scheduler.stop();
  });

  it('survive a wait that is longer than a timer can be', () => {
    const clock = openBusinessClock(file(), new Date('2026-10-20T06:10:00Z'));
    const send = vi.fn(async () => undefined);
    const yearly = { ...schedule, expression: 'cron(0 6 1 1 ? *)' };
    const scheduler = startScheduler({ schedules: [yearly], clock, invoker: { send } });
    vi.advanceTimersByTime(72 * 86_400_000);
    expect(send).not.toHaveBeenCalled();
    vi.advanceTimersByTime(86_400_000);
    expect(send.mock.calls).toEqual([['Tick', { time: '2027-01-01T06:00:00Z' }]]);
    scheduler.stop();
  });
});

describe('the business clock', () => {
  it('starts where it is told, runs on, and is kept', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json');
    const first = openBusinessClock(path, new Date('2030-01-01T00:00:00Z'));
    const moves: number[] = [];
    first.onMove((offset) => moves.push(offset));
    first.moveTo(new Date('2030-02-01T00:00:00Z'));
    const second = openBusinessClock(path, new Date('1999-01-01T00:00:00Z'));
    expect(second.offset()).toBe(first.offset());
    expect(moves).toEqual([first.offset()]);
    expect(second.now().toISOString().slice(0, 10)).toBe('2030-02-01');
  });
});

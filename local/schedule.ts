/**
 * Schedules, fired when the business clock passes their times: the event carries the business time for which it was
 * planned, so a function can't tell a moved clock from waiting.
 */
import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import type { AsyncInvoker } from './async-invoke.ts';
import type { BusinessClock } from './business-clock.ts';
import type { Schedule } from './resources/delivery.ts';
import { StartError } from './start-error.ts';

const RATE = /^rate\((\d+) (minute|hour|day)s?\)$/;
const UNIT = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Longest wait of a timer, in ms; a longer one is waited for in parts. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Tells the first time of a schedule after a given one. */
export type NextTime = (after: Date) => Date;

/**
 * Reads `cron(...)` or `rate(...)` of EventBridge Scheduler; a rate counts from the epoch.
 * Throws a StartError that names an expression that we can't read.
 */
export function readExpression({
  id,
  expression,
  timeZone,
}: Omit<Schedule, 'functionId' | 'input'>): NextTime {
  const [, amount, unit] = RATE.exec(expression) ?? [];
  if (amount !== undefined && unit !== undefined) {
    const period = Number(amount) * UNIT[unit as keyof typeof UNIT];
    return (after) => new Date((Math.floor(after.getTime() / period) + 1) * period);
  }
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.split(' ') ?? [];
  const [minute = '', hour = '', day = '', month = '', weekday = '', year] = fields;
  if (fields.length !== 6 || year !== '*' || /[#LW]/.test(weekday + day)) {
    throw new StartError(`The local stack can't read the schedule of ${id}: ${expression}.`);
  }
  const pattern = [starting(minute, 59), starting(hour, 23), day, month, weekdays(weekday)]
    .join(' ')
    .replaceAll('?', '*');
  const cron = new Cron(pattern, { timezone: timeZone, paused: true, mode: '5-part' });
  return (after) => {
    const next = cron.nextRun(after);
    if (next === null) throw new StartError(`The schedule of ${id} never comes: ${expression}.`);
    return next;
  };
}

export interface SchedulerProps {
  readonly schedules: readonly Schedule[];
  readonly clock: BusinessClock;
  readonly invoker: Pick<AsyncInvoker, 'send'>;
}

/** Running schedules. */
export interface Scheduler {
  /** Fires every schedule once with this business time, and resolves when all have been handled. */
  fire(time: Date): Promise<void>;
  stop(): void;
}

/** Starts the schedules. */
export function startScheduler({ schedules, clock, invoker }: SchedulerProps): Scheduler {
  const timers = new Map<string, NodeJS.Timeout>();
  const fireOne = (schedule: Schedule, time: Date): Promise<void> =>
    invoker.send(schedule.functionId, JSON.parse(filledIn(schedule, time)));
  const wait = (schedule: Schedule, next: NextTime): void => {
    clearTimeout(timers.get(schedule.id));
    const time = next(clock.now());
    const rest = time.getTime() - clock.now().getTime();
    const wake = (): void => {
      if (rest <= LONGEST_WAIT) void fireOne(schedule, time);
      wait(schedule, next);
    };
    timers.set(schedule.id, setTimeout(wake, Math.min(rest, LONGEST_WAIT)));
  };
  const read = schedules.map((schedule) => ({ schedule, next: readExpression(schedule) }));
  const waitForAll = (): void => {
    for (const { schedule, next } of read) wait(schedule, next);
  };
  waitForAll();
  clock.onMove(waitForAll);
  return {
    fire: async (time) => {
      await Promise.all(schedules.map((schedule) => fireOne(schedule, time)));
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** `0/15`, every fifteenth from the first on, is a range with a step elsewhere. */
function starting(field: string, last: number): string {
  return field.replace(/^(\d+)\//, `$1-${last}/`);
}

/** The week begins with 1 = Sunday there, with 0 here. */
function weekdays(field: string): string {
  return field.replaceAll(/\d+/g, (number) => String(Number(number) - 1));
}

function filledIn({ id, input }: Schedule, time: Date): string {
  return input
    .replaceAll('<aws.scheduler.scheduled-time>', `${time.toISOString().slice(0, 19)}Z`)
    .replaceAll('<aws.scheduler.schedule-arn>', id)
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}

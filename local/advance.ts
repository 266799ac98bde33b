/**
 * Moves the business clock to the next moment at which something happens by itself: a job is due, or the example's
 * people hand in. Whoever tries the product out sees a quarter pass in a minute.
 */
import type { Example } from '../examples/example.ts';
import { handInTimes } from '../examples/phases.ts';
import { dueJobs, type Job, nextDueAt } from '../shared/domain/due-jobs.ts';
import { readDefinition } from '../shared/table/definitions.ts';
import { organisationsDue } from '../shared/table/organisations.ts';
import type { Table } from '../shared/table/table.ts';
import { BadRequest } from './answer.ts';
import type { BusinessClock } from './business-clock.ts';
import type { MailStore } from './mail-store.ts';
import type { NextTime, Scheduler } from './schedule.ts';

/** What happened at a moment. */
export interface Happened {
  /** Business time, ISO 8601, UTC. */
  readonly time: string;
  /** The jobs that were due, such as `acme nightly`. */
  readonly jobs: readonly string[];
  /** Quarters that the example's people handed in. */
  readonly handedIn: number;
  readonly mails: number;
  readonly subjects: readonly string[];
}

export interface AdvanceProps {
  readonly table: Table;
  readonly clock: BusinessClock;
  readonly scheduler: Scheduler;
  /** The first tick at or after a time is what runs a job. */
  readonly nextTick: NextTime;
  readonly mails: MailStore;
  readonly example: Example | undefined;
  /** Hands in what the example's people have due at a business time. */
  readonly handIn: (time: string) => Promise<number>;
  /** Resolves when everything that was caused is done. */
  readonly settle: () => Promise<void>;
}

/**
 * Moves business time alone. Never back, and not under a running function: what happens later is also dated later,
 * which the anchors of the audit rest on.
 */
export async function moveClock(
  time: Date,
  { clock, settle }: Pick<AdvanceProps, 'clock' | 'settle'>,
): Promise<void> {
  await settle();
  if (time < clock.now()) throw new BadRequest(`It is ${clock.now().toISOString()} already.`);
  clock.moveTo(time);
}

/** Goes to a business time (never back), lets the tick of that time run, and waits for what it causes. */
export async function advanceTo(time: Date, props: AdvanceProps): Promise<Happened> {
  const { scheduler, mails, settle } = props;
  const before = mails.list().length;
  await moveClock(time, props);
  const at = instantOf(time);
  const jobs = await jobsDue(props.table, at);
  const handedIn = await props.handIn(at);
  await settle();
  await scheduler.fire(time);
  await settle();
  const subjects = mails
    .list()
    .slice(before)
    .map(({ subject }) => subject);
  return { time: at, jobs, handedIn, mails: subjects.length, subjects };
}

/** Goes to the next moment. Throws a BadRequest when there is no organisation for which anything could be due. */
export async function advanceToNext(props: AdvanceProps): Promise<Happened> {
  const { clock, table, example, nextTick } = props;
  const now = instantOf(clock.now());
  const due = await nextDue(table, now);
  if (due === undefined) throw new BadRequest('There is no organisation, so nothing is ever due.');
  const tick = nextTick(new Date(Date.parse(due) - 1));
  const earlier = example === undefined ? [] : handInTimes(example, now, instantOf(tick));
  const [handIn = instantOf(tick)] = earlier;
  return advanceTo(new Date(handIn), props);
}

async function organisations(table: Table) {
  const all = await organisationsDue(table);
  return Promise.all(
    all.map(async ({ org, watermarks }) => {
      const settings = (await readDefinition(table, org, 'organisation', org))?.value;
      return settings === undefined ? [] : [{ org, watermarks, settings }];
    }),
  ).then((found) => found.flat());
}

async function jobsDue(table: Table, at: string): Promise<string[]> {
  const name = (org: string) => (job: Job) => `${org} ${job.kind}`;
  return (await organisations(table)).flatMap(({ org, watermarks, settings }) =>
    dueJobs(settings, watermarks, at).map(name(org)),
  );
}

async function nextDue(table: Table, now: string): Promise<string | undefined> {
  const times = (await organisations(table)).flatMap(({ watermarks, settings }) => {
    const next = dueJobs(settings, watermarks, now).length > 0 ? now : nextDueAt(settings, now);
    return next === undefined ? [] : [next];
  });
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

function instantOf(time: Date): string {
  return time.toISOString();
}

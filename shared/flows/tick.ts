// What happens when the clock strikes: for each organisation what an earlier build derived is made anew, then the jobs
// that are due, in their order; its watermark moves last. A crash anywhere repeats the whole, and repeating does nothing twice.
import { dueJobs, type Job, type Watermarks } from '../domain/due-jobs.ts';
import type { OrgId } from '../domain/slug.ts';
import { moveWatermarks, organisationsDue } from '../table/organisations.ts';
import { openAbandonedGates } from './abandoned-gates.ts';
import { anchorAudit } from './anchor.ts';
import { runBoardMail } from './board-mail.ts';
import { resumeChangeSet } from './change-set.ts';
import { awaitsRenewal } from './derived-form.ts';
import { runEscalation } from './escalation.ts';
import { evaluateOrganisation } from './evaluate.ts';
import { loadOrganisation } from './load.ts';
import { type MailDeps, runDigest, runReminder } from './mails.ts';
import { runNightly } from './nightly.ts';
import { sweepMails } from './send.ts';

const runJob = async (deps: MailDeps, org: OrgId, job: Job, now: string): Promise<void> => {
  if (job.kind === 'nightly') {
    await runNightly(deps, org, job.at);
    await anchorAudit(deps, org, { day: job.period, at: job.at });
    const { period } = job;
    const escalations = await runEscalation(deps, org, job);
    const boardMails = await runBoardMail(deps, org, job);
    if (escalations > 0)
      deps.log('info', 'mails queued', { org, job: 'escalation', period, mails: escalations });
    if (boardMails > 0) deps.log('info', 'mails queued', { org, job: 'board', period, mails: boardMails });
  } else {
    const mails =
      job.kind === 'digest' ? await runDigest(deps, org, job) : await runReminder(deps, org, job, now);
    deps.log('info', 'mails queued', { org, job: job.kind, period: job.period, mails });
  }
};

/** Milliseconds that a tick gives to a change of many entities that stands still. */
const timeForChanges = 240_000;

const serve = async (deps: MailDeps, org: OrgId, watermarks: Watermarks, now: string): Promise<Job[]> => {
  await sweepMails(deps, org);
  await openAbandonedGates(deps, org, now);
  if (await resumeChangeSet(deps, org, deps.machineNow() + timeForChanges)) {
    deps.log('info', 'jobs wait for a change of many entities', { org });
    return [];
  }
  if (await awaitsRenewal(deps.table, org)) {
    deps.log('info', 'derived data made anew', { org });
    await evaluateOrganisation(deps, org, { hints: [], at: now });
  }
  const jobs = dueJobs(await loadOrganisation(deps.table, org), watermarks, now);
  for (const job of jobs) await runJob(deps, org, job, now);
  const after = { ...watermarks, ...Object.fromEntries(jobs.map((job) => [job.kind, job.at])) };
  if (jobs.length > 0 && !(await moveWatermarks(deps.table, org, watermarks, after)))
    deps.log('info', 'another tick was faster', { org });
  return jobs;
};

/** Serves every organisation at a business time (ISO 8601, UTC). One that fails does not keep the others waiting. */
export const runTick = async (deps: MailDeps, now: string): Promise<readonly Job[]> => {
  const done: Job[] = [];
  const failed: unknown[] = [];
  for (const { org, watermarks, suspended } of await organisationsDue(deps.table)) {
    if (suspended) continue;
    try {
      done.push(...(await serve(deps, org, watermarks, now)));
    } catch (error) {
      failed.push(error);
      deps.log('error', 'tick failed', {
        org,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} organisations could not be served`);
  return done;
};

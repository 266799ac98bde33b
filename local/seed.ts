// Fills a stack with an example as its people would: the operator makes the organisation, the analyst imports what
// defines it and its closed quarters, the heads submit. Only the public API and the operator's command are used.
import { availableParallelism } from 'node:os';
import type { Example } from '../examples/example.ts';
import { dueToHandIn, headOf, phasesOf } from '../examples/phases.ts';
import { CallRefused } from '../shared/api/call-errors.ts';
import type { Call } from '../shared/api/client.ts';
import { Refusal } from '../shared/domain/problem.ts';
import { callsOn, localSubject, runAll, type SeedStack } from './seed-client.ts';
import { importExample } from './seed-import.ts';
import { handIn, isHandedIn, stepsOf } from './seed-steps.ts';

/** Writes at a time: a local stack does each on the processors of this machine, and more of them only wait. */
const limit = Math.min(8, Math.max(2, availableParallelism()));

/** Told as writing goes on: how many of all entities are written. */
export type Progress = (done: number, total: number) => void;

/** Makes the organisation with its analyst. False: there is one of this id. */
const makeOrganisation = async (
  { operator }: SeedStack,
  { organisation, analyst }: Example,
): Promise<boolean> => {
  const { name, email } = analyst.fields;
  try {
    await operator.createOrganisation({
      ...organisation.fields,
      id: organisation.id,
      analyst: { id: analyst.id, name, email, sub: localSubject(analyst.id) },
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'conflict') return false;
    throw error;
  }
};

/** Whether an earlier seed went through: what it writes last is there. */
const isComplete = async (example: Example, as: (member: string) => Call): Promise<boolean> => {
  const { history, submitted } = phasesOf(example);
  const last = [...history, ...submitted].at(-1);
  try {
    if (last !== undefined) return await isHandedIn(as(example.analyst.id), last);
    await as((example.members.at(-1) ?? example.analyst).id)('getMe', {});
    return true;
  } catch (error) {
    if (error instanceof CallRefused && ['not-found', 'forbidden'].includes(error.kind)) return false;
    throw error;
  }
};

/**
 * Seeds an example up to the start of its clock; what is there already stays as it is. `complete`: an earlier seed
 * had gone through. Rejects with the first refusal or lost connection; called again it goes on where it was.
 */
export const seedExample = async (
  stack: SeedStack,
  example: Example,
  progress: Progress = () => undefined,
): Promise<'seeded' | 'complete'> => {
  const as = callsOn(stack);
  const made = await makeOrganisation(stack, example);
  if (!made && (await isComplete(example, as))) return 'complete';
  const steps = stepsOf(stack, example, as);
  let done = 0;
  let total = steps.flat().length;
  await importExample(as(example.analyst.id), example, (written, all) => {
    done = written;
    total = all + steps.flat().length;
    progress(done, total);
  });
  for (const step of steps) {
    const counted = step.map((task) => async () => {
      await task();
      progress(++done, total);
    });
    await runAll(counted, limit);
  }
  return 'seeded';
};

/**
 * Hands in, as the heads, what is due at a business time (ISO 8601, UTC) and not handed in yet; how many it was. A
 * quarter that has closed meanwhile stays empty: move the clock from one of `handInTimes` to the next.
 */
export const feedExample = async (stack: SeedStack, example: Example, now: string): Promise<number> => {
  const as = callsOn(stack);
  let fed = 0;
  const feed = dueToHandIn(example, now).map((submission) => async () => {
    const call = as(headOf(example, submission.department));
    const sheet = await call('getQuarterSheet', {
      params: { id: submission.department, quarter: submission.quarter },
    });
    if (sheet.version > 0) return;
    await handIn(call, submission);
    fed++;
  });
  await runAll(feed, limit);
  return fed;
};

// What seeding an example writes beside its import, in steps of which each needs the one before it. Every write finds
// out by itself whether it was done already.
import type { Example } from '../examples/example.ts';
import { headOf, phasesOf } from '../examples/phases.ts';
import { CallRefused } from '../shared/api/call-errors.ts';
import type { Call } from '../shared/api/client.ts';
import type { DatasetSubmission } from '../shared/exchange/dataset.ts';
import { localSubject, onceOnly, type SeedStack, writeKey } from './seed-client.ts';

export type Task = () => Promise<unknown>;
type As = (member: string) => Call;

/** Whether a department's quarter has a submitted version, or a draft that the caller may see. */
export const isHandedIn = async (
  call: Call,
  { department, quarter }: Pick<DatasetSubmission, 'department' | 'quarter'>,
): Promise<boolean> => {
  const sheet = await call('getQuarterSheet', { params: { id: department, quarter } });
  return sheet.version > 0 || sheet.draft !== undefined;
};

/** Hands in a department's quarter, unless a version is there. */
export const handIn = async (call: Call, submission: DatasetSubmission): Promise<void> => {
  const { department, quarter, readings } = submission;
  const key = writeKey('submitQuarter', submission);
  const request = { params: { id: department, quarter }, body: { readings: [...readings] }, version: 0, key };
  try {
    await onceOnly(() => call('submitQuarter', request));
  } catch (error) {
    if (error instanceof CallRefused && error.kind === 'conflict' && (await isHandedIn(call, submission)))
      return;
    throw error;
  }
};

/** Saves the figures as a draft, each with where it comes from. */
const saveDraft = async (call: Call, submission: DatasetSubmission): Promise<void> => {
  if (await isHandedIn(call, submission)) return;
  const { department, quarter } = submission;
  const readings = submission.readings.map(({ kpi, actual, notMeasured, note, source }) => ({
    kpi,
    ...(actual === undefined ? {} : { actual }),
    ...(notMeasured === undefined ? {} : { notMeasured }),
    ...(note === undefined ? {} : { note }),
    ...(source === undefined ? {} : { source }),
  }));
  const key = writeKey('putDraft', department, quarter, readings);
  await call('putDraft', { params: { id: department, quarter }, body: { readings }, key });
};

const lastAlone = (steps: readonly Task[][]): Task[][] => {
  const last = steps.at(-1) ?? [];
  return [...steps.slice(0, -1), last.slice(0, -1), last.slice(-1)].filter((step) => step.length > 0);
};

/**
 * The writes of an example once its analyst has imported it, step by step. The last one is a step of its own: where
 * it is done, all are.
 */
export const stepsOf = ({ operator }: SeedStack, example: Example, as: As): Task[][] => {
  const head = (department: string): Call => as(headOf(example, department));
  const { submitted, drafts } = phasesOf(example);
  const org = example.organisation.id;
  const steps: Task[][] = [
    example.members.map(
      ({ id }) =>
        () =>
          operator.linkLogin({ org, member: id, sub: localSubject(id) }),
    ),
    drafts.map((one) => () => saveDraft(head(one.department), one)),
    submitted.map((one) => () => handIn(head(one.department), one)),
  ];
  return lastAlone(steps.filter((step) => step.length > 0));
};

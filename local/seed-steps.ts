// What seeding an example writes, in steps of which each needs the one before it. Every write finds out by itself
// whether it was done already.
import type { Defined, Example, ExampleSubmission } from '../examples/example.ts';
import { headOf, phasesOf } from '../examples/phases.ts';
import { CallRefused } from '../shared/api/call-errors.ts';
import type { Call, Request } from '../shared/api/client.ts';
import type { kpiFields } from '../shared/domain/kpi.ts';
import { localSubject, onceOnly, type SeedStack, writeKey } from './seed-client.ts';

export type Task = () => Promise<unknown>;
type As = (member: string) => Call;
type Put = 'putDepartment' | 'putJourney' | 'putOutcome' | 'putMember' | 'putObjective';

/** Whether a department's quarter has a submitted version, or a draft that the caller may see. */
export const isHandedIn = async (
  call: Call,
  { department, quarter }: Pick<ExampleSubmission, 'department' | 'quarter'>,
): Promise<boolean> => {
  const sheet = await call('getQuarterSheet', { params: { id: department, quarter } });
  return sheet.version > 0 || sheet.draft !== undefined;
};

const define = (
  call: Call,
  operation: Put,
  { id, fields }: { readonly id: string; readonly fields: unknown },
) => {
  const request = { params: { id }, body: fields, version: 0, key: writeKey(operation, id, fields) };
  return onceOnly(() => call(operation, request as Request<Put>));
};

const defineKpi = async (
  call: Call,
  { id, fields }: Defined<typeof kpiFields>,
  targets: Example['targets'],
) => {
  const key = writeKey('putKpi', id, fields);
  const made = await onceOnly(() => call('putKpi', { params: { id }, body: fields, version: 0, key }));
  let kpi = made ?? (await call('getKpi', { params: { id } }));
  for (const { from, value, reason } of targets) {
    if (kpi.targets.some((target) => target.from === from)) continue;
    const { version } = kpi;
    kpi = await call('putTarget', {
      params: { id, quarter: from },
      body: { value, reason },
      version,
      key: writeKey('putTarget', id, from, value, reason, version),
    });
  }
};

/** Hands in a department's quarter, unless a version is there. */
export const handIn = async (
  call: Call,
  operation: 'submitHistory' | 'submitQuarter',
  submission: ExampleSubmission,
): Promise<void> => {
  const { department, quarter, readings } = submission;
  const key = writeKey(operation, submission);
  const request = { params: { id: department, quarter }, body: { readings: [...readings] }, version: 0, key };
  try {
    await onceOnly(() => call(operation, request));
  } catch (error) {
    if (error instanceof CallRefused && error.kind === 'conflict' && (await isHandedIn(call, submission)))
      return;
    throw error;
  }
};

/** Saves the figures as a draft that says, row by row, where they come from. */
const saveDraft = async (call: Call, submission: ExampleSubmission): Promise<void> => {
  if (await isHandedIn(call, submission)) return;
  const { department, quarter } = submission;
  const readings = submission.readings.map(({ kpi, actual, notMeasured, source }) => ({
    kpi,
    ...(actual === undefined ? {} : { actual }),
    ...(notMeasured === undefined ? {} : { notMeasured }),
    ...(source === undefined ? {} : { note: `${source.file}, line ${source.row}, ${source.column}` }),
  }));
  const key = writeKey('putDraft', department, quarter, readings);
  await call('putDraft', { params: { id: department, quarter }, body: { readings }, key });
};

const lastAlone = (steps: readonly Task[][]): Task[][] => {
  const last = steps.at(-1) ?? [];
  return [...steps.slice(0, -1), last.slice(0, -1), last.slice(-1)].filter((step) => step.length > 0);
};

/** Every write of an example, step by step. The last one is a step of its own: where it is done, all are. */
export const stepsOf = ({ operator }: SeedStack, example: Example, as: As): Task[][] => {
  const analyst = as(example.analyst.id);
  const head = (department: string): Call => as(headOf(example, department));
  const putAll = (operation: Put, all: Parameters<typeof define>[2][]): Task[] =>
    all.map((one) => () => define(analyst, operation, one));
  const { history, submitted, drafts } = phasesOf(example);
  const login = (member: string) => ({ org: example.organisation.id, member, sub: localSubject(member) });
  const steps: Task[][] = [
    putAll('putDepartment', [...example.departments]),
    [
      ...putAll('putJourney', [...example.journeys]),
      ...putAll('putOutcome', [...example.outcomes]),
      ...putAll('putMember', [...example.members]),
    ],
    example.members.map(
      ({ id }) =>
        () =>
          operator.linkLogin(login(id)),
    ),
    example.objectives.map((one) => () => define(head(one.fields.department), 'putObjective', one)),
    example.kpis.map((one) => () => {
      const targets = example.targets.filter(({ kpi }) => kpi === one.id);
      return defineKpi(head(one.fields.department), one, targets);
    }),
    history.map((one) => () => handIn(analyst, 'submitHistory', one)),
    drafts.map((one) => () => saveDraft(head(one.department), one)),
    submitted.map((one) => () => handIn(head(one.department), 'submitQuarter', one)),
  ];
  return lastAlone(steps.filter((step) => step.length > 0));
};

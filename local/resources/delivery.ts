/**
 * What starts a function without waiting for its answer: schedules and event rules; and the bounds within which such
 * an invocation is tried again.
 */
import * as z from 'zod';
import type { Template } from '../template.ts';
import { functionIdOf } from './lambda-function.ts';
import { deployOnly } from './resource.ts';

const undelivered = deployOnly('handing over to a worker of this process does not fail');

const ScheduleProperties = z.strictObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  State: z.literal('ENABLED').default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string().default('{}'),
    RetryPolicy: undelivered,
    DeadLetterConfig: undelivered,
    RoleArn: deployOnly('IAM'),
  }),
  Description: deployOnly('shown in the console'),
  Name: deployOnly('the logical id serves'),
  GroupName: deployOnly('shown in the console'),
});

const RuleProperties = z.strictObject({
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.literal('ENABLED').default('ENABLED'),
  Targets: z.array(
    z.strictObject({
      Arn: z.string(),
      Id: deployOnly('a name within the rule'),
      RetryPolicy: undelivered,
      DeadLetterConfig: undelivered,
    }),
  ),
  Description: deployOnly('shown in the console'),
  Name: deployOnly('the logical id serves'),
});

const BoundsProperties = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST'),
  MaximumRetryAttempts: z.int().min(0).max(2).default(2),
  MaximumEventAgeInSeconds: z.int().default(21_600),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
});

const QueueProperties = z.strictObject({
  QueueName: deployOnly('the logical id serves'),
  MessageRetentionPeriod: deployOnly('the data folder keeps failures until it is reset'),
  SqsManagedSseEnabled: deployOnly('encryption at rest'),
  KmsMasterKeyId: deployOnly('encryption at rest'),
  Tags: deployOnly('billing'),
});

/** One schedule. */
export interface Schedule {
  readonly id: string;
  /** `cron(...)` or `rate(...)`, as EventBridge Scheduler writes them. */
  readonly expression: string;
  readonly timeZone: string;
  readonly functionId: string;
  /** The event's JSON, with `<aws.scheduler.scheduled-time>` still in it. */
  readonly input: string;
}

/** One rule of the event bus. */
export interface EventRule {
  readonly id: string;
  readonly pattern: unknown;
  readonly functionIds: readonly string[];
}

/** Within which bounds an asynchronous invocation of a function is tried again. */
export interface AsyncBounds {
  readonly retries: number;
  /** Milliseconds after which an event is too old for another try. */
  readonly maxAge: number;
  /** ARN of the queue that receives the event after the last try. */
  readonly failureQueue: string | undefined;
}

/** The schedules of the template. */
export function readSchedules(template: Template): Schedule[] {
  return template.all('AWS::Scheduler::Schedule', ScheduleProperties).map(({ id, properties }) => ({
    id,
    expression: properties.ScheduleExpression,
    timeZone: properties.ScheduleExpressionTimezone,
    functionId: functionIdOf(properties.Target.Arn),
    input: properties.Target.Input,
  }));
}

/** The event rules of the template. */
export function readEventRules(template: Template): EventRule[] {
  return template.all('AWS::Events::Rule', RuleProperties).map(({ id, properties }) => ({
    id,
    pattern: properties.EventPattern,
    functionIds: properties.Targets.map(({ Arn }) => functionIdOf(Arn)),
  }));
}

/** The bounds by function; a function without any has Lambda's own: two more tries, then the event is lost. */
export function readAsyncBounds(template: Template): ReadonlyMap<string, AsyncBounds> {
  template.all('AWS::SQS::Queue', QueueProperties);
  return new Map(
    template.all('AWS::Lambda::EventInvokeConfig', BoundsProperties).map(({ properties }) => [
      functionIdOf(properties.FunctionName),
      {
        retries: properties.MaximumRetryAttempts,
        maxAge: properties.MaximumEventAgeInSeconds * 1000,
        failureQueue: properties.DestinationConfig?.OnFailure.Destination,
      },
    ]),
  );
}

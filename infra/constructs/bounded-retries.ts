/**
 * The bounds of an asynchronous invocation. Schedules and event rules hand an event over and are done; what happens
 * when the function then fails is settled here and nowhere else.
 */
import { Duration } from 'aws-cdk-lib';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

export interface BoundedRetriesProps {
  readonly target: LambdaFunction;
  /** Receives the event with the error after the last try. */
  readonly failures: IQueue;
  /** Minutes after which an event is too old to be worth another try. */
  readonly maxAge: number;
}

/** Two more tries, then the failure queue. */
export class BoundedRetries extends EventInvokeConfig {
  constructor(scope: Construct, id: string, { target, failures, maxAge }: BoundedRetriesProps) {
    super(scope, id, {
      function: target.function,
      retryAttempts: 2,
      maxEventAge: Duration.minutes(maxAge),
      onFailure: new SqsDestination(failures),
    });
  }
}

/**
 * The clock of the stack: one tick every quarter of an hour, in UTC, with the time for which it was planned. Which
 * organisation has something due is decided by the function. Left alone a schedule would repeat a failed tick 185
 * times in a day; here the next tick is the better repeat.
 */
import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

/** What the function receives: `time` is filled in by the scheduler, an ISO instant such as 2026-10-20T06:15:00Z. */
export const TICK_INPUT = { time: '<aws.scheduler.scheduled-time>' };

export interface QuarterHourProps {
  readonly target: LambdaFunction;
  /** Receives the ticks that could not be handed over to the function. */
  readonly undelivered: IQueue;
}

/** The schedule with a role that may start this function and fill this queue, nothing else. */
export class QuarterHour extends Construct {
  constructor(scope: Construct, id: string, { target, undelivered }: QuarterHourProps) {
    super(scope, id);
    const functionArn = target.function.functionArn;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    undelivered.grantSendMessages(role);
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: 'Every quarter of an hour, UTC',
      scheduleExpression: 'cron(0/15 * * * ? *)',
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      state: 'ENABLED',
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(TICK_INPUT),
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 900 },
        deadLetterConfig: { arn: undelivered.queueArn },
      },
    });
    schedule.node.addDependency(role);
  }
}

import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { FailureQueue } from '../../../infra/constructs/failure-queue.ts';
import { QuarterHour } from '../../../infra/constructs/quarter-hour.ts';
import { DISPOSABLE, loneFunction, loneStack } from './lone-stack.ts';

const FUNCTION = { 'Fn::GetAtt': [Match.stringLikeRegexp('^LonelyFunction'), 'Arn'] };
const QUEUE = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] };

function clockOf(): Template {
  const stack = loneStack();
  new QuarterHour(stack, 'Clock', {
    target: loneFunction(stack),
    undelivered: new FailureQueue(stack, 'Undelivered', { disposable: DISPOSABLE }),
  });
  return Template.fromStack(stack);
}

describe('the clock', () => {
  it('ticks every quarter of an hour, UTC, with the planned time', () => {
    clockOf().hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0/15 * * * ? *)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: { Arn: FUNCTION, Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
  });

  it('gives up after three more tries or when the next tick is due', () => {
    clockOf().hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: {
        RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 900 },
        DeadLetterConfig: { Arn: QUEUE },
      },
    });
  });

  it('may start this function and fill this queue, for this account only', () => {
    const template = clockOf();
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: FUNCTION },
          Match.objectLike({ Action: Match.arrayWith(['sqs:SendMessage']), Resource: QUEUE }),
        ],
      },
    });
  });
});

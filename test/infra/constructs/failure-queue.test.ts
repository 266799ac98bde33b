import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { FailureQueue } from '../../../infra/constructs/failure-queue.ts';
import { DISPOSABLE, loneStack } from './lone-stack.ts';

function queueOf(disposable: typeof DISPOSABLE | undefined): Template {
  const stack = loneStack();
  new FailureQueue(stack, 'Queue', { disposable });
  return Template.fromStack(stack);
}

describe('a failure queue', () => {
  it('is encrypted and keeps its messages for 14 days', () => {
    queueOf(undefined).hasResourceProperties('AWS::SQS::Queue', {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 3600,
    });
  });

  it('refuses everybody who comes without TLS', () => {
    queueOf(undefined).hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({
            Effect: 'Deny',
            Action: 'sqs:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      },
    });
  });

  it('outlives its stack unless a reason is given', () => {
    queueOf(undefined).hasResource('AWS::SQS::Queue', { DeletionPolicy: 'Retain' });
    queueOf(DISPOSABLE).hasResource('AWS::SQS::Queue', { DeletionPolicy: 'Delete' });
  });
});

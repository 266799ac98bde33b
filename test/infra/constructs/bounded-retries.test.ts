import { Match, Template } from 'aws-cdk-lib/assertions';
import { it } from 'vitest';
import { BoundedRetries } from '../../../infra/constructs/bounded-retries.ts';
import { FailureQueue } from '../../../infra/constructs/failure-queue.ts';
import { DISPOSABLE, loneFunction, loneStack } from './lone-stack.ts';

it('tries an event twice more, not after its time, and then hands it to the queue', () => {
  const stack = loneStack();
  new BoundedRetries(stack, 'Retries', {
    target: loneFunction(stack),
    failures: new FailureQueue(stack, 'Failures', { disposable: DISPOSABLE }),
    maxAge: 15,
  });
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: Match.stringLikeRegexp('^LonelyFunction') },
    Qualifier: '$LATEST',
    MaximumRetryAttempts: 2,
    MaximumEventAgeInSeconds: 900,
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Failures'), 'Arn'] } },
    },
  });
});

import { Match, Template } from 'aws-cdk-lib/assertions';
import { it } from 'vitest';
import { FailureQueue } from '../../../infra/constructs/failure-queue.ts';
import { MAIL_EVENTS, MailEvents } from '../../../infra/constructs/mail-events.ts';
import { MailIdentity } from '../../../infra/constructs/mail-identity.ts';
import { DISPOSABLE, loneFunction, loneStack } from './lone-stack.ts';

it('brings the events of its own configuration set to the function, within bounds', () => {
  const stack = loneStack();
  const { configurationSet } = new MailIdentity(stack, 'Mail', { identity: 'acme.com' });
  new MailEvents(stack, 'Events', {
    target: loneFunction(stack),
    configurationSet,
    undelivered: new FailureQueue(stack, 'Undelivered', { disposable: DISPOSABLE }),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    State: 'ENABLED',
    EventPattern: {
      source: ['aws.ses'],
      'detail-type': MAIL_EVENTS,
      detail: {
        mail: {
          tags: { 'ses:configuration-set': [{ Ref: Match.stringLikeRegexp('^MailConfigurationSet') }] },
        },
      },
    },
    Targets: [
      Match.objectLike({
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LonelyFunction'), 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] } },
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 7200 },
      }),
    ],
  });
});

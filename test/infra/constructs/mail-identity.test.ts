import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { MailIdentity } from '../../../infra/constructs/mail-identity.ts';
import { loneFunction, loneStack } from './lone-stack.ts';

function mailOf(identity: string): Template {
  const stack = loneStack();
  new MailIdentity(stack, 'Mail', { identity }).allow(loneFunction(stack), ['SendEmail']);
  return Template.fromStack(stack);
}

describe('the mail identity', () => {
  it('requires TLS, counts reputation and never repeats to bounced addresses', () => {
    mailOf('acme.com').hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('tells what became of every mail on the default bus', () => {
    mailOf('acme.com').hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      ConfigurationSetName: { Ref: Match.stringLikeRegexp('^MailConfigurationSet') },
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: { EventBusArn: Match.anyValue() },
        MatchingEventTypes: [
          'send',
          'reject',
          'delivery',
          'deliveryDelay',
          'bounce',
          'complaint',
          'renderingFailure',
        ],
      },
    });
  });

  it.each(['acme.com', 'counterpart@acme.com'])('verifies %s', (identity) => {
    mailOf(identity).hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: identity,
      ConfigurationSetAttributes: {
        ConfigurationSetName: { Ref: Match.stringLikeRegexp('^MailConfigurationSet') },
      },
      FeedbackAttributes: { EmailForwardingEnabled: false },
    });
  });

  it('lets a function send as itself and nobody else', () => {
    const arn = (kind: string, id: string) => ({
      'Fn::Join': ['', Match.arrayWith([`:${kind}/`, { Ref: Match.stringLikeRegexp(id) }])],
    });
    mailOf('acme.com').hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Effect: 'Allow',
            Action: 'ses:SendEmail',
            Resource: [arn('configuration-set', '^MailConfigurationSet'), arn('identity', '^MailIdentity')],
          },
        ]),
      },
    });
  });
});

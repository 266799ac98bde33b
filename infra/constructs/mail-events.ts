/**
 * Brings the events of the mails of this stage to the function that notes them. The rule listens on the account's
 * default bus and lets through the events of its own configuration set only: two stages may share an account.
 */
import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

/** The names under which SES puts the events of a mail on the bus. */
export const MAIL_EVENTS = [
  'Email Sent',
  'Email Rejected',
  'Email Delivered',
  'Email Delivery Delayed',
  'Email Bounced',
  'Email Complaint Received',
  'Email Rendering Failed',
];

export interface MailEventsProps {
  readonly target: LambdaFunction;
  readonly configurationSet: ConfigurationSet;
  /** Receives the events that could not be handed over to the function. */
  readonly undelivered: IQueue;
}

/** The rule with its bounds: ten tries within two hours, then the failure queue. */
export class MailEvents extends Rule {
  constructor(scope: Construct, id: string, { target, configurationSet, undelivered }: MailEventsProps) {
    super(scope, id, {
      description: 'What became of the mails',
      eventPattern: {
        source: ['aws.ses'],
        detailType: MAIL_EVENTS,
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
      targets: [
        new FunctionTarget(target.function, {
          deadLetterQueue: undelivered,
          retryAttempts: 10,
          maxEventAge: Duration.hours(2),
        }),
      ],
    });
  }
}

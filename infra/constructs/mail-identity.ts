/**
 * Whom mail comes from and how it is sent: an identity that SES verifies, and a configuration set that insists on TLS,
 * never repeats to an address that bounced or complained, and tells what became of every mail.
 */
import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { MailAction } from '../grants.ts';
import type { LambdaFunction } from './lambda-function.ts';

export interface MailIdentityProps {
  /** A domain, or one mail address. */
  readonly identity: string;
}

/** Identity and configuration set of a stage. Opens and clicks are not tracked. */
export class MailIdentity extends Construct {
  readonly configurationSet: ConfigurationSet;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, { identity }: MailIdentityProps) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: TOLD,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: identity.includes('@') ? Identity.email(identity) : Identity.domain(identity),
      configurationSet: this.configurationSet,
      feedbackForwarding: false,
    });
  }

  /** Allows the function the actions with this identity and this configuration set. */
  allow(sender: LambdaFunction, actions: readonly MailAction[]): void {
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    sender.allow(
      actions.map((action) => `ses:${action}`),
      [this.identity.emailIdentityArn, configurationSet],
    );
  }
}

const TOLD = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.RENDERING_FAILURE,
];

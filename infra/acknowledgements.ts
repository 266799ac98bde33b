/**
 * The findings of the rule packs that we live with, each with the place it holds for and the reason. A test holds the
 * list current: one that matches no finding any more fails the build.
 */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AlignmentStack } from './alignment-stack.ts';
import type { Stage } from './stage.ts';

/** One finding that is known and accepted. */
export interface Acknowledgement {
  /** Id of the rule as its pack prints it, brackets included. */
  readonly id: string;
  /** Construct path from the stack on; it holds for everything beneath. */
  readonly at: string;
  readonly reason: string;
}

/** The acknowledgements of a stage: some settings by context make a finding go away. */
export function acknowledgements(stage: Stage): readonly Acknowledgement[] {
  return [
    {
      id: 'AwsSolutions-IAM5[Resource::*]',
      at: 'Tracing',
      reason: 'X-Ray has no resources that a policy could name.',
    },
    {
      id: 'AwsSolutions-APIG4',
      at: 'Api/Public',
      reason: 'Health, OpenAPI and the catalogue of checks are public by declaration; they read no table.',
    },
    {
      id: 'AwsSolutions-COG8',
      at: 'SignIn/Pool',
      reason: 'Threat protection costs money per person; a second factor is required of everybody instead.',
    },
    {
      id: 'AwsSolutions-CFR1',
      at: 'FrontDoor',
      reason: 'People of one company sign in from wherever they travel; nothing is shown without a token.',
    },
    {
      id: 'Serverless-LambdaDLQ',
      at: 'Functions',
      reason:
        'API and stream functions never use one; asynchronous ones have a failure destination, which tells more.',
    },
    {
      id: 'AwsSolutions-SQS3',
      at: 'Failures',
      reason: 'These queues are the last stop of failed work themselves.',
    },
    {
      id: 'Serverless-SQSRedrivePolicy',
      at: 'Failures',
      reason: 'These queues are the last stop of failed work themselves.',
    },
    ...(stage.webAclArn === undefined
      ? [
          {
            id: 'AwsSolutions-CFR2',
            at: 'FrontDoor',
            reason: 'A web ACL must live in us-east-1 and costs by the month: context webAclArn names one.',
          },
        ]
      : []),
    ...(stage.page === undefined
      ? [
          {
            id: 'AwsSolutions-CFR4',
            at: 'FrontDoor',
            reason:
              'The certificate of cloudfront.net fixes the protocol; with an own domain TLS 1.2 is required.',
          },
        ]
      : []),
  ];
}

/**
 * Acknowledges the findings of the stack's stage where they occur.
 * Throws an Error that names a place which the stack does not have.
 */
export function acknowledgeFindings(stack: AlignmentStack, stage: Stage): void {
  for (const { id, at, reason } of acknowledgements(stage)) {
    const place = at.split('/').reduce<IConstruct>((scope, name) => {
      const child = scope.node.tryFindChild(name);
      if (!child) throw new Error(`Acknowledgement ${id}: the stack has no ${at}.`);
      return child;
    }, stack);
    Validations.of(place).acknowledge({ id, reason });
  }
}
